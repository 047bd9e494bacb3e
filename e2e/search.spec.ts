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
  });

  await test.step('Enter opens the first find, a near spelling too', async () => {
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(window.locator('[data-found]')).toContainText(LOST);
  });

  await test.step('Enter before the answer has come opens nothing that was found before', async () => {
    await window.keyboard.press('Control+f');
    const line = window.getByRole('searchbox', { name: search.line });
    await line.fill('vélo');
    await expect(window.getByRole('list', { name: search.finds }).getByRole('button')).toHaveCount(1);
    await expect(window.getByRole('heading', { name: search.near })).toHaveCount(0);
    await line.evaluate((input: HTMLInputElement) => {
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      setter?.call(input, 'introuvable');
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
      );
    });
    await expect(window.getByText(search.none)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });
});

test('signs inside a sentence, a number without its separators, and filters alone find their conversation', async ({
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
  await person.say('你好，我的居留证在地铁上被偷了');
  await person.say('La voiture est immatriculée AB-123-CD');
  const reference = await camille.takeNext();
  await camille.closeConversation('answered');

  await window.keyboard.press('Alt+f');
  const line = window.getByRole('searchbox', { name: search.line });
  const found = window.getByRole('list', { name: search.finds }).getByRole('button');
  for (const [typed, mark] of [
    ['居留证', '居留证'],
    ['ab123cd', 'AB-123-CD'],
    ['AB 123 CD', 'AB-123-CD'],
  ] as const) {
    await line.fill(typed);
    await expect(found.locator('mark')).toHaveText([mark]);
    await expect(found).toHaveCount(1);
  }

  await line.fill('');
  await expect(window.getByText(search.begin)).toBeVisible();
  const outcome = window.getByRole('combobox', { name: search.disposition });
  await outcome.selectOption({ label: french.dispositions.abusive.name });
  await expect(window.getByText(search.none)).toBeVisible();
  await outcome.selectOption({ label: french.dispositions.answered.name });
  await expect(window.getByText(search.count(1))).toBeVisible();
  await expect(found).toContainText([reference]);
  await line.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => camille.current()).toBe(reference);
});
