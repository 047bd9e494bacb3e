import { Snapshot } from '../protocol/ipc.ts';
import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { filesHolding } from './support/files.ts';
import type { OfficerDesk } from './support/officer.ts';
import { CAMILLE } from './support/relay.ts';

const QUESTION = 'Canari-5b20 bonjour, une question.';
const DRAFT = 'Je vous réponds dans un inst';

/** Asked through main: Playwright lets go of a page whose process has died. */
function inWindow(desk: OfficerDesk, code: string): Promise<unknown> {
  return desk.running.app.evaluate(
    ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
    code,
  );
}

function rendererOf(desk: OfficerDesk): Promise<number | undefined> {
  return desk.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
}

test('a crash of the window’s process restores the desk with the conversation and its draft', async ({
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
  await camille.composer.fill(DRAFT);
  await expect
    .poll(async () => {
      const snapshot = await camille.window.evaluate(() =>
        Reflect.get(globalThis, 'permanence').request('snapshot', null),
      );
      return Snapshot.parse(snapshot).drafts.map(({ text }) => text);
    })
    .toEqual([DRAFT]);

  const before = await rendererOf(camille);
  if (before === undefined) throw new Error('the desk has no window');
  process.kill(before, 'SIGSEGV');
  await expect.poll(() => camille.running.output.join('')).toContain('window-crashed');

  const shown = () => inWindow(camille, 'document.body.innerText').catch(() => '');
  await expect.poll(shown).toContain(french.notices.restored);
  await expect.poll(shown).toContain(reference);
  const draft = "document.querySelector('[data-place=composer]')?.value";
  await expect.poll(() => inWindow(camille, draft)).toBe(DRAFT);
  expect(await rendererOf(camille)).not.toBe(before);
  await test.step('no report of the crash holds what was on the screen', () => {
    for (const text of [DRAFT, QUESTION]) expect(filesHolding(camille.workstation.folder, text)).toEqual([]);
  });

  // It lives: what the citizen says now comes on screen.
  await person.say('Vous êtes toujours là ?');
  await expect.poll(shown).toContain('Vous êtes toujours là ?');
});

test('a desk that dies whole leaves no word of what it showed', async ({ relay, citizen, desk }) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say(QUESTION);
  await camille.takeNext();
  await camille.composer.fill(DRAFT);
  await expect(camille.entry(QUESTION)).toBeVisible();
  process.kill(camille.running.pid, 'SIGSEGV');
  await expect
    .poll(() => camille.running.session.exitCode ?? camille.running.session.signalCode)
    .not.toBeNull();
  for (const text of [DRAFT, QUESTION]) expect(filesHolding(camille.workstation.folder, text)).toEqual([]);
});
