import { expect } from '@playwright/test';
import { french } from '../../renderer/i18n/fr/index.ts';
import { openCitizen } from '../../scripts/demo/citizen.ts';
import { AGED } from './aged-catalogue.ts';
import { CAMILLE, PASSWORD, SACHA } from './relay.ts';
import { comesBack } from './returns.ts';
import { dismissAll, type Night, withNotices } from './tour-stops.ts';

const { colleagues, composer, deferred, dialogs, lists, shell, signIn, silence } = french;

/** Who left an address. */
const PERSON = 'canari.41d9@exemple.fr';

const MAINTENANCE = {
  fr: 'Maintenance cette nuit de 2 h à 3 h : le tchat sera fermé. Pour une urgence, appelez le 17.',
  en: 'Maintenance tonight from 2 to 3 a.m.: the chat will be closed. In an emergency, call 17.',
} as const;

async function withoutRelay({ relay, camille, sacha, stop }: Night): Promise<void> {
  const { window } = camille;
  await window.getByRole('textbox', { name: signIn.login }).fill(CAMILLE.login);
  await window.getByLabel(signIn.password, { exact: true }).fill(PASSWORD);
  await window.getByRole('button', { name: signIn.submit }).click();
  await expect(window.getByRole('alert')).toHaveText(signIn.errors.offline);
  await stop('sign-in-unreachable', window);
  await relay.start();
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  await expect(sacha.window.getByText(shell.cache.why['no-keychain'])).toBeVisible();
  await stop('memory-only', sacha.window);
}

/** Somebody who cannot write freely: closed questions, and an answer by a tap. */
async function silent({ relay, camille, stop }: Night): Promise<string> {
  const { window } = camille;
  const citizen = await openCitizen(relay.url, 'fr', 'Violences');
  await citizen.silence();
  await camille.takeNext();
  const questions = window.getByRole('region', { name: silence.questions });
  await expect(questions.getByRole('button').first()).toBeVisible();
  await stop('silent', window);
  // One press sends it, once the conversation has been on screen long enough to have been looked at.
  await camille.looked();
  await questions.getByRole('button', { name: /une arme/ }).click();
  await expect(camille.journal.getByText('Y a-t-il une arme\u202f?')).toBeVisible();
  await citizen.say('Non, il n’y a pas d’arme.');
  await expect(camille.entry('Non, il n’y a pas d’arme.')).toBeVisible();
  // Left to itself the focus goes back to the question, or, where the relay takes its time, to here.
  await camille.composer.focus();
  await stop('silent-answered', window);
  return citizen.reference;
}

async function adviser({ camille, sacha, stop }: Night): Promise<void> {
  const { window } = camille;
  const reference = await camille.current();
  await window.getByRole('button', { name: colleagues.consult.ask }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Sacha/ }).press('Space');
  await dialog.getByRole('textbox', { name: colleagues.consult.note }).fill('Faut-il une patrouille ?');
  await dialog.getByRole('button', { name: colleagues.consult.submit }).click();
  await expect(dialog).toHaveCount(0);
  await withNotices(sacha, async () => {
    const open = sacha.window.getByRole('button', { name: colleagues.notices.open(reference) });
    await expect(open).toBeVisible();
    await stop('advice-asked', sacha.window);
    await open.click();
  });
  await expect(sacha.journal.getByText(/Faut-il une patrouille/)).toBeVisible();
  await sacha.noteField.fill('Oui : je préviens la salle.');
  await stop('adviser', sacha.window);
  await expect(window.getByText(colleagues.present.reads)).toBeVisible();
  await camille.composer.focus();
  await stop('advised', window);
  await window.getByRole('button', { name: colleagues.consult.end(`${SACHA.rank} ${SACHA.alias}`) }).click();
  await expect(window.getByText(colleagues.present.nobody)).toBeVisible();
}

/** A language without prepared texts, and prepared texts and platforms that are out of date. */
async function outOfDate({ relay, camille, stop }: Night): Promise<void> {
  const { window } = camille;
  const citizen = await openCitizen(relay.url, 'de', null);
  await citizen.say('Guten Abend, mein Pass wurde gestohlen.');
  await camille.takeNext();
  await camille.composer.fill('/perte');
  await expect(camille.options.first()).toBeVisible();
  await stop('foreign', window);
  await camille.composer.fill('/bienvenue');
  await expect(camille.options.filter({ hasText: AGED.response }).first()).toContainText(
    composer.picker.expired,
  );
  await stop('expired-response', window);
  await camille.composer.fill('@thesee');
  const dead = camille.options.filter({ hasText: composer.picker.linkMarks.dead }).first();
  await expect(dead).toBeVisible({ timeout: 60_000 });
  await stop('dead-link', window);
  await withNotices(camille, async () => {
    await dismissAll(camille);
    // The list was closed where the window lost the focus; only where it is open does Enter take from it.
    await camille.composer.fill('@thes');
    await expect(dead).toBeVisible();
    await camille.composer.press('Enter');
    await expect(window.getByRole('button', { name: composer.join(AGED.fallback) })).toBeVisible();
    await stop('dead-link-refused', window);
    await dismissAll(camille);
  });
}

async function announced({ relay, camille, stop }: Night): Promise<void> {
  const { window } = camille;
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await relay.admin('announce', 'set', '--fr', MAINTENANCE.fr, '--en', MAINTENANCE.en, '--until', until);
  await expect(window.getByText(MAINTENANCE.fr)).toBeVisible();
  await stop('announcement', window);
  await relay.admin('announce', 'clear');
  await expect(window.getByText(MAINTENANCE.fr)).toHaveCount(0);
}

