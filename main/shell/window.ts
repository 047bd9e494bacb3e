import { app, BrowserWindow, type Session, screen } from 'electron';
import type { Log } from '../session/surroundings.ts';
import { keepAlive } from './keep-alive.ts';
import { visiblePlace, type WindowPlace } from './preferences.ts';
import { START_PAGE } from './served-file.ts';
import type { WORDS } from './words.ts';

export type DeskWindowOptions = {
  readonly session: Session;
  readonly preload: string;
  readonly place: WindowPlace;
  readonly dark: boolean;
  readonly language: () => keyof typeof WORDS;
  readonly log: Log;
  readonly onPlace: (place: WindowPlace) => void;
};

/** A page that is loaded is shown at the latest so long after it (ms). */
const SHOWN_WITHIN = 2_000;

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
      webgl: false,
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
  showSoon(window);
  keepPlace(window, options.onPlace);
  keepAlive(window, options);
  // A page that does not come is keepAlive's to say.
  window.loadURL(START_PAGE).catch(() => undefined);
  return window;
}

/**
 * Shows the window with its first frame, or without: where the graphics process has to be started anew meanwhile,
 * Electron never says that the frame is ready, and the desk would stay out of sight for ever.
 */
function showSoon(window: BrowserWindow): void {
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', () => setTimeout(show, SHOWN_WITHIN));
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
