import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
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
