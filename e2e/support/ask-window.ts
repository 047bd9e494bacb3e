import type { OfficerDesk } from './officer.ts';

/** What a page that lives needs for one script, milliseconds. */
export const ANSWER = 3_000;

/**
 * Runs a script in the desk's window, asked through main: Playwright lets go of a page whose process has died. Fails
 * where it does not answer in time: a page that goes while it is asked takes the question with it.
 */
export function askWindow(desk: OfficerDesk, code: string): Promise<unknown> {
  return desk.running.app.evaluate(
    ({ BrowserWindow }, { script, answer }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
        new Promise((_, failed) => setTimeout(failed, answer, new Error('the window does not answer'))),
      ]),
    { script: code, answer: ANSWER },
  );
}
