import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { mayAsk } from '../client/asking.ts';
import { hasUnsent } from '../client/outbox.ts';
import { openQuestion } from '../client/question.ts';
import type { ClientState } from '../client/state.ts';
import { AnnouncementBand } from './announcement.tsx';
import { ChatHeader } from './chat-header.tsx';
import { Composer } from './composer.tsx';
import { usePage } from './context.ts';
import { DeferOffer, DeferSoon } from './defer-offer.tsx';
import { Deferred } from './deferred.tsx';
import { EmergencyCard } from './emergency-card.tsx';
import { EndQuestion, Erase, Stopped } from './farewells.tsx';
import { HelpLinesCard } from './help-lines-card.tsx';
import { MessageLog } from './message-log.tsx';
import { StatusPanel } from './status-panel.tsx';
import { useLazy } from './use-lazy.ts';
import { usePhraseWords } from './use-phrase-words.ts';

const loadDeferForm = () => import('./defer-form.tsx');
const loadTaps = () => import('./tap-pad.tsx');
const loadPhraseForm = () => import('./phrase-form.tsx');

/** Queue and chat in one place: what is written while waiting stays where it is when the officer arrives. */
export function Conversation({
  chat,
  deferring,
}: {
  readonly chat: ClientState;
  /** The form for an answer by e-mail stands in place of the log. */
  readonly deferring: boolean;
}): JSX.Element {
  const { app, silent } = usePage();
  const [draft, setDraft] = useState('');
  const [asking, setAsking] = useState(false);
  const [keyboard, setKeyboard] = useState(false);
  const [numbers, setNumbers] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [hidden, setHidden] = useState(0);
  const [hiddenLines, setHiddenLines] = useState<ClientState['helpLines'] | null>(null);
  const endButton = useRef<HTMLButtonElement>(null);
  const focusLost = useRef(false);
  const composer = useRef<HTMLTextAreaElement>(null);
  const client = app.client();
  const question = openQuestion(chat.entries, chat.outbox);
  const deferForm = useLazy(loadDeferForm, deferring && chat.phase === 'open');
  const phraseForm = useLazy(loadPhraseForm, choosing);
  const phraseWords = usePhraseWords(choosing);
  const taps = useLazy(loadTaps, silent || question !== null);
  if (chat.phase === 'leaving') return <Leaving chat={chat} />;
  const inDanger = chat.emergencies > hidden;
  const card = (
    <EmergencyCard
      shown={inDanger}
      onHide={() => {
        setHidden(chat.emergencies);
        composer.current?.focus();
      }}
    />
  );
  if (chat.phase === 'deferred') return <Deferred chat={chat}>{card}</Deferred>;
  if (deferring && chat.phase === 'open') {
    if (deferForm === null) return <DeferSoon>{card}</DeferSoon>;
    return (
      <deferForm.DeferForm chat={chat} question={draft} onQuestion={setDraft}>
        {card}
      </deferForm.DeferForm>
    );
  }

  const takeBack = (id: string) => {
    const text = client?.takeBack(id) ?? null;
    if (text === null) return;
    setDraft(draft.trim() === '' ? text : `${text}\n${draft}`);
    composer.current?.focus();
  };

  const foot = (): JSX.Element => {
    if (chat.phase === 'closed')
      return <Erase draft={draft} farewell={chat.welcome} asking={mayAsk(chat)} focusLost={focusLost} />;
    if (chat.phase !== 'open') return <Stopped phase={chat.phase} focusLost={focusLost} />;
    if (asking) {
      return (
        <EndQuestion
          unsent={hasUnsent(chat.outbox)}
          onEnd={() => client?.end()}
          onCancel={() => {
            setAsking(false);
            endButton.current?.focus();
          }}
        />
      );
    }
    return speak();
  };

  /** Where something can be said: by words to come back by, by taps, or with the keyboard. */
  const speak = (): JSX.Element => {
    if (choosing && phraseForm !== null && phraseWords !== null) {
      return (
        <phraseForm.PhraseForm
          words={phraseWords}
          reference={chat.welcome?.reference ?? ''}
          onDone={() => {
            setChoosing(false);
            setTimeout(() => composer.current?.focus());
          }}
        />
      );
    }
    if (taps !== null && silent && !keyboard) {
      return (
        <taps.TapPad
          chat={chat}
          onKeyboard={() => setKeyboard(true)}
          onPhrase={() => setChoosing(true)}
          onNumbers={chat.helpLines.length === 0 || numbers ? null : () => setNumbers(true)}
        />
      );
    }
    return (
      <>
        {taps !== null && question !== null && <taps.Answers question={question} />}
        {taps !== null && silent && <taps.ToTaps onTaps={() => setKeyboard(false)} />}
        {write()}
      </>
    );
  };

  const write = (): JSX.Element => (
    <Composer
      field={composer}
      first={chat.entries.every((entry) => entry.body.kind !== 'message') && chat.outbox.length === 0}
      draft={draft}
      onDraft={setDraft}
      focusLost={focusLost}
    />
  );

  return (
    <main id="content" class={inDanger ? 'conversation in-danger' : 'conversation'} tabIndex={-1}>
      <ChatHeader
        chat={chat}
        endButton={endButton}
        onEnd={() => setAsking(true)}
        onPhrase={() => setChoosing(true)}
      />
      <AnnouncementBand announcement={chat.announcement} />
      <StatusPanel chat={chat} />
      <DeferOffer chat={chat} />
      <MessageLog chat={chat} onTakeBack={chat.phase === 'open' && !asking ? takeBack : null} />
      {card}
      <HelpLinesCard
        // Whoever looks over the shoulder must not read them: in silent mode only when asked for.
        topics={asking || chat.helpLines === hiddenLines || (silent && !numbers) ? [] : chat.helpLines}
        onHide={() => {
          setHiddenLines(chat.helpLines);
          setNumbers(false);
          composer.current?.focus();
        }}
      />
      <div class="foot">{foot()}</div>
    </main>
  );
}

/** The citizen ended it, the relay does not know yet: nothing of the conversation is on screen any more. */
function Leaving({ chat }: { readonly chat: ClientState }): JSX.Element {
  const { texts } = usePage();
  return (
    <main id="content" class="screen column" tabIndex={-1}>
      <h1 tabIndex={-1}>{texts.end.leaving}</h1>
      <div role="status">{chat.light === 'lost' && <p class="lead">{texts.end.leavingOffline}</p>}</div>
    </main>
  );
}
