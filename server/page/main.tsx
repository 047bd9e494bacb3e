import './app/schemas.ts';
import '../../design/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/home.css';
import './styles/chat.css';
import './styles/messages.css';
import './styles/deferred.css';
import './styles/taps.css';
import { render } from 'preact';
import { newId } from '../../protocol/ids.ts';
import type { CitizenLanguage } from '../../protocol/language.ts';
import { createApi, EmbeddedService } from './app/api.ts';
import { createApp } from './app/app.ts';
import { createDisplay } from './app/display.ts';
import { followKeyboard, speak, wear } from './app/document.ts';
import { createEmergencyWatch } from './app/emergency.ts';
import { installQuickExit } from './app/exit.ts';
import { lazyLine } from './app/lazy-line.ts';
import { openSocket } from './app/socket.ts';
import { createClient, wouldLose } from './client/client.ts';
import { createWireChoice, type Way } from './client/wire-choice.ts';
import { loadTexts, type Texts } from './i18n/texts.ts';
import { AppView } from './views/app-view.tsx';

function embeddedService(): EmbeddedService | null {
  try {
    const parsed = EmbeddedService.safeParse(
      JSON.parse(document.querySelector('#service')?.textContent ?? ''),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function after(delay: number, action: () => void): () => void {
  const timer = setTimeout(action, delay);
  return () => clearTimeout(timer);
}

/** Whether the relay itself answers plain HTTP: a captive portal answers too, but not this. */
async function reachable(): Promise<boolean> {
  try {
    const response = await fetch('/healthz', { cache: 'no-store', redirect: 'error' });
    return response.ok && (await response.text()).includes('"alive"');
  } catch {
    return false;
  }
}

/** The words to begin with. A language that cannot be had now gives way to one that can: numbers before grammar. */
async function firstTexts(language: CitizenLanguage): Promise<{ language: CitizenLanguage; texts: Texts }> {
  for (const each of [language, 'fr', 'en'] as const) {
    const texts = await loadTexts(each).catch(() => null);
    if (texts !== null) return { language: each, texts };
  }
  throw new Error('no words can be had: the static page stays');
}

/** From the best to the last resort; a slow telephone is given time on the way that has no other after it. */
const WAYS: readonly [Way, ...Way[]] = [
  { open: openSocket, patience: 7_000, attempts: 2 },
  { open: lazyLine('stream'), patience: 4_000, attempts: 1 },
  { open: lazyLine('poll'), patience: 15_000, attempts: 2 },
];

async function begin(): Promise<void> {
  const display = createDisplay(() => window.sessionStorage);
  const embedded = embeddedService();
  const { language: chosen, theme } = display.saved();
  const { language, texts } = await firstTexts(chosen ?? embedded?.language ?? 'fr');
  speak(language, texts);
  // What was chosen is known now; the address and the history need not tell it.
  if (embedded?.orientation !== undefined) history.replaceState(null, '', '/');
  if (theme !== undefined) wear(theme);
  followKeyboard();

  const listen = createEmergencyWatch(async () => {
    const { isEmergency, topicsOf } = await import('../../protocol/emergency.ts');
    return { isEmergency, topicsOf };
  });
  const environment = {
    openWire: createWireChoice(WAYS, { after, now: Date.now, reachable }),
    now: Date.now,
    elapsed: () => performance.now(),
    random: Math.random,
    after,
    newId,
    listen,
  };
  const app = createApp({
    api: createApi((input, init) => fetch(input, init)),
    createClient: () => createClient(environment),
    newId,
    after,
    language,
    texts,
    loadTexts,
    service: embedded,
    silent: embedded?.silent === true,
    ...(embedded?.orientation === undefined ? {} : { orientation: embedded.orientation }),
  });

  const warn = (event: BeforeUnloadEvent) => {
    const chat = app.state().chat;
    if (chat !== null && wouldLose(chat)) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  installQuickExit(app, display, () => {
    window.removeEventListener('beforeunload', warn);
    const place = document.querySelector('#page');
    if (place !== null) render(null, place);
  });

  window.addEventListener('online', () => {
    app.client()?.hurry();
    if (app.state().screen === 'unavailable') void app.start();
  });
  window.addEventListener('offline', () => app.client()?.networkLost());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    app.client()?.hurry();
    if (app.state().screen === 'home') void app.refreshService();
  });

  // The static text stays until it is known which screen to show: nothing flashes by.
  await app.start();
  const place = document.querySelector('#page');
  if (place === null) return;
  place.replaceChildren();
  render(<AppView app={app} display={display} />, place);
}

void begin();
