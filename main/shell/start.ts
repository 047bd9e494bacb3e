import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, Menu, nativeTheme, powerMonitor, session } from 'electron';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent } from '../../protocol/ipc.ts';
import { ProcessCache } from '../cache/process-cache.ts';
import { canRun } from '../cache/runtime.ts';
import type { Attention } from '../session/attention.ts';
import { trustSystemAuthorities } from '../session/authorities.ts';
import { Desk } from '../session/desk.ts';
import { AWAY_AFTER, IDLE_EVERY, Idleness } from '../session/idleness.ts';
import { openKeychain } from '../session/keychain.ts';
import { requestHandlers } from '../session/requests.ts';
import { nodeSurroundings } from '../session/surroundings.ts';
import { webSocketWires } from '../session/wire.ts';
import { cacheLauncher } from './cache-launcher.ts';
import { type DeskConfiguration, readConfiguration } from './configuration.ts';
import { openInBrowser } from './external.ts';
import { guardEverything, guardSession } from './guards.ts';
import { serveRequests, tellWindow } from './ipc.ts';
import { log } from './log.ts';
import { Notifications } from './notifications.ts';
import { defaultPreferences, Preferences, settingsOf, withSettings } from './preferences.ts';
import { chooseFile } from './saving.ts';
import { registerScheme, serveWindow } from './serve.ts';
import { Signs } from './signs.ts';
import { readStored, writeStored } from './stored-json.ts';
import { openDeskWindow } from './window.ts';
import { languageOf, WORDS } from './words.ts';

/** out/main, whence everything built is reached. */
const HERE = dirname(fileURLToPath(import.meta.url));
/** What the task bar and the tray say anew. */
const CHANGES_SIGNS: ReadonlySet<DeskEvent['type']> = new Set([
  'state',
  'heads',
  'roster',
  'given',
  'purged',
]);
/** In memory: Chromium writes neither cookies nor a cache of its own. */
const PARTITION = 'desk';
/** How long quitting may take to put drafts and outbox on the disk (ms). */
const QUIT_WITHIN = 5_000;
/** The window hands a draft over a moment after the last key: a closed window lives on, unseen, that long (ms). */
const LAST_WORDS = 600;

