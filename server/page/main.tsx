import '../../design/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/home.css';
import './styles/chat.css';
import './styles/messages.css';
import './styles/deferred.css';
import './styles/taps.css';
import { render } from 'preact';
import type { CitizenLanguage } from '../../protocol/language.ts';
import { createApi } from './app/api.ts';
import { createApp } from './app/app.ts';
import { createDisplay } from './app/display.ts';
import { followKeyboard, speak, wear } from './app/document.ts';
import { createEmergencyWatch } from './app/emergency.ts';
import { installQuickExit } from './app/exit.ts';
import { newId } from './app/new-id.ts';
import type { CitizenClient } from './client/client.ts';
import { wouldLose } from './client/would-lose.ts';
import { loadTexts, type Texts } from './i18n/texts.ts';
import { AppView } from './views/app-view.tsx';
import type { EmbeddedService } from './wire/schemas.ts';
import { read } from './wire/shape.ts';
import { embeddedService } from './wire/shapes/service.ts';

function readEmbedded(): EmbeddedService | null {
  try {
    return read(embeddedService, JSON.parse(document.querySelector('#service')?.textContent ?? ''));
  } catch {
    return null;
  }
}

function after(delay: number, action: () => void): () => void {
  const timer = setTimeout(action, delay);
  return () => clearTimeout(timer);
}

/** The words to begin with. A language that cannot be had now gives way to one that can: numbers before grammar. */
async function firstTexts(language: CitizenLanguage): Promise<{ language: CitizenLanguage; texts: Texts }> {
  for (const each of [language, 'fr', 'en'] as const) {
    const texts = await loadTexts(each).catch(() => null);
    if (texts !== null) return { language: each, texts };
  }
  throw new Error('no words can be had: the static page stays');
}

type ChatPart = typeof import('./chat.ts');

/** The file with what a conversation needs: asked for once, and again where it could not be had. */
function createChatLoader() {
  let part: ChatPart | null = null;
  let loading: Promise<ChatPart> | null = null;
  const load = (): Promise<ChatPart> => {
    loading ??= import('./chat.ts').then(
      (loaded) => {
        part = loaded;
        return loaded;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  return { load, loaded: () => part };
}

async function begin(): Promise<void> {
  const display = createDisplay(() => window.sessionStorage);
  const embedded = readEmbedded();
  const { language: chosen, theme } = display.saved();
  const { language, texts } = await firstTexts(chosen ?? embedded?.language ?? 'fr');
  speak(language, texts);
  // What was chosen is known now; the address and the history need not tell it.
  if (embedded?.orientation !== undefined) history.replaceState(null, '', '/');
  if (theme !== undefined) wear(theme);
  followKeyboard();

  const listen = createEmergencyWatch(async () => {
    const { loadRules } = await import('./app/emergency-rules.ts');
    return loadRules();
  });
  const chat = createChatLoader();
  let createClient: (() => CitizenClient) | null = null;
  const openClient = async (): Promise<CitizenClient> => {
    const { createClients } = await chat.load();
    createClient ??= createClients({ after, listen });
    return createClient();
  };
  const app = createApp({
    api: createApi(
      (input, init) => fetch(input, init),
      (path, body) => navigator.sendBeacon(path, body),
    ),
    openClient,
    newId,
    after,
    language,
    texts,
    loadTexts,
    service: embedded,
    silent: embedded?.silent === true,
    ...(embedded?.current === undefined ? {} : { current: embedded.current }),
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

  // Where a conversation goes on its file is needed first; elsewhere the first screen is.
  const ahead = () => chat.load().catch(() => undefined);
  if (embedded?.current === true) void ahead();

  // The static text stays until it is known which screen to show: nothing flashes by.
  await app.start();
  const place = document.querySelector('#page');
  if (place === null) return;
  place.replaceChildren();
  render(<AppView app={app} display={display} chatPart={chat.loaded} />, place);
  void ahead();
}

void begin();
