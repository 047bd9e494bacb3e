import type { JSX, RefObject } from 'preact';
import type { ClientState } from '../client/state.ts';
import type { Texts } from '../i18n/texts.ts';
import { usePage } from './context.ts';
import { LanguageButton, ThemeChoice } from './display-settings.tsx';

type Properties = {
  readonly chat: ClientState;
  readonly endButton: RefObject<HTMLButtonElement | null>;
  readonly onEnd: () => void;
};

export function ChatHeader({ chat, endButton, onEnd }: Properties): JSX.Element {
  const { texts } = usePage();
  return (
    <header class="chat-header">
      <div class="chat-title">
        <h1 tabIndex={-1}>{title(chat, texts)}</h1>
        <p class={`light light-${chat.light}`}>
          {chat.phase === 'open' && texts.light[chat.light]}
          {chat.welcome !== null && (
            <span class="reference">{texts.chat.reference(chat.welcome.reference)}</span>
          )}
        </p>
      </div>
      <details class="display-menu">
        <summary class="button quiet">{texts.display.summary}</summary>
        <div class="display-panel">
          <LanguageButton />
          <ThemeChoice />
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

function title(chat: ClientState, { ended, queue, chat: words }: Texts): string {
  if (chat.phase === 'closed') return ended.title;
  const { status } = chat;
  if (status === null) return words.opening;
  if (status.status === 'waiting') {
    return chat.entries.some((entry) => entry.body.kind === 'release') ? queue.returned : queue.title;
  }
  return status.officer === null
    ? words.opening
    : words.with(`${status.officer.rank} ${status.officer.alias}`);
}
