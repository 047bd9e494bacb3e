import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CitizenEntry } from '../../../protocol/entry.ts';
import type { Id } from '../../../protocol/ids.ts';
import type { ClientState } from '../client/state.ts';
import { usePage } from './context.ts';
import { Aftermath } from './ended.tsx';
import { EntryView } from './entry-view.tsx';
import { Icon } from './icons.tsx';
import { OwnMessage } from './own-message.tsx';
import { useLazy } from './use-lazy.ts';
import { useLogScroll } from './use-log-scroll.ts';
import { useUnreadTitle } from './use-unread-title.ts';

const loadSuggestions = () => import('./suggestions.tsx');

type Properties = {
  readonly chat: ClientState;
  /** Null when there is nowhere to take a text back to. */
  readonly onTakeBack: ((id: Id) => void) | null;
};

/** The conversation itself. Its live region exists before the first message, so that the first one is heard. */
export function MessageLog({ chat, onTakeBack }: Properties): JSX.Element {
  const { app, silent, texts } = usePage();
  const [suggested, setSuggested] = useState(0);
  const theirs = chat.entries.filter(isSaidToMe).length;
  const lines = chat.entries.length + chat.outbox.length;
  const mine = chat.entries.filter(isMine).length + chat.outbox.length;
  const last = chat.entries[chat.entries.length - 1];
  const { scroller, unseen, onScroll, toEnd } = useLogScroll(lines + suggested, theirs, mine, () => {
    if (last !== undefined) app.client()?.markRead(last.seq);
  });
  useUnreadTitle(theirs);
  const waiting = chat.phase === 'open' && chat.status?.status === 'waiting';
  // Titles on a screen that somebody else may see tell what is asked.
  const suggestions = useLazy(loadSuggestions, waiting && !silent && mine > 0);
  return (
    <div class="log-frame">
      <section
        class="scroller"
        aria-label={texts.chat.opening}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        ref={scroller}
        onScroll={onScroll}
      >
        <div class="scrolled">
          {waiting && <Meanwhile />}
          <div class="log" role="log" aria-label={texts.chat.log} aria-relevant="additions">
            {chat.entries.map((entry, index) => (
              <EntryView
                key={entry.id}
                entry={entry}
                earlier={chat.entries.slice(0, index)}
                officerRead={chat.officerRead}
                language={chat.welcome?.language ?? 'fr'}
                reference={chat.welcome?.reference ?? ''}
              />
            ))}
            {chat.outbox.map((item) =>
              item.act.type === 'message' ? (
                <OwnMessage
                  key={item.act.id}
                  text={item.act.text}
                  at={item.at}
                  state={item.state === 'waiting' && chat.light !== 'online' ? 'retrying' : item.state}
                  code={item.code}
                  onTakeBack={onTakeBack === null ? null : () => onTakeBack(item.act.id)}
                />
              ) : null,
            )}
          </div>
          {waiting && !silent && mine > 0 && suggestions !== null && (
            <suggestions.Suggestions chat={chat} onShown={setSuggested} />
          )}
          {chat.officerTyping && <Typing chat={chat} />}
          {chat.phase === 'closed' && <Closed chat={chat} />}
        </div>
      </section>
      {unseen > 0 && (
        <button type="button" class="new-messages" onClick={toEnd}>
          <Icon name="down" /> {texts.chat.newMessages(unseen)}
        </button>
      )}
    </div>
  );
}

/** What an officer says, among what they do. */
const SAID: ReadonlySet<CitizenEntry['body']['kind']> = new Set([
  'message',
  'question',
  'redirection',
  'station',
]);

function isSaidToMe(entry: CitizenEntry): boolean {
  return entry.author.role === 'officer' && SAID.has(entry.body.kind);
}

function isMine(entry: CitizenEntry): boolean {
  return entry.author.role === 'citizen' && entry.body.kind === 'message';
}

function Meanwhile(): JSX.Element {
  const { queue } = usePage().texts;
  return (
    <div class="meanwhile">
      <p>
        <strong>{queue.write}</strong> {queue.keep}
      </p>
      <h2>{queue.meanwhile}</h2>
      <ul>
        {queue.meanwhileList.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function Typing({ chat }: { readonly chat: ClientState }): JSX.Element {
  const { chat: words } = usePage().texts;
  const officer = chat.status?.officer ?? null;
  return (
    <p class="typing">
      {officer === null ? words.someoneTyping : words.typing(`${officer.rank} ${officer.alias}`)}
    </p>
  );
}

function Closed({ chat }: { readonly chat: ClientState }): JSX.Element {
  const { ended } = usePage().texts;
  return (
    <div class="closed">
      <p>{ended.closedBy}</p>
      <Aftermath farewell={chat.welcome} />
      <p>{ended.automatic}</p>
    </div>
  );
}
