import { expect } from '@playwright/test';
import { french } from '../../renderer/i18n/fr/index.ts';
import { type Citizen, openCitizen } from '../../scripts/demo/citizen.ts';
import { ALIX, CAMILLE } from './relay.ts';
import { guarded } from './tour-guarded.ts';
import { dialogOf, type Tour } from './tour-stops.ts';
import { supervising } from './tour-supervisor.ts';

const {
  colleagues,
  composer,
  context,
  conversation,
  deferred,
  dialogs,
  editing,
  lists,
  search,
  shell,
  signIn,
} = french;

async function entering({ relay, camille, alix, stop }: Tour): Promise<void> {
  const { window } = camille;
  await relay.admin('group', 'add', 'Cyber');
  await relay.admin('group', 'join', 'Cyber', ALIX.login);
  const password = window.getByLabel(signIn.password, { exact: true });
  await expect(window.getByRole('button', { name: signIn.submit })).toBeVisible();
  await stop('sign-in', window);
  await window.getByRole('textbox', { name: signIn.login }).fill(CAMILLE.login);
  await password.fill('un autre mot de passe');
  await window.getByRole('button', { name: signIn.submit }).click();
  await expect(window.getByRole('alert')).toHaveText(signIn.errors['sign-in-failed']);
  await stop('sign-in-refused', window);
  await camille.signIn(CAMILLE);
  await alix.signIn(ALIX);
  await stop('empty', window);
}

async function waiting({ relay, camille, stop }: Tour): Promise<readonly Citizen[]> {
  const { window } = camille;
  const citizens: Citizen[] = [];
  for (const [subject, text] of [
    ['Vol de vélo', 'Bonjour, on m’a volé mon vélo cette nuit devant mon immeuble.'],
    ['Arnaque sur Internet', 'Bonsoir. J’ai payé une location de vacances et l’annonce a disparu.'],
    ['Bruit', 'Bonjour, mes voisins font du bruit toutes les nuits. Que puis-je faire ?'],
  ] as const) {
    const citizen = await openCitizen(relay.url, 'fr', subject);
    await citizen.say(text);
    citizens.push(citizen);
  }
  await expect(window.getByRole('button', { name: /^Prendre C-/ })).toHaveCount(3);
  await camille.show(citizens[1]?.reference ?? '');
  await expect(window.getByText(composer.blocked.waiting)).toBeVisible();
  await stop('waiting', window);
  return citizens;
}

async function answering({ camille, stop }: Tour, [first]: readonly Citizen[]): Promise<void> {
  const { window } = camille;
  await camille.takeNext();
  await camille.say('Bonjour, je suis là pour vous aider. Avez-vous la facture ?');
  await first?.say('Oui, et le numéro gravé sur le cadre.');
  await camille.note('Plusieurs vols signalés dans cette rue cette semaine.');
  await camille.composer.fill('/');
  await expect(camille.options.first()).toBeVisible();
  await stop('responses', window);
  await camille.composer.press('Escape');
  await camille.composer.fill('@');
  await expect(camille.options.first()).toBeVisible();
  await stop('platforms', window);
  await camille.composer.fill('#montfictif');
  await expect(camille.options).toHaveCount(2);
  await stop('stations', window);
  await camille.composer.press('Enter');
  await camille.composer.fill('@thesee');
  await expect(camille.options.first()).toBeVisible();
  await camille.composer.press('Enter');
  await camille.composer.fill('Présentez-vous au {station}, ou déposez plainte en ligne.');
  await stop('attached', window);
  await window.getByRole('button', { name: composer.detach }).last().click();
  await camille.write('Vous pouvez porter plainte en ligne, sans vous déplacer.');
  // The card goes after the text: what the citizen says next must not come between them.
  await expect(window.getByText(context.redirections.none)).toHaveCount(0);
  await expect(camille.journal.getByText(conversation.state.sending)).toHaveCount(0);
  await first?.say('Merci beaucoup.');
  await camille.composer.fill('Gardez bien la facture et les échanges.');
  await stop('conversation', window);
  await window.getByRole('button', { name: composer.mode.note, exact: true }).click();
  await stop('note', window);
  await window.getByRole('button', { name: composer.mode.message, exact: true }).click();
  await camille.composer.fill('');
}

