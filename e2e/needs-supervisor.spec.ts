import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { lists, shell } = french;

test('Q5: what needs a supervisor says so in its row and on the board, on one line', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  await first.open(relay.url);
  await second.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const reference = await camille.takeNext();
  await camille.window.keyboard.press('Alt+Shift+KeyS');
  const alix = await desk();
  await alix.signIn(ALIX);
  const row = alix.window
    .getByRole('navigation', { name: lists.region })
    .getByRole('listitem')
    .filter({ hasText: reference });
  const words = row.getByText(new RegExp(lists.queue.needsSupervisor)).last();
  await expect(words).toBeVisible();
  const height = await row.evaluate((element) => element.scrollHeight - element.clientHeight);
  expect(height).toBeLessThanOrEqual(0);
  await picture(alix.window, 'needs-supervisor-row');
  await alix.window.getByText(shell.views.board, { exact: true }).click();
  await expect(
    alix.window
      .getByRole('row')
      .filter({ hasText: reference })
      .getByText(lists.queue.needsSupervisor)
      .first(),
  ).toBeVisible();
  await expectAccessible(alix.window, 'board with a mark');
  await picture(alix.window, 'needs-supervisor-board');
});
