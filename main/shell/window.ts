import { app, BrowserWindow, dialog, type Session, screen } from 'electron';
import type { Log } from '../session/surroundings.ts';
import { visiblePlace, type WindowPlace } from './preferences.ts';
import { START_PAGE } from './served-file.ts';
import { WORDS } from './words.ts';

export type DeskWindowOptions = {
  readonly session: Session;
  readonly preload: string;
  readonly place: WindowPlace;
  readonly dark: boolean;
  readonly language: () => keyof typeof WORDS;
  readonly log: Log;
  readonly onPlace: (place: WindowPlace) => void;
};

/** A window that crashes more often than this in a minute is not reloaded any more. */
const RELOADS_PER_MINUTE = 3;

/** The desk's one window: sandboxed, isolated, without Node, on our scheme alone. */
export function openDeskWindow(options: DeskWindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { x, y, width, height, maximized } = visiblePlace(options.place, areas);
  const window = new BrowserWindow({
    ...(x === null || y === null ? {} : { x, y }),
    width,
    height,
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Permanence',
    backgroundColor: options.dark ? '#14171c' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // A dictionary would be downloaded from elsewhere.
      spellcheck: false,
      devTools: !app.isPackaged,
      // The alarm must sound before the officer has touched anything.
      autoplayPolicy: 'no-user-gesture-required',
      // Waits and alarms go on counting behind other windows.
      backgroundThrottling: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  keepPlace(window, options.onPlace);
  keepAlive(window, options);
  void window.loadURL(START_PAGE);
  return window;
}

function keepPlace(window: BrowserWindow, onPlace: (place: WindowPlace) => void): void {
  const note = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const { x, y, width, height } = window.getNormalBounds();
    onPlace({ x, y, width, height, maximized: window.isMaximized() });
  };
  window.on('resized', note);
  window.on('moved', note);
  window.on('maximize', note);
  window.on('unmaximize', note);
  window.on('close', note);
}

/** The window holds view state only: after a crash it is loaded again, and main gives it everything anew. */
function keepAlive(window: BrowserWindow, { language, log }: DeskWindowOptions): void {
  let reloads: number[] = [];
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    reloads = [...reloads.filter((at) => now - at < 60_000), now];
    log('window-crashed', { reason, reloads: reloads.length });
    if (reloads.length <= RELOADS_PER_MINUTE) {
      void webContents.loadURL(START_PAGE);
      return;
    }
    const words = WORDS[language()];
    dialog.showErrorBox(words.crashed, words.crashedDetail);
    app.quit();
  });

  let asking = false;
  window.on('unresponsive', () => {
    if (asking) return;
    asking = true;
    log('window-unresponsive');
    const words = WORDS[language()];
    dialog
      .showMessageBox(window, {
        type: 'warning',
        message: words.unresponsive,
        detail: words.unresponsiveDetail,
        buttons: [words.wait, words.restart],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        if (response === 1 && !window.isDestroyed()) webContents.forcefullyCrashRenderer();
      })
      .finally(() => {
        asking = false;
      });
  });
}
