import type { JSX, RefObject } from 'preact';
import type { ClientState } from '../client/state.ts';
import { usePage } from './context.ts';
import { LanguageList, ThemeChoice } from './display-settings.tsx';
import { Icon } from './icons.tsx';

type Properties = {
  readonly chat: ClientState;
  readonly endButton: RefObject<HTMLButtonElement | null>;
  readonly onEnd: () => void;
  /** Asks for words to come back by. */
  readonly onPhrase: () => void;
};

export function ChatHeader({ chat, endButton, onEnd, onPhrase }: Properties): JSX.Element {
  const { texts } = usePage();
  return (
    <header class="chat-header">
      <div class="chat-title">
        <h1 tabIndex={-1}>
          <Heading chat={chat} />
        </h1>
        <p class={`light light-${chat.light}`}>
          {chat.phase === 'open' && texts.light[chat.light]}
          {chat.welcome !== null && (
            <span class="reference">
              <span class="spoken-when-narrow">{texts.chat.reference} </span>
              {chat.welcome.reference}
            </span>
          )}
        </p>
      </div>
      <details class="display-menu">
        <summary class="button quiet">
          <Icon name="display" />
          <span class="spoken-when-narrow">{texts.display.summary}</span>
        </summary>
        <div class="display-panel">
          <ThemeChoice />
          <LanguageList />
          {chat.phase === 'open' && (
            <button
              type="button"
              class="quiet"
              onClick={(event) => {
                event.currentTarget.closest('details')?.removeAttribute('open');
                onPhrase();
              }}
            >
              {texts.silence.phrase}
            </button>
          )}
        </div>
      </details>
      {chat.phase === 'open' && (
        <button type="button" class="quiet" ref={endButton} aria-label={texts.chat.endLabel} onClick={onEnd}>
          {texts.chat.end}
        </button>
      )}
    </header>
  );
}

function Heading({ chat }: { readonly chat: ClientState }): JSX.Element {
  const { chat: words, ended, queue } = usePage().texts;
  const { status } = chat;
  if (chat.phase === 'closed') return <>{ended.title}</>;
  if (status?.status === 'waiting') {
    const returned = chat.entries.some((entry) => entry.body.kind === 'release');
    return <>{returned ? queue.returned : queue.title}</>;
  }
  const officer = status?.officer ?? null;
  if (officer === null) return <>{words.opening}</>;
  return (
    <>
      <span class="spoken-when-narrow">{words.with} </span>
      {officer.rank} {officer.alias}
    </>
  );
}
