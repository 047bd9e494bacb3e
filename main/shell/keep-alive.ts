import { setTimeout as pause } from 'node:timers/promises';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Log } from '../session/surroundings.ts';
import { START_PAGE } from './served-file.ts';
import { WORDS } from './words.ts';

export type KeepAliveOptions = { readonly language: () => keyof typeof WORDS; readonly log: Log };

/** A window that crashes more often than this in a minute is not reloaded any more. */
const RELOADS_PER_MINUTE = 3;
/** Who chose to wait is asked again after so long, if the window still hangs (ms). */
const ASK_AGAIN = 15_000;
/** A page that has drawn nothing so long after it was loaded will not draw any more (ms). */
const BLANK_AFTER = 10_000;

const IS_BLANK = 'document.getElementById("root")?.childElementCount === 0';
const LOAD_ABORTED = -3;

/** The window holds view state only: after a crash it is loaded again, and main gives it everything anew. */
export function keepAlive(window: BrowserWindow, options: KeepAliveOptions): void {
  reloadAfterCrash(window, options);
  offerRestartWhenHung(window, options);
  offerRestartWhenBlank(window, options);
}

/** A page that does not come is told by `did-fail-load`. */
function load(window: BrowserWindow): void {
  window.webContents.loadURL(START_PAGE).catch(() => undefined);
}

function reloadAfterCrash(window: BrowserWindow, { language, log }: KeepAliveOptions): void {
  let reloads: number[] = [];
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    reloads = [...reloads.filter((at) => now - at < 60_000), now];
    log('window-crashed', { reason, reloads: reloads.length });
    if (reloads.length <= RELOADS_PER_MINUTE) {
      load(window);
      return;
    }
    const words = WORDS[language()];
    dialog.showErrorBox(words.crashed, words.crashedDetail);
    app.quit();
  });
}

/** Asks whether to wait or to restart, and again while it hangs: the system tells of a hang only once. */
function offerRestartWhenHung(window: BrowserWindow, { language, log }: KeepAliveOptions): void {
  let hang: AbortController | null = null;

  async function ask(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !window.isDestroyed()) {
      const words = WORDS[language()];
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: words.unresponsive,
        detail: words.unresponsiveDetail,
        buttons: [words.wait, words.restart],
        defaultId: 0,
        cancelId: 0,
        signal,
      });
      if (signal.aborted || window.isDestroyed()) return;
      if (response === 1) {
        window.webContents.forcefullyCrashRenderer();
        return;
      }
      await pause(ASK_AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }

  // Takes the question back when it has answered itself.
  function over(): void {
    hang?.abort();
    hang = null;
  }
  window.on('unresponsive', () => {
    if (hang !== null) return;
    hang = new AbortController();
    log('window-unresponsive');
    void ask(hang.signal);
  });
  window.on('responsive', over);
  window.on('closed', over);
  window.webContents.on('render-process-gone', over);
}

/** A page that does not come, or draws nothing, leaves no button to press: main has one. */
function offerRestartWhenBlank(window: BrowserWindow, { language, log }: KeepAliveOptions): void {
  const { webContents } = window;
  let loads = 0;
  let asking = false;

  async function ask(event: string): Promise<void> {
    if (asking || window.isDestroyed()) return;
    asking = true;
    log(event);
    // A window is shown when it first has something to show, which this one may never have.
    window.show();
    const words = WORDS[language()];
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: words.blank,
      detail: words.blankDetail,
      buttons: [words.restart, words.quit],
      defaultId: 0,
      cancelId: 0,
    });
    asking = false;
    if (window.isDestroyed()) return;
    if (response === 1) app.quit();
    else load(window);
  }

  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== LOAD_ABORTED) void ask('window-not-loaded');
  });
  webContents.on('did-finish-load', async () => {
    loads += 1;
    const load = loads;
    await pause(BLANK_AFTER, undefined, { ref: false });
    if (load !== loads || window.isDestroyed() || webContents.isCrashed()) return;
    const blank: unknown = await webContents.executeJavaScript(IS_BLANK).catch(() => false);
    if (blank === true && load === loads) void ask('window-blank');
  });
}