async function gone({ relay, camille, stop }: Night): Promise<void> {
  const { window } = camille;
  const citizen = await openCitizen(relay.url, 'fr', 'Violences');
  await citizen.say('Je dois faire vite.');
  await camille.takeNext();
  await citizen.leave('quick-exit');
  await expect(window.getByText(composer.blocked['quick-exit'])).toBeVisible();
  await stop('quick-exit', window);
}

async function bounced(night: Night): Promise<void> {
  const { relay, mail, camille, stop } = night;
  const { window } = camille;
  mail.refuseRecipient = { code: 550, text: '5.1.1 no such user' };
  const citizen = await openCitizen(relay.url, 'fr', 'Perte de papiers');
  await citizen.say('Où déclarer la perte de ma carte d’identité ?');
  await citizen.defer(PERSON);
  await window.getByRole('button', { name: lists.queue.takeNamed(citizen.reference) }).click();
  const text = window.getByRole('textbox', { name: deferred.composer.label(citizen.reference) });
  await text.fill('Bonjour,\n\nDans tout commissariat, avec une photo d’identité.');
  await window.getByRole('button', { name: deferred.composer.send(citizen.reference) }).click();
  await expect(camille.journal.getByText(deferred.states.bounced, { exact: true })).toBeVisible();
  await stop('mail-bounced', window);
  await returned(night, citizen.reference);
}

/** Tried again it is taken, and comes back afterwards. */
async function returned({ relay, mail, camille, stop }: Night, reference: string): Promise<void> {
  const { window } = camille;
  mail.refuseRecipient = null;
  await window.getByRole('button', { name: deferred.entry.reuseSame }).click();
  await window.getByRole('button', { name: deferred.composer.send(reference) }).click();
  await expect(camille.journal.getByText(deferred.states.accepted, { exact: true })).toBeVisible();
  await dismissAll(camille);
  await withNotices(camille, async () => {
    expect(await comesBack(relay, mail, PERSON)).toMatchObject({ code: 250 });
    await expect(window.getByRole('button', { name: colleagues.notices.open(reference) })).toBeVisible();
    await expect(window.getByText(deferred.blocked.takeReturned)).toBeVisible();
    await stop('mail-returned', window);
    await dismissAll(camille);
  });
}

/** A part of the screen that cannot be drawn: while it is, going through a journal's entries fails. */
async function broken({ camille, stop }: Night, reference: string): Promise<void> {
  const { window } = camille;
  await window.evaluate(() => {
    const real = Array.prototype.flatMap;
    Reflect.set(globalThis, 'mend', () => Reflect.set(Array.prototype, 'flatMap', real));
    Reflect.set(Array.prototype, 'flatMap', function (this: unknown[], ...work: Parameters<typeof real>) {
      if (Reflect.has(Object(this[0]), 'seq')) throw new Error('a fault for a picture');
      return Reflect.apply(real, this, work);
    });
  });
  await camille.show(reference);
  await expect(window.getByText(shell.crash.title)).toBeVisible();
  await window.evaluate(() => Reflect.get(globalThis, 'mend')());
  await stop('broken-part', window);
  await window.getByRole('button', { name: shell.crash.action }).click();
  await expect(window.getByText(shell.crash.title)).toHaveCount(0);
}

/** What a window shows after its process has died: main loads it anew, as here. */
async function restored({ camille, stop }: Night): Promise<void> {
  const { window } = camille;
  await window.reload();
  await withNotices(camille, async () => {
    await expect(window.getByText(french.notices.restored)).toBeVisible();
    await expect(camille.online).toBeVisible();
    await stop('restored', window);
    await dismissAll(camille);
  });
}

/** Whoever does not open what the relay hands out is away; the colleague has gone home. */
async function missed({ relay, camille, sacha, stop }: Night): Promise<void> {
  await sacha.window.getByRole('button', { name: shell.settings, exact: true }).click();
  const signOut = sacha.window
    .getByRole('dialog')
    .getByRole('button', { name: dialogs.settings.signOut, exact: true });
  // The advice that was begun can be left nowhere any more: its words are shown first.
  await withNotices(sacha, async () => {
    await signOut.click();
    await expect(sacha.window.getByText('Oui : je préviens la salle.')).toBeVisible();
    await stop('not-signed-out', sacha.window);
  });
  await signOut.click();
  await expect(sacha.window.getByText(signIn.notices['signed-out'])).toBeVisible();
  await stop('signed-out', sacha.window);
  await relay.restart({
    PERMANENCE_DISTRIBUTION: 'automatic',
    PERMANENCE_OFFER_SECONDS: '1',
    PERMANENCE_MISSED_OFFERS: '1',
  });
  await expect(camille.online).toBeVisible({ timeout: 30_000 });
  await openCitizen(relay.url, 'fr', 'Bruit');
  await expect(camille.window.getByText(colleagues.missed.sentence)).toBeVisible({ timeout: 30_000 });
  await stop('missed-offers', camille.window);
}

/**
 * What an officer sees when something goes wrong or is not as it should be. The relay has a mail server and an aged
 * catalogue, and does not run at the beginning.
 */
export async function walkTheNight(night: Night): Promise<void> {
  await withoutRelay(night);
  const reference = await silent(night);
  await adviser(night);
  await outOfDate(night);
  await announced(night);
  await gone(night);
  await bounced(night);
  await broken(night, reference);
  await restored(night);
  await missed(night);
}
