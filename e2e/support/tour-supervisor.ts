import { expect } from '@playwright/test';
import { SignedIn } from '../../protocol/http.ts';
import { newId } from '../../protocol/ids.ts';
import { french } from '../../renderer/i18n/fr/index.ts';
import { openCitizen } from '../../scripts/demo/citizen.ts';
import { loadContent } from '../../server/content/index.ts';
import { ALIX, PASSWORD, type Relay } from './relay.ts';
import { dialogOf, type Tour } from './tour-stops.ts';

const { board, colleagues, context, editing, personal, requests, shell } = french;

const EDITED = 'Info Escroqueries';
const RESPONSE = 'Accueil avec le sujet choisi';

/** A malfunction reported on the site, as a browser without scripts sends it. */
async function report({ url }: Relay): Promise<void> {
  const response = await fetch(`${url}/signaler?lang=fr`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({
      id: newId(),
      place: 'Centre d’aide',
      text: 'Le bouton Rechercher ne répond pas.',
    }),
  });
  if (!response.ok) throw new Error(`the relay did not take the form: ${response.status}`);
}

/** The same supervisor at another workstation changes what is being edited. */
async function editElsewhere({ url }: Relay): Promise<void> {
  const before = loadContent().platforms.find(({ nameFr }) => nameFr === EDITED);
  if (before === undefined) throw new Error(`no platform is called ${EDITED}`);
  const post = (path: string, body: unknown, token?: string) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const signedIn = await post('/api/desk/sign-in', { login: ALIX.login, password: PASSWORD });
  const { token } = SignedIn.parse(await signedIn.json());
  const item = { ...before, purposeFr: 'Conseils aux victimes d’escroqueries.' };
  const edited = await post('/api/desk/content', { kind: 'platform', id: before.id, before, item }, token);
  if (!edited.ok) throw new Error(`the relay did not take the edit: ${edited.status}`);
}

async function asked({ relay, alix, stop }: Tour): Promise<void> {
  const { window } = alix;
  await report(relay);
  const list = window.getByRole('list', { name: requests.title });
  await list.getByRole('button').first().click();
  await expect(alix.entry('Le bouton Rechercher ne répond pas.')).toBeVisible();
  await stop('request', window);
}

async function editingContent({ relay, alix, stop }: Tour): Promise<void> {
  const { window } = alix;
  await window.keyboard.press('Alt+e');
  await window.getByRole('button', { name: editing.kinds.platform, exact: true }).click();
  const items = window.getByRole('listbox', { name: editing.kinds.platform });
  await expect(items.getByRole('option').first()).toBeVisible();
  await stop('content', window);
  await window.getByRole('searchbox', { name: editing.search }).fill(EDITED);
  await items.getByRole('option').first().click();
  await expect(window.getByRole('heading', { level: 2, name: EDITED })).toBeVisible();
  await stop('content-item', window);
  await window
    .getByLabel(editing.fields['purposeFr'] ?? '-', { exact: true })
    .fill('Parler à un conseiller des escroqueries.');
  await editElsewhere(relay);
  const conflict = window.getByRole('alert').filter({ hasText: editing.conflict.safe });
  await expect(conflict).toContainText('Conseils aux victimes');
  await stop('content-conflict', window);
  await conflict.getByRole('button', { name: editing.conflict.takeTheirs }).click();
  await expect(conflict).toHaveCount(0);
  await window
    .getByLabel(editing.fields['purposeFr'] ?? '-', { exact: true })
    .fill('Conseils par téléphone aux victimes.');
  await window.keyboard.press('Control+s');
  await expect(window.getByRole('button', { name: editing.giveUp })).toHaveCount(0);
  await window.getByRole('button', { name: editing.history.show }).click();
  const history = window.getByRole('region', { name: editing.history.title });
  await expect(history.getByRole('button', { name: editing.history.restore })).toHaveCount(2);
  await stop('content-history', window);
  await window.getByRole('button', { name: editing.kinds.response, exact: true }).click();
  await window.getByRole('searchbox', { name: editing.search }).fill(RESPONSE);
  await window.getByRole('listbox', { name: editing.kinds.response }).getByRole('option').first().click();
  await expect(window.getByRole('heading', { level: 2, name: RESPONSE })).toBeVisible();
  const text = window.getByLabel(editing.fields['textFr'] ?? '-', { exact: true });
  await text.fill('Bonjour {prenom}.');
  await window.keyboard.press('Control+s');
  await expect(window.getByText(editing.problems.title)).toBeVisible();
  await stop('content-wrong', window);
  await window.getByRole('button', { name: editing.giveUp }).click();
  const cards = window.getByRole('group', { name: editing.fields['platforms'] ?? '-' });
  const finder = cards.getByRole('combobox');
  for (const words of ['arnaque', 'vol de vélo']) {
    await finder.fill(words);
    await finder.press('Enter');
  }
  await expect(cards.getByRole('listitem')).toHaveCount(2);
  await finder.fill('bruit');
  await expect(cards.getByRole('option').first()).toBeVisible();
  await stop('content-cards', window);
  await finder.press('Escape');
  await window.getByRole('button', { name: editing.giveUp }).click();
}

async function watching(tour: Tour): Promise<void> {
  const { relay, alix, stop } = tour;
  const { window } = alix;
  for (const subject of ['Cyberharcèlement', 'Perte de papiers'])
    await (await openCitizen(relay.url, 'fr', subject)).say('Bonjour.');
  await window.getByText(shell.views.board, { exact: true }).click();
  await expect(window.getByLabel(board.region, { exact: true })).toBeVisible();
  await stop('board', window);
  const { groups } = colleagues;
  await window.getByRole('button', { name: groups.manage }).click();
  const dialog = window.getByRole('dialog', { name: groups.title });
  await dialog.getByRole('textbox', { name: groups.add }).fill('Circulation');
  await dialog.getByRole('button', { name: groups.addSubmit }).click();
  await dialog
    .getByRole('combobox', { name: groups.addMember('Circulation') })
    .selectOption({ label: `${ALIX.rank} ${ALIX.alias}` });
  await expect(dialog.getByRole('button', { name: groups.removeNamed('Circulation') })).toBeVisible();
  await dialogOf(tour, 'groups', alix);
  await window.getByRole('button', { name: personal.blocks.title }).click();
  await expect(window.getByText(personal.blocks.count(1))).toBeVisible();
  await dialogOf(tour, 'blocks', alix);
}

/** What a supervisor has beside the desk itself. */
export async function supervising(tour: Tour): Promise<void> {
  const { relay, alix, stop } = tour;
  const { window } = alix;
  const citizen = await openCitizen(relay.url, 'fr', 'Procuration');
  await citizen.say('Comment donner procuration pour voter ?');
  await alix.takeNext();
  await stop('supervisor', window);
  await window.getByRole('button', { name: context.actions.export }).click();
  await dialogOf(tour, 'export', alix);
  await asked(tour);
  await editingContent(tour);
  await watching(tour);
}
