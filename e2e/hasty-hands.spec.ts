import type { Page } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { ALIX, CAMILLE, SACHA } from './support/relay.ts';

const { board, colleagues, context, dialogs, lists } = french;

/** Presses a chord and holds its last key until it has repeated so many times. */
async function hold({ keyboard }: Page, keys: readonly string[], repeats: number): Promise<void> {
  for (const key of keys) await keyboard.down(key);
  for (let count = 0; count < repeats; count += 1) await keyboard.down(keys.at(-1) ?? '');
  for (const key of keys.toReversed()) await keyboard.up(key);
}

test('a key held a moment too long is one press: one is taken, note mode stays, a choice sends nothing', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const people = await Promise.all([1, 2, 3].map(() => openCitizen(relay.url, 'fr', 'Vol')));
  for (const person of people) await person.say('Bonjour');
  const next = window.getByRole('button', { name: lists.queue.takeNext });
  await expect(next).toBeEnabled();

  await hold(window, ['Alt', 'KeyP'], 3);
  await expect(camille.composer).toBeFocused();
  const held = window.locator('.mine-section .row');
  await expect(held).toHaveCount(1);

  await hold(window, ['Alt', 'KeyN'], 1);
  await expect(camille.noteField).toBeVisible();
  await window.keyboard.press('Alt+KeyN');

  await window.keyboard.type('Voyez @thesee');
  await expect(camille.options.first()).toBeVisible();
  await hold(window, ['Enter'], 2);
  await expect(window.locator('.attachment')).toContainText('THESEE');
  await expect(camille.composer).toHaveValue('Voyez ');

  await window.getByRole('button', { name: lists.queue.takeNext }).focus();
  await hold(window, ['Enter'], 3);
  await expect(held).toHaveCount(2);
  // What is said now comes after whatever those keys had asked for.
  await camille.say('Je vous écoute.');
  await expect(held).toHaveCount(2);
  await expect(camille.entry('Voyez')).toHaveCount(0);
});

test('K: a note under the hands stays one when the conversation is passed to whoever writes it', async ({
  desk,
}) => {
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  const { person, reference } = await camille.serve('Vol', 'Bonjour');
  const dialog = camille.window.getByRole('dialog');
  await camille.window.keyboard.press('Alt+KeyD');
  await dialog.getByRole('radio', { name: /Sacha/ }).press('Space');
  await dialog.getByRole('button', { name: colleagues.consult.submit }).click();
  await sacha.window.getByRole('button', { name: colleagues.notices.open(reference) }).click();
  await sacha.noteField.focus();

  await camille.window.keyboard.press('Alt+KeyT');
  await dialog.getByRole('radio', { name: /Sacha/ }).press('Space');
  await dialog.getByRole('button', { name: dialogs.assign.submit }).click();
  await expect(sacha.window.getByText(french.notices.noteKept(reference))).toBeVisible();
  const whisper = 'Ne lui dis pas que la patrouille arrive.';
  await sacha.window.keyboard.type(whisper);
  await sacha.window.keyboard.press('Enter');
  await expect(sacha.entry(whisper)).toHaveCount(1);
  await sacha.window.keyboard.press('Alt+KeyN');
  await sacha.window.keyboard.type('Bonjour, je prends la suite.');
  await sacha.window.keyboard.press('Enter');
  // The first that the citizen hears from an officer.
  const answer = await person.answer();
  expect(answer?.body).toEqual({ kind: 'message', text: 'Bonjour, je prends la suite.' });
});

test('what a supervisor takes over by passing it to themselves is answered', async ({ desk }) => {
  const [camille, alix] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await alix.signIn(ALIX);
  const { person, reference } = await camille.serve('Vol', 'Bonjour');
  const { window } = alix;
  await window.keyboard.press('Alt+KeyB');
  await window.getByRole('button', { name: board.open_(reference) }).click();
  await alix.noteField.fill('Je reprends.');
  await alix.noteField.press('Enter');
  await expect(alix.entry('Je reprends.')).toHaveCount(1);
  await window.keyboard.press('Alt+KeyT');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(ALIX.alias) }).press('Space');
  await dialog.getByRole('button', { name: dialogs.assign.submit }).click();
  await alix.say('Bonjour, je prends la suite.');
  const answer = await person.answer();
  expect(answer?.body).toEqual({ kind: 'message', text: 'Bonjour, je prends la suite.' });
});

test('a drag that is let go outside the columns keeps no later Enter from a button', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const people = await Promise.all([1, 2].map(() => openCitizen(relay.url, 'fr', 'Vol')));
  for (const person of people) await person.say('Bonjour');
  const one = await camille.takeNext();
  const two = await camille.takeNext();
  const [journal, bar] = [
    await camille.journal.boundingBox(),
    await window.getByRole('banner').boundingBox(),
  ];
  await window.mouse.move((journal?.x ?? 0) + 100, (journal?.y ?? 0) + 60);
  await window.mouse.down();
  await window.mouse.move((bar?.x ?? 0) + 300, (bar?.y ?? 0) + 10, { steps: 5 });
  await window.mouse.up();
  await expect.poll(() => camille.shown()).toBe(two);
  await window.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => camille.shown()).toBe(one);
  await window.getByRole('button', { name: context.actions.close }).press('Enter');
  await expect(window.getByRole('dialog')).toBeVisible();
});

test('an Enter meant for an undo that is over sends no draft', async ({ relay, desk }) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const people = await Promise.all([1, 2].map(() => openCitizen(relay.url, 'fr', 'Vol')));
  for (const person of people) await person.say('Bonjour');
  const one = await camille.takeNext();
  const two = await camille.takeNext();
  await camille.show(one);
  await camille.closeConversation('answered', false);
  await camille.show(two);
  await camille.composer.focus();
  await camille.window.keyboard.type('Non, je ne pense pas que');
  await camille.undoClosing.focus();
  // Its time ends, the focus goes to the composer, and the hand was on its way: all within one look of the window.
  await camille.composer.evaluate((area) => {
    const press = () =>
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    area.addEventListener('focus', press, { once: true });
  });
  await expect(camille.composer).toBeFocused({ timeout: 15_000 });
  await expect(camille.window.getByText(french.notices.focusMoved(two))).toBeVisible();
  await expect(camille.composer).toHaveValue('Non, je ne pense pas que');
});

test('a double click takes one', async ({ relay, desk }) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  for (let count = 0; count < 3; count += 1) {
    const person = await openCitizen(relay.url, 'fr', 'Vol');
    await person.say('Bonjour');
  }
  const next = window.getByRole('button', { name: lists.queue.takeNext });
  await expect(next).toBeEnabled();
  const held = window.locator('.mine-section .row');
  await next.click();
  await expect(held).toHaveCount(1);
  await expect(next).toBeEnabled();
  // The second half, slower than the relay's answer to the first.
  const box = await next.boundingBox();
  await window.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  await window.mouse.down({ clickCount: 2 });
  await window.mouse.up({ clickCount: 2 });
  await camille.say('Je vous écoute.');
  await expect(held).toHaveCount(1);
  await next.click();
  await expect(held).toHaveCount(2);
});
