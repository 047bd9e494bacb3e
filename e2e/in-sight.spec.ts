import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { hear, listen, lookAway } from './support/outside.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

const { colleagues, dialogs, lists, palette, shell } = french;

test('what comes while the journal is out of sight, or under a dialog, is not marked read', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  await person.open(relay.url);
  await person.say('Bonjour');
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const reference = await camille.takeNext();
  await camille.say('Je vous lis.');
  const row = camille.window.locator('.mine-section .row', { hasText: reference });
  const states = () => person.log.getByText(/^(Envoyé|Lu)$/).allInnerTexts();
  await expect.poll(async () => (await states()).at(-1)).toBe('Lu');

  await camille.window.keyboard.press('Alt+KeyF');
  await expect(camille.window.getByRole('dialog')).toBeVisible();
  await person.say('Il est derrière la porte');
  await expect(camille.entry('Il est derrière la porte')).toBeAttached();
  await expect(row).toHaveAttribute('data-unread', 'true');
  expect((await states()).at(-1)).toBe('Envoyé');
  await camille.window.keyboard.press('Escape');
  await expect.poll(async () => (await states()).at(-1)).toBe('Lu');

  await camille.resize(760, 700);
  await camille.window.getByText(shell.panes.lists, { exact: true }).click();
  await expect(camille.journal).toBeHidden();
  await person.say('Il entre');
  await person.say('Il est là');
  await expect(row.locator('.unread')).toContainText('2');
  expect((await states()).at(-1)).toBe('Envoyé');
  await camille.window.getByText(shell.panes.conversation, { exact: true }).click();
  await expect.poll(async () => (await states()).at(-1)).toBe('Lu');
});

test('an emergency is in sight over a dialog, and its key leads to it from there', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await window.keyboard.press('Alt+KeyF');
  await expect(window.getByRole('dialog')).toBeVisible();
  const urgent = await openCitizen(relay.url, 'fr', 'Violences');
  await urgent.say('Au secours, quelqu’un force ma porte');
  const strip = window.locator('.emergency-strip');
  await expect(strip).toBeVisible();
  const inSight = await strip.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return [...Array(20).keys()].every((n) => {
      const at = document.elementFromPoint(box.left + (box.width * (n + 0.5)) / 20, box.top + box.height / 2);
      return at !== null && element.contains(at);
    });
  });
  expect(inSight).toBe(true);
  const below = await window.getByRole('dialog').evaluate((dialog) => dialog.getBoundingClientRect().top);
  expect(below).toBeGreaterThanOrEqual(44);
  await picture(window, 'emergency-over-search');
  await window.keyboard.press('Alt+KeyU');
  await expect.poll(() => camille.shown()).toBe(urgent.reference);
  await expect(window.getByRole('dialog')).toHaveCount(0);
  // And by mouse.
  await window.keyboard.press('Alt+KeyF');
  await strip.getByRole('button').click();
  await expect(camille.composer).toBeFocused();
  await expect(window.getByRole('dialog')).toHaveCount(0);
});

test('who waits for an answer is in sight while the history or the contents are', async ({ desk }) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const { person, reference } = await camille.serve('Vol', 'Bonjour');
  await camille.say('Je vous lis.');
  await window.getByRole('button', { name: lists.history.title }).click();
  await person.say('Vous êtes là ? Répondez !');
  await expect(window.getByRole('button', { name: /1 attend une réponse/ })).toBeVisible();
  await picture(window, 'history-owed');
  await window.keyboard.press('Alt+KeyE');
  await picture(window, 'contents-owed');
  await window.getByRole('button', { name: palette.focusView.waiting(1, 0) }).click();
  await expect.poll(() => camille.shown()).toBe(reference);
});

test('who waits is in sight in a window that shows one part of the desk at a time', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const { person, reference } = await camille.serve('Vol', 'Bonjour');
  await camille.say('Je vous lis.');
  await (await openCitizen(relay.url, 'fr', 'Bruit')).say('Bonjour');
  const bar = window.getByRole('banner');
  const told = (owed: number, waiting: number) =>
    bar.getByRole('button', { name: palette.focusView.waiting(owed, waiting), exact: true });
  await expect(window.getByRole('button', { name: lists.queue.takeNext })).toBeEnabled();
  await expect(told(0, 1)).toHaveCount(0);

  await camille.resize(780, 700);
  await expect(told(0, 1)).toBeInViewport({ ratio: 1 });
  await picture(window, 'one-pane-waiting');
  await bar.getByText(shell.panes.lists, { exact: true }).click();
  await expect(told(0, 1)).toHaveCount(0);
  await bar.getByText(shell.panes.context, { exact: true }).click();
  await told(0, 1).click();
  await expect.poll(() => camille.shown()).not.toBe(reference);
  await person.say('Vous êtes là ?');
  await told(1, 1).click();
  await expect.poll(() => camille.shown()).toBe(reference);
});

test('a calm conversation that a colleague passes calls whoever gets it', async ({ desk }) => {
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  const { reference } = await camille.serve('Vol', 'Bonjour, j’ai perdu mon permis.');
  await camille.say('Je vous lis.');
  const said = await listen(sacha.running.app);
  const tones = await hear(sacha.window);
  await lookAway(sacha.running.app);
  await camille.window.keyboard.press('Alt+KeyT');
  const dialog = camille.window.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Sacha/ }).press('Space');
  await dialog.getByRole('button', { name: dialogs.assign.submit }).click();
  await expect
    .poll(async () => (await said()).notes)
    .toContain(`Une conversation vous est confiée ${reference}`);
  await expect.poll(tones).toBeGreaterThan(0);
  await expect.poll(async () => (await said()).badges.at(-1)).toBe(1);
  await picture(sacha.window, 'given');
  await sacha.window.getByRole('button', { name: colleagues.notices.open(reference) }).click();
  await expect.poll(() => sacha.shown()).toBe(reference);
  await expect.poll(async () => (await said()).badges.at(-1)).toBe(0);
  await expect(sacha.window.locator('.notice')).toHaveCount(0);
});

test.describe('where the relay hands conversations out', () => {
  test.use({ settings: { PERMANENCE_DISTRIBUTION: 'automatic' } });

  test('what is given calls its officer, though its citizen said nothing yet', async ({ relay, desk }) => {
    const camille = await desk();
    await camille.signIn(CAMILLE);
    const said = await listen(camille.running.app);
    await lookAway(camille.running.app);
    const person = await openCitizen(relay.url, 'fr', 'Vol');
    await expect
      .poll(async () => (await said()).notes)
      .toContain(`Une conversation vous est confiée ${person.reference}`);
  });
});
