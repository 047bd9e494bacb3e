import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expectFocusOn } from './support/focus.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

const { dialogs, dispositions, lists, palette, shell } = french;

test('the palette finds acts, conversations and views by a few letters', async ({ relay, citizen, desk }) => {
  const [first, second] = [await citizen(), await citizen()];
  await first.open(relay.url);
  await first.say('Bonjour, on m’a volé mon vélo.');
  await second.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  // The palette offers what there is to do when it is opened.
  await expect(camille.window.getByRole('button', { name: /^Prendre C-/ })).toHaveCount(2);
  const { keyboard } = camille.window;
  await keyboard.press('Control+KeyK');
  const dialog = camille.window.getByRole('dialog', { name: palette.title });
  const line = dialog.getByRole('searchbox', { name: palette.line });
  await expectFocusOn(line);
  await expect(dialog.getByRole('menuitem', { name: french.shortcutNames.takeNext })).toBeVisible();
  await expectAccessible(camille.window, 'palette');
  await picture(camille.window, 'palette');

  await line.fill('prendre suivante');
  await keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(camille.entry('Bonjour, on m’a volé mon vélo.')).toBeVisible();
  const one = (await camille.shown()) ?? '';

  await keyboard.press('Control+KeyK');
  await line.fill('en pausse');
  await picture(camille.window, 'palette-typed');
  await keyboard.press('Enter');
  await expect(camille.window.getByLabel(shell.presence.label)).toHaveValue('break');

  const two = await camille.takeNext();
  await keyboard.press('Control+KeyK');
  await line.fill(one);
  await keyboard.press('Enter');
  await expect.poll(() => camille.shown()).toBe(one);
  expect(two).not.toBe(one);
});

test('letters and Enter faster than the list is redrawn do what the letters find, and nothing without letters', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  await first.open(relay.url);
  await second.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const [one, two] = [await camille.takeNext(), await camille.takeNext()];
  const { keyboard } = camille.window;
  const dialog = camille.window.getByRole('dialog', { name: palette.title });
  const line = dialog.getByRole('searchbox', { name: palette.line });
  for (const wanted of [one, two, one, two, one]) {
    await keyboard.press('Control+KeyK');
    await expectFocusOn(line);
    await keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    // The whole of it in one turn of the window's loop: the list has no moment to mark its first line.
    await line.evaluate((input: HTMLInputElement, letters) => {
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      setter?.call(input, letters);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
      );
    }, wanted);
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => camille.shown()).toBe(wanted);
    await expect(camille.composer).toBeVisible();
  }
});

test('letters and Enter faster than the picker is redrawn put in what the letters find, and nothing where they find nothing', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  await person.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  const { composer, window } = camille;
  /** All of it in one turn of the window's loop, as keys that waited for a busy machine arrive. */
  const burst = (letters: string) =>
    composer.evaluate((area: HTMLTextAreaElement, typed) => {
      const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      const more = (text: string) => {
        setter?.call(area, text);
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      more(typed.slice(0, 1));
      more(typed);
      area.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
      );
    }, letters);
  const attached = window.locator('.attachment');
  for (const [letters, name] of [
    ['@antai', 'ANTAI'],
    ['@procuration', 'Maprocuration'],
    ['@suicide', '3114'],
  ] as const) {
    await composer.focus();
    await burst(letters);
    await expect(composer).toHaveValue('');
    await expect(attached).toContainText(name);
  }
  await burst('/cloture-silence');
  await expect(composer).toHaveValue(/^Sans nouvelle de votre part/);
  await composer.fill('');
  await burst('@xyzxyz');
  await expect(composer).toHaveValue('@xyzxyz');
  await expect(attached).toContainText('3114');
});

test('the focus view hides both columns, says who waits, and is remembered', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  await first.open(relay.url);
  await second.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const one = await camille.takeNext();
  const two = await camille.takeNext();
  await camille.window.keyboard.press('Alt+KeyV');
  const columns = camille.window.getByRole('navigation', { name: lists.region });
  await expect(columns).toHaveCount(0);
  await expect(camille.window.getByRole('region', { name: french.context.region })).toHaveCount(0);
  await first.say('Vous êtes là ?');
  const next = camille.window.getByRole('button', { name: palette.focusView.waiting(1, 0) });
  await expect(next).toBeVisible();
  await expectAccessible(camille.window, 'focus view');
  await picture(camille.window, 'focus-view');
  await camille.window.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => camille.shown()).toBe(one);
  await camille.say('Oui, je vous réponds.');
  await expect(next).toHaveCount(0);
  expect(two).not.toBe(one);

  await camille.reopen();
  await camille.window.getByText(one, { exact: true }).first().click();
  const again = camille.window.getByRole('navigation', { name: lists.region });
  await expect(again).toHaveCount(0);
  await camille.window.keyboard.press('Alt+Digit2');
  await expect(again).toBeVisible();
});

test('closing and going on to the next is one key and an Enter', async ({ relay, citizen, desk }) => {
  const [first, second] = [await citizen(), await citizen()];
  await first.open(relay.url);
  await second.open(relay.url);
  await second.say('Une question.');
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  const done = await camille.takeNext();
  await camille.window.keyboard.press('Alt+Shift+KeyC');
  const dialog = camille.window.getByRole('dialog');
  await dialog.getByRole('radio', { name: dispositions.answered.name }).press('Space');
  await dialog.getByRole('textbox', { name: dialogs.close.subject }).fill('Renseignement');
  await picture(camille.window, 'close-next');
  await camille.window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => camille.shown()).not.toBe(done);
  await expect(camille.undoClosing).toBeVisible();
});

test('Q4: whoever is full goes on to the next when the closure can no longer be undone', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  await first.open(relay.url);
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await camille.setCapacity(1);
  const done = await camille.takeNext();
  await second.open(relay.url);
  await second.say('Une question.');
  await expect(window.getByRole('button', { name: lists.queue.takeNext })).toBeEnabled();
  await window.keyboard.press('Alt+Shift+KeyC');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio', { name: dispositions.answered.name }).press('Space');
  await dialog.getByRole('textbox', { name: dialogs.close.subject }).fill('Renseignement');
  await window.keyboard.press('Enter');
  await expect(window.getByText(french.notices.nextWhenClosed(done))).toBeVisible();
  await picture(window, 'close-next-full');
  await expect(camille.entry('Une question.')).toBeVisible({ timeout: 15_000 });
  await expect(first.log.getByText(fr.chat.closed)).toBeVisible();
  await camille.say('Je vous écoute.');
  await expect(second.message('Je vous écoute.')).toBeVisible();
});

test('? lists every key', async ({ desk }) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.window.locator('body').press('?');
  const dialog = camille.window.getByRole('dialog', { name: dialogs.shortcuts.title });
  for (const name of ['palette', 'nextWaiting', 'closeNext', 'pass', 'consult', 'focusView'] as const) {
    await expect(dialog.getByText(french.shortcutNames[name], { exact: true })).toBeAttached();
  }
  await picture(camille.window, 'shortcuts');
});
