import { WORDS } from '../main/shell/words.ts';
import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { askWindow } from './support/ask-window.ts';
import { BareDesk } from './support/bare-desk.ts';
import type { OfficerDesk } from './support/officer.ts';
import { CAMILLE } from './support/relay.ts';

const DRAFT = 'Je vous réponds dans un inst';
const words = WORDS.fr;

/**
 * The officer's hand on a box of the system, which no driver reaches: each question that main puts is written down
 * and answered with the next of `answers`, by the words on its button.
 */
async function answerBoxes(desk: OfficerDesk, answers: readonly string[]): Promise<void> {
  await desk.running.app.evaluate(({ dialog }, given) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'asked', asked);
    Reflect.set(
      dialog,
      'showMessageBox',
      (_window: unknown, { message, detail, buttons }: Electron.MessageBoxOptions) => {
        asked.push([message, detail, ...(buttons ?? [])].join('|'));
        const answer = given[asked.length - 1];
        return Promise.resolve({ response: buttons?.indexOf(answer ?? '') ?? -1, checkboxChecked: false });
      },
    );
  }, answers);
}

function asked(desk: OfficerDesk): Promise<unknown> {
  return desk.running.app.evaluate(() => Reflect.get(globalThis, 'asked'));
}

test('a window that hangs is offered a restart, again after a wait, and comes back with the draft', async ({
  relay,
  citizen,
  workstation,
  desk,
}) => {
  test.setTimeout(300_000);
  const person = await citizen();
  const station = workstation();
  const camille = await desk(station);
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('Bonjour, une question.');
  const reference = await camille.takeNext();
  await camille.composer.fill(DRAFT);
  await camille.close();

  const bare = await BareDesk.open(station, relay.url);
  try {
    const shown = () => bare.inWindow('document.body.innerText').catch(() => '');
    const row = `[...document.querySelectorAll('.reference')].find((each) => each.textContent === '${reference}')`;
    await expect.poll(() => bare.inWindow(`${row} !== undefined`), { timeout: 40_000 }).toBe(true);
    await bare.inWindow(`${row}.click()`);
    const draft = "document.querySelector('[data-place=composer]')?.value";
    await expect.poll(() => bare.inWindow(draft)).toBe(DRAFT);

    await bare.evaluate(`
      const answers = ${JSON.stringify([words.wait, words.restart])};
      globalThis.asked = [];
      electron.dialog.showMessageBox = async (_window, { message, detail, buttons }) => {
        asked.push([message, detail, ...buttons].join('|'));
        return { response: buttons.indexOf(answers[asked.length - 1]), checkboxChecked: false };
      };
      const [window] = electron.BrowserWindow.getAllWindows();
      void window.webContents.executeJavaScript('for (;;);').catch(() => undefined);
    `);
    // An officer presses keys, and only that shows a hang.
    const pressed = () =>
      bare.evaluate(`
        const [window] = electron.BrowserWindow.getAllWindows();
        window.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Shift' });
        return asked;
      `);
    const question = [words.unresponsive, words.unresponsiveDetail, words.wait, words.restart].join('|');
    await expect.poll(pressed, { timeout: 150_000 }).toEqual([question, question]);

    await expect.poll(shown).toContain(french.notices.restored);
    await expect.poll(shown).toContain(reference);
    await expect.poll(() => bare.inWindow(draft)).toBe(DRAFT);
    await person.say('Vous êtes toujours là ?');
    await expect.poll(shown).toContain('Vous êtes toujours là ?');
  } finally {
    await bare.kill();
  }
});

test('a window whose page does not come, or draws nothing, is no blank window: a sentence and a restart', async ({
  desk,
}) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await answerBoxes(camille, [words.restart, words.restart]);
  const shown = () => askWindow(camille, 'document.body.innerText').catch(() => '');
  const question = [words.blank, words.blankDetail, words.restart, words.quit].join('|');

  const losses = [
    ['the page does not come', 'mainFrame'],
    ['its script does not come', 'script'],
  ] as const;
  for (const [index, [what, missing]] of losses.entries()) {
    await test.step(what, async () => {
      await camille.running.app.evaluate(({ BrowserWindow }, type) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window === undefined) return;
        const { webRequest } = window.webContents.session;
        webRequest.onBeforeRequest((details, decide) => {
          const lost = details.resourceType === type;
          // Lost once: the restart finds everything.
          if (lost) webRequest.onBeforeRequest(null);
          decide({ cancel: lost });
        });
        window.webContents.reload();
      }, missing);
      await expect.poll(() => asked(camille), { timeout: 40_000 }).toEqual(Array(index + 1).fill(question));
      await expect.poll(shown).toContain(french.shell.connection.online);
    });
  }
});
