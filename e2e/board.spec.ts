import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingCut } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { board, dialogs, shell } = french;

test('a supervisor sees the queue move, assigns and closes', async ({ relay, citizen, desk }) => {
  const [first, second] = [await citizen(), await citizen()];
  const [camille, alix] = await Promise.all([desk(), desk()]);
  await Promise.all([camille.signIn(CAMILLE), alix.signIn(ALIX)]);
  await first.open(relay.url);
  await first.say('Première personne.');
  await second.open(relay.url);
  await second.say('Deuxième personne.');
  await alix.window.getByText(shell.views.board, { exact: true }).click();

  const queue = alix.window.getByLabel(board.region, { exact: true });
  await expect(queue.getByRole('button', { name: /^Attribuer C-/ })).toHaveCount(2);
  const taken = await camille.takeNext();
  await expect(queue.getByRole('button', { name: /^Attribuer C-/ })).toHaveCount(1);
  await expect(queue.getByText(taken).first()).toBeVisible();
  await expect(queue.getByText('Camille').first()).toBeVisible();

  await test.step('assigns the one who waits', async () => {
    await queue.getByRole('button', { name: /^Attribuer C-/ }).click();
    const dialog = alix.window.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Camille/ }).press('Space');
    await dialog.getByRole('button', { name: dialogs.assign.submit }).click();
    await expect(second.page.getByText(fr.chat.taken('Gardien de la paix Camille')).first()).toBeVisible();
  });

  await test.step('closes a conversation that another officer holds', async () => {
    await queue.getByRole('button', { name: board.close(taken) }).click();
    const dialog = alix.window.getByRole('dialog');
    await dialog.getByRole('radio', { name: french.dispositions.answered.name }).press('Space');
    await dialog.getByRole('textbox', { name: dialogs.close.subject }).fill('Renseignement');
    await dialog.getByRole('button', { name: dialogs.close.submit(taken) }).click();
    await expect(first.page.getByText(fr.ended.closedBy)).toBeVisible();
    await expect(second.composer).toBeVisible();
  });
});

test('A1: an officer who is no supervisor has no board', async ({ desk }) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await expect(camille.window.getByText(shell.views.board)).toHaveCount(0);
});

test('the board cuts nothing off: on a station’s screen, where its columns are narrowest, and at 200 %', async ({
  relay,
  desk,
}) => {
  const [camille, alix] = await Promise.all([desk(), desk()]);
  await Promise.all([camille.signIn(CAMILLE), alix.signIn(ALIX)]);
  for (const subject of [
    'Arnaque sur Internet',
    'Cyberharcèlement',
    'Perte de papiers d’identité à l’étranger',
  ]) {
    await (await openCitizen(relay.url, 'fr', subject)).say('Bonjour.');
  }
  await camille.takeNext();
  await alix.takeNext();
  const { window } = alix;
  await window.getByText(shell.views.board, { exact: true }).click();
  const shown = window.getByLabel(board.region, { exact: true });
  await expect(shown.getByRole('button', { name: /^Réattribuer C-/ })).toHaveCount(2);
  for (const [width, height] of [
    [1366, 768],
    [1200, 768],
    // What a zoom of 200 % leaves of a station’s screen.
    [683, 384],
  ] as const) {
    await alix.resize(width, height);
    await expect(shown.getByText(new RegExp(`${ALIX.rank} · ${board.supervisor}`))).toBeVisible();
    await picture(window, `board-${width}`);
    await expectNothingCut(shown, `${width} × ${height}`);
  }
});

test('a second emergency is told in the bar, where it has least room too', async ({ relay, desk }) => {
  const alix = await desk();
  const { window } = alix;
  await alix.resize(1366, 768);
  await alix.signIn(ALIX);
  for (const subject of ['Harcèlement dans les transports', 'Violences']) {
    await (await openCitizen(relay.url, 'fr', subject)).say('Au secours, il a un couteau');
  }
  for (const view of [shell.views.board, shell.views.content]) {
    await window.getByText(view, { exact: true }).click();
    const strip = window.getByRole('region', { name: shell.emergency.region });
    const others = strip.getByText(shell.emergency.others(1));
    await expect(others).toBeVisible();
    const line = strip.locator('p');
    const [told, room] = [await others.boundingBox(), await line.boundingBox()];
    expect((told?.x ?? 0) + (told?.width ?? 0)).toBeLessThanOrEqual((room?.x ?? 0) + (room?.width ?? 0));
  }
});
