import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { expectFocusOn } from './support/focus.ts';
import { CAMILLE } from './support/relay.ts';

const LOST = 'On m’a volé mon vélo devant l’école';

test('an old message is found without the relay by keyboard alone, and opens at its place', async ({
  relay,
  citizen,
  desk,
}) => {
  const { search } = french;
  const person = await citizen();
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say(LOST);
  const reference = await camille.takeNext();
  // Far enough below for the message not to be on screen any more.
  for (let line = 1; line <= 14; line += 1)
    await camille.say(`Réponse ${line} : nous suivons votre demande.`);
  await camille.closeConversation('answered');
  await relay.kill();
  await expect(camille.offline).toBeVisible();

  await test.step('accents and a wrong letter make no difference', async () => {
    await window.keyboard.press('Alt+f');
    await expectFocusOn(window.getByRole('searchbox', { name: search.line }));
    await window.keyboard.type('velo ecolle');
    const found = window.getByRole('list', { name: search.finds }).getByRole('button');
    await expect(found).toHaveCount(1);
    await expect(found.locator('mark')).toHaveText(['vélo', 'école']);
    await expect(window.getByRole('heading', { name: search.near })).toBeVisible();
  });

  await test.step('a filter that nothing meets leaves nothing, and says so', async () => {
    const outcome = window.getByRole('combobox', { name: search.disposition });
    await window.keyboard.press('Tab');
    await window.keyboard.press('Tab');
    await expectFocusOn(outcome);
    await window.keyboard.type('Abus');
    await expect(window.getByText(search.none)).toBeVisible();
    await window.keyboard.press('Home');
    await expect(window.getByRole('list', { name: search.finds }).getByRole('button')).toHaveCount(1);
    await window.keyboard.press('Shift+Tab');
    await window.keyboard.press('Shift+Tab');
  });

  await test.step('the find opens its conversation at the entry, which has the focus', async () => {
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => camille.current()).toBe(reference);
    const entry = window.locator('[data-found]');
    await expect(entry).toContainText(LOST);
    await expectFocusOn(entry);
    await expect(entry).toBeInViewport();
  });

  await test.step('what was found is still there when the search is opened again', async () => {
    await window.keyboard.press('Control+f');
    await expect(window.getByRole('searchbox', { name: search.line })).toHaveValue('velo ecolle');
    await expect(window.getByRole('list', { name: search.finds }).getByRole('button')).toHaveCount(1);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });
});