function configurationFile(): string | null {
  const file = join(process.resourcesPath, 'desk.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Starts the desk, or says what is wrong with its configuration and ends. */
export function startShell(): void {
  const result = readConfiguration({
    arguments: process.argv.slice(1),
    environment: process.env,
    file: configurationFile(),
  });
  if (result.kind === 'invalid') {
    for (const problem of result.problems) process.stderr.write(`${problem}\n`);
    void app.whenReady().then(() => {
      const words = WORDS[languageOf(app.getLocale())];
      dialog.showErrorBox(
        words.wrongConfiguration,
        [words.wrongConfigurationDetail, ...result.problems].join('\n'),
      );
      app.exit(2);
    });
    return;
  }
  const { configuration } = result;
  placeData(configuration);
  // Two desks on one data folder would write the same cache: the second one shows the first one's window.
  if (!app.requestSingleInstanceLock()) {
    log('already-running');
    app.exit(0);
    return;
  }
  registerScheme();
  guardEverything(log);
  Menu.setApplicationMenu(null);
  const shell = new Shell(configuration);
  void app.whenReady().then(() => shell.open());
}

function placeData({ userData, profile }: DeskConfiguration): void {
  const base = userData ?? app.getPath('userData');
  const folder = profile === null ? base : join(base, 'profiles', profile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
}

class Shell {
  readonly #file = join(app.getPath('userData'), 'preferences.json');
  readonly #desk: Desk;
  readonly #notifications: Notifications;
  readonly #signs: Signs;
  #preferences: Preferences;
  #officer: Id | null = null;
  #window: BrowserWindow | null = null;
  #ending: 'no' | 'ending' | 'ended' = 'no';

  constructor(configuration: DeskConfiguration) {
    const { relay, cacheNode } = configuration;
    trustSystemAuthorities(log);
    const { node, electron } = process.versions;
    const oldRuntime = !canRun({ node, electron });
    const launch = cacheLauncher(join(HERE, 'cache.js'), oldRuntime ? cacheNode : null);
    this.#preferences = readStored(this.#file, Preferences, defaultPreferences(app.getLocale()));
    this.#notifications = new Notifications((conversation) => {
      this.#show();
      this.#desk.model.tell({ type: 'show', conversation });
    });
    this.#signs = new Signs({
      model: () => this.#desk.model,
      window: () => this.#window,
      language: () => this.#preferences.settings.language,
      show: () => this.#show(),
      presence: (presence) => this.#desk.session?.signals.presence(presence),
      log,
    });
    this.#desk = new Desk({
      relay,
      folder: app.getPath('userData'),
      trial: oldRuntime || !app.isPackaged,
      settings: this.#preferences.settings,
      keychain: openKeychain,
      launchCache: () => new ProcessCache({ launch, log, ...nodeSurroundings }),
      openWire: webSocketWires(relay),
      surroundings: nodeSurroundings,
      log,
      emit: (event) => {
        tellWindow(this.#window?.webContents ?? null, event, log);
        this.#heard(event);
      },
      onAttention: (attention) => this.#attention(attention),
    });
  }

  /** What the window is told changes what is said outside it, and whose settings hold. */
  #heard(event: DeskEvent): void {
    if (event.type === 'state') this.#officerIs(event.state.self?.officer ?? null);
    if (CHANGES_SIGNS.has(event.type)) this.#signs.changed();
  }

  #officerIs(officer: Id | null): void {
    if (officer === this.#officer) return;
    this.#officer = officer;
    if (officer === null) {
      this.#notifications.clear();
      return;
    }
    const own = settingsOf(this.#preferences, officer);
    if (own === null) return;
    this.#preferences = { ...this.#preferences, settings: own };
    this.#desk.model.setSettings(own);
  }

  open(): void {
    const ready = this.#desk.start().catch((error: unknown) => {
      // Whatever failed, the officer gets a window that can sign in.
      log('desk-start-failed', { error: error instanceof Error ? error.name : 'unknown' });
    });
    const partition = session.fromPartition(PARTITION);
    guardSession(partition, log);
    serveWindow(partition, join(HERE, '../renderer'));
    serveRequests(
      () => this.#window?.webContents ?? null,
      requestHandlers(this.#desk, {
        ready,
        saveSettings: (settings) => this.#save(withSettings(this.#preferences, this.#officer, settings)),
        openExternal: openInBrowser,
        chooseFile: (name) => chooseFile(this.#window, name, this.#preferences.settings.language, log),
      }),
      log,
    );
    this.#window = openDeskWindow({
      session: partition,
      preload: join(HERE, '../preload/index.cjs'),
      place: this.#preferences.place,
      dark: this.#isDark(),
      language: () => this.#preferences.settings.language,
      log,
      onPlace: (place) => this.#save({ ...this.#preferences, place }),
    });
    this.#window.on('close', (event) => {
      if (this.#ending === 'ended') return;
      event.preventDefault();
      app.quit();
    });
    this.#window.on('closed', () => {
      this.#window = null;
    });
    this.#window.on('focus', () => this.#notifications.looked());
    this.#window.once('show', () => log('window-shown', { milliseconds: sinceStart() }));
    void ready.then(() => log('desk-ready', { milliseconds: sinceStart() }));
    this.#listen();
  }

  #listen(): void {
    app.on('second-instance', () => this.#show());
    app.on('activate', () => this.#show());
    app.on('window-all-closed', () => app.quit());
    app.on('before-quit', (event) => {
      if (this.#ending === 'ended') return;
      event.preventDefault();
      void this.#end();
    });
    this.#watchIdleness();
    powerMonitor.on('resume', () => {
      log('woke');
      this.#desk.woke().catch(() => log('wake-failed'));
    });
  }

  #watchIdleness(): void {
    const idleness = new Idleness();
    const watching = setInterval(() => {
      const { session, model } = this.#desk;
      const { awayAfter = AWAY_AFTER } = this.#preferences.settings;
      const idle = powerMonitor.getSystemIdleTime();
      const presence = idleness.next(idle, awayAfter === 0 ? null : awayAfter, model.state.presence);
      if (presence !== null) session?.signals.presence(presence, presence === 'away' ? 'idle' : undefined);
    }, IDLE_EVERY);
    watching.unref();
  }

  /** Drafts and outbox are on the disk before the process is gone; a disk that hangs does not hold it for ever. */
  async #end(): Promise<void> {
    if (this.#ending !== 'no') return;
    this.#ending = 'ending';
    this.#signs.close();
    if (this.#window !== null) {
      this.#window.hide();
      await pause(LAST_WORDS);
    }
    await Promise.race([this.#desk.stop().catch(() => log('stop-failed')), pause(QUIT_WITHIN)]);
    this.#ending = 'ended';
    app.quit();
  }

  #attention(attention: Attention): void {
    const { settings } = this.#preferences;
    if (this.#window?.isFocused() === true || !settings.notifications) return;
    if (settings.quiet === true && attention.level !== 'emergency') return;
    this.#notifications.show(attention, settings.language);
    this.#window?.flashFrame(true);
  }

  #show(): void {
    const window = this.#window;
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  #isDark(): boolean {
    const { theme } = this.#preferences.settings;
    return theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
  }

  #save(preferences: Preferences): void {
    this.#preferences = preferences;
    if (!writeStored(this.#file, preferences)) log('preferences-not-saved');
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Milliseconds since this process began, by its own clock. */
function sinceStart(): number {
  return Math.round(performance.now());
}
