import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { askWindow } from './support/ask-window.ts';
import { filesHolding } from './support/files.ts';
import type { OfficerDesk } from './support/officer.ts';
import { CAMILLE } from './support/relay.ts';

const QUESTION = 'Canari-5b20 bonjour, une question.';
const DRAFT = 'Je vous réponds dans un inst';
const NOTE = 'Canari-9c41 entre nous, il a';

function rendererOf(desk: OfficerDesk): Promise<number | undefined> {
  return desk.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
}

/** A message begun, then a note begun; resolves once main has both. */
async function beginBoth(desk: OfficerDesk): Promise<void> {
  await desk.composer.fill(DRAFT);
  await desk.writes('note');
  await desk.noteField.fill(NOTE);
  await expect.poll(() => desk.keptDrafts()).toMatchObject([{ message: DRAFT, note: NOTE, mode: 'note' }]);
}

test('a crash of the window’s process restores the desk with the conversation, its message and its note', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say(QUESTION);
  const reference = await camille.takeNext();
  await beginBoth(camille);

  const before = await rendererOf(camille);
  if (before === undefined) throw new Error('the desk has no window');
  process.kill(before, 'SIGSEGV');
  await expect.poll(() => camille.running.output.join('')).toContain('window-crashed');

  const shown = () => askWindow(camille, 'document.body.innerText').catch(() => '');
  await expect.poll(shown).toContain(french.notices.restored);
  await expect.poll(shown).toContain(reference);
  // The note stands in the note's field, and nowhere else: sent from the other, it would go to the citizen.
  const field = "document.querySelector('[data-place=composer]')";
  const written = `[${field}?.getAttribute('aria-label'), ${field}?.value]`;
  const { composer } = french;
  await expect.poll(() => askWindow(camille, written)).toEqual([composer.noteLabel(reference), NOTE]);
  const message = `[...document.querySelectorAll('button')].find((each) => each.textContent === '${composer.mode.message}')`;
  await askWindow(camille, `${message}.click()`);
  await expect.poll(() => askWindow(camille, written)).toEqual([composer.label(reference), DRAFT]);
  expect(await rendererOf(camille)).not.toBe(before);
  await test.step('no report of the crash holds what was on the screen', () => {
    for (const text of [DRAFT, NOTE, QUESTION])
      expect(filesHolding(camille.workstation.folder, text)).toEqual([]);
  });

  // It lives: what the citizen says now comes on screen.
  await person.say('Vous êtes toujours là ?');
  await expect.poll(shown).toContain('Vous êtes toujours là ?');
});

test('a graphics process that dies, and dies again, leaves the desk at work', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say(QUESTION);
  const graphics = () =>
    camille.running.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null,
    );
  const dead = new Set<number>();
  while (dead.size < 2) {
    const pid = await graphics();
    if (pid === null || dead.has(pid)) continue;
    dead.add(pid);
    process.kill(pid, 'SIGSEGV');
    await expect.poll(async () => [null, pid].includes(await graphics())).toBe(false);
  }
  await camille.takeNext();
  await camille.composer.fill('Bonjour, je vous lis.');
  await camille.composer.press('Enter');
  await expect(person.log.getByText('Bonjour, je vous lis.')).toBeVisible();
  // It is drawn as well: an empty picture is small.
  expect((await camille.window.screenshot()).length).toBeGreaterThan(20_000);
});

test('a desk that dies whole leaves no word of what it showed, and gives back what was being written', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say(QUESTION);
  const reference = await camille.takeNext();
  await beginBoth(camille);
  await expect(camille.entry(QUESTION)).toBeVisible();
  process.kill(camille.running.pid, 'SIGSEGV');
  await expect
    .poll(() => camille.running.session.exitCode ?? camille.running.session.signalCode)
    .not.toBeNull();
  for (const text of [DRAFT, NOTE, QUESTION])
    expect(filesHolding(camille.workstation.folder, text)).toEqual([]);

  await camille.reopen();
  await camille.show(reference);
  await expect(camille.noteField).toHaveValue(NOTE);
  await camille.looked();
  await camille.window.getByRole('button', { name: french.composer.addNote(reference) }).click();
  await expect(camille.entry(NOTE)).toHaveCount(1);
  await camille.writes('message');
  await expect(camille.composer).toHaveValue(DRAFT);
  await camille.window.getByRole('button', { name: french.composer.send(reference) }).click();
  await expect(person.message(DRAFT)).toBeVisible();
  await expect(person.log.getByText(NOTE)).toHaveCount(0);
});
