import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

const { conversation, lists, notices, shell } = french;
const TEXT = 'Restez où vous êtes, je regarde.';

test.use({ settings: { PERMANENCE_DESK_GRACE_SECONDS: '2' } });

test('what was written off line for a conversation that a colleague has by now is told with its words, until it is put away', async ({
  relay,
  desk,
}) => {
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  await camille.serve('Bruit', 'Bonjour, pouvez-vous m’aider ?');
  await relay.kill();
  await expect(camille.offline).toBeVisible();
  await camille.write(TEXT);
  await expect(camille.journal.getByText(conversation.state.offline)).toBeVisible();
  await camille.close();
  await relay.start();
  const next = sacha.window.getByRole('button', { name: lists.queue.takeNext });
  await expect(next).toBeEnabled({ timeout: 60_000 });
  await sacha.takeNext();
  await camille.reopen();
  const told = camille.window.getByText(notices.stranded(notices.acts.message, TEXT));
  await expect(told).toBeVisible({ timeout: 30_000 });
  await picture(camille.window, 'stranded');
  await camille.window.getByRole('button', { name: shell.dismiss }).click();
  await expect(told).toHaveCount(0);
  await camille.reopen();
  await expect(camille.online).toBeVisible();
  await expect(camille.window.getByText(TEXT)).toHaveCount(0);
  await expect(sacha.window.getByText(TEXT)).toHaveCount(0);
});
