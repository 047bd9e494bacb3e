import { Snapshot } from '../protocol/ipc.ts';
import { english } from '../renderer/i18n/en/index.ts';
import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { OfficerDesk } from './support/officer.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

const { dialogs, editing, notices, shell } = french;
const { problems } = shell.day;
const NAME = 'Ma façon de conclure';

const dayOf = ({ window }: OfficerDesk, { editing: words, shell: { day } } = french) =>
  window.getByRole('textbox', { name: `${words.fields['validUntil']} ${day.pattern}`, exact: true });

/** An officer's own response with every field but its last day. */
async function write({ window }: OfficerDesk): Promise<void> {
  await window.getByRole('button', { name: shell.views.own, exact: true }).click();
  await window.getByRole('button', { name: editing.add.personal }).click();
  for (const [field, text] of [
    ['titleFr', NAME],
    ['titleEn', 'How I close'],
    ['shortcut', 'conclure-moi'],
    ['category', 'Clôture'],
    ['textFr', 'Bonne soirée.'],
    ['textEn', 'Good evening.'],
  ] as const) {
    await window.getByLabel(editing.fields[field] ?? '-', { exact: true }).fill(text);
  }
}

/** The last day of the officer's response, as the desk keeps it. */
async function kept({ window }: OfficerDesk): Promise<string | undefined> {
  const snapshot = await window.evaluate(() =>
    Reflect.get(globalThis, 'permanence').request('snapshot', null),
  );
  return Snapshot.parse(snapshot).personal.find(({ titleFr }) => titleFr === NAME)?.validUntil;
}

test('a day is typed as the interface’s language writes it, whatever the machine speaks, and kept as a day', async ({
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  expect(await window.evaluate(() => navigator.language)).toMatch(/^en/);
  await write(camille);
  const day = dayOf(camille);
  await day.focus();
  await window.keyboard.type('30/11/2027');
  await window.keyboard.press('Control+s');
  await expect(window.getByText(notices.ownSaved(NAME))).toBeVisible();
  await expect.poll(() => kept(camille)).toBe('2027-11-30');
  await expect(day).toHaveValue('30/11/2027');

  await test.step('without its signs too; nothing is written otherwise while one is typing', async () => {
    await day.fill('');
    await window.keyboard.type('3/1/2028');
    await expect(day).toHaveValue('3/1/2028');
    await window.keyboard.press('Tab');
    await expect(day).toHaveValue('03/01/2028');
    await day.fill('04012028');
    await window.keyboard.press('Tab');
    await expect(day).toHaveValue('04/01/2028');
  });

  await test.step('in English as an English person writes it', async () => {
    await window.getByRole('button', { name: shell.settings, exact: true }).click();
    await window
      .getByRole('dialog')
      .getByRole('radio', { name: dialogs.settings.languages.en })
      .press('Space');
    await window.keyboard.press('Escape');
    await expect(dayOf(camille, english)).toHaveValue('04/01/2028');
  });

  await test.step('without it the response has no end', async () => {
    await dayOf(camille, english).fill('');
    await window.keyboard.press('Control+s');
    await expect.poll(() => kept(camille)).toBeUndefined();
  });
});

test('what is typed of a day is neither corrected nor lost, and says what is wrong with it', async ({
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await write(camille);
  const day = dayOf(camille);
  const source = window.getByLabel(editing.fields['source'] ?? '-', { exact: true });

  await test.step('a part is missing: said once the field is left, and nothing is saved', async () => {
    await day.focus();
    await window.keyboard.type('30/11');
    await expect(window.getByText(problems.unclear)).toHaveCount(0);
    await source.focus();
    await expect(day).toHaveAccessibleDescription(problems.unclear);
    await window.keyboard.press('Control+s');
    await expect(window.getByText(editing.problems.title)).toBeVisible();
    expect(await kept(camille)).toBeUndefined();
    await expectAccessible(window, 'a date without its year');
  });

  await test.step('it is still there after another view was looked at', async () => {
    await window.getByRole('button', { name: shell.views.desk, exact: true }).click();
    await expect(day).toHaveCount(0);
    await window.getByRole('button', { name: shell.views.own, exact: true }).click();
    await expect(day).toHaveValue('30/11');
  });

  await test.step('a year of two figures is not the year 27', async () => {
    await day.fill('30/11/27');
    await source.focus();
    await expect(window.getByText(problems.year)).toBeVisible();
    await expect(day).toHaveValue('30/11/27');
  });

  await test.step('a day that no calendar has stays as it was typed', async () => {
    await day.fill('31/02/2027');
    await window.keyboard.press('Control+s');
    await expect(window.getByText(problems.impossible)).toBeVisible();
    await source.focus();
    await expect(day).toHaveValue('31/02/2027');
    await picture(window, 'day-impossible');
    await window.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(window, 'a date that does not exist, dark');
    await window.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await expectAccessible(window, 'a date that does not exist, forced colours');
    await window.emulateMedia({ forcedColors: 'none' });
  });

  await test.step('corrected, it is kept', async () => {
    await day.fill('28/02/2027');
    await expect(window.getByText(problems.impossible)).toHaveCount(0);
    await window.keyboard.press('Control+s');
    await expect.poll(() => kept(camille)).toBe('2027-02-28');
  });
});