async function asking(tour: Tour): Promise<void> {
  const { window } = tour.camille;
  const press = (name: string) => window.getByRole('button', { name, exact: true }).first().click();
  await press(context.actions.assign);
  await tour.stop('assign', window);
  await press(colleagues.pass.targets.group);
  await dialogOf(tour, 'assign-group');
  await press(colleagues.consult.ask);
  await dialogOf(tour, 'consult');
  await press(context.actions.release);
  await dialogOf(tour, 'release');
  await press(dialogs.handOver.open);
  await dialogOf(tour, 'hand-over');
  await press(shell.settings);
  await dialogOf(tour, 'settings');
  await press(shell.shortcuts);
  await dialogOf(tour, 'shortcuts');
  await window.keyboard.press('Alt+f');
  await window.keyboard.type('facture');
  await expect(window.getByRole('list', { name: search.finds }).locator('mark').first()).toBeVisible();
  await dialogOf(tour, 'search');
}

async function closing(tour: Tour): Promise<void> {
  const { camille, stop } = tour;
  const { window } = camille;
  await window.getByRole('button', { name: context.actions.close }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Clore C-\d+/ }).click();
  await expect(dialog.getByRole('alert')).toHaveText(dialogs.close.chooseFirst);
  await dialogOf(tour, 'closing');
  const reference = await camille.current();
  await camille.closeConversation('redirected');
  await window.getByRole('button', { name: lists.history.title }).click();
  await window.getByRole('list', { name: lists.history.title }).getByText(reference).click();
  await expect(window.getByText(composer.blocked.closed)).toBeVisible();
  await stop('closed', window);
  await window.getByRole('button', { name: lists.mine.title }).click();
}

async function urgent({ relay, camille, stop }: Tour): Promise<void> {
  const { window } = camille;
  const citizen = await openCitizen(relay.url, 'fr', 'Violences');
  await citizen.say('Au secours, quelqu’un force ma porte');
  await expect(window.getByRole('region', { name: shell.emergency.region })).toContainText(citizen.reference);
  await camille.takeNext();
  await expect(window.getByRole('button', { name: conversation.emergency.acknowledge })).toBeVisible();
  await stop('emergency', window);
  await window.getByRole('button', { name: conversation.emergency.acknowledge }).click();
  await expect(window.getByRole('button', { name: conversation.emergency.acknowledge })).toHaveCount(0);
}

async function later({ relay, camille, stop }: Tour): Promise<void> {
  const { window } = camille;
  const citizen = await openCitizen(relay.url, 'fr', 'Perte de papiers');
  await citizen.say('Où déclarer la perte de ma carte d’identité ?');
  await citizen.defer('canari.41d9@exemple.fr');
  const tasks = window.getByRole('region', { name: new RegExp(`^${deferred.title}`) });
  await tasks.getByRole('button', { name: lists.queue.takeNamed(citizen.reference) }).click();
  const text = window.getByRole('textbox', { name: deferred.composer.label(citizen.reference) });
  await text.fill('Bonjour,\n\nDans tout commissariat, avec une photo d’identité.');
  await stop('deferred', window);
  await text.fill('');
}

/** What an officer keeps for themselves, and how it is written. */
async function own({ camille, stop }: Tour): Promise<void> {
  const { window } = camille;
  await window.getByRole('button', { name: shell.views.own, exact: true }).click();
  await window.getByRole('button', { name: editing.add.personal }).click();
  const field = (name: string) => window.getByLabel(editing.fields[name] ?? '-', { exact: true });
  await field('titleFr').fill('Ma façon de conclure');
  await field('textFr').fill('Bonne soirée, et prenez soin de vous. {alias|Votre policier}');
  await stop('own-responses', window);
  await window.getByRole('button', { name: editing.giveUp }).click();
  await window.getByRole('button', { name: shell.views.desk, exact: true }).click();
}

async function alone({ relay, camille, stop }: Tour, other: Citizen | undefined): Promise<void> {
  await camille.show(other?.reference ?? '');
  await relay.kill();
  await expect(camille.offline).toBeVisible();
  await camille.write('Gardez l’annonce et la preuve du paiement.');
  await expect(camille.journal.getByText(conversation.state.offline)).toBeVisible();
  await stop('offline', camille.window);
}

/**
 * Every screen of the desk, once, in the order of a shift: an officer's and a supervisor's. The relay needs a mail
 * server, and nothing on it yet; it is gone at the end.
 */
export async function walkTheDesk(tour: Tour): Promise<void> {
  await entering(tour);
  const citizens = await waiting(tour);
  await answering(tour, citizens);
  await asking(tour);
  await closing(tour);
  await guarded(tour, citizens[1]);
  await urgent(tour);
  await later(tour);
  await own(tour);
  await supervising(tour);
  await alone(tour, citizens[1]);
}
