import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { dayInWords } from '../../../protocol/day.ts';
import { type EmailAddress, readAddress } from '../../../protocol/deferral.ts';
import { TEXT_CHARACTERS } from '../../../protocol/limits.ts';
import type { ClientState } from '../client/state.ts';
import type { Texts } from '../i18n/texts.ts';
import { usePage } from './context.ts';
import { AddressField, QuestionField } from './defer-fields.tsx';
import { Frame, Title } from './frame.tsx';
import { Icon } from './icons.tsx';

type Properties = {
  readonly chat: ClientState;
  /** What stands in the chat's composer is the question, and the other way round: nothing typed is lost. */
  readonly question: string;
  readonly onQuestion: (question: string) => void;
  /** The emergency card: it must come here as well as in the chat. */
  readonly children: ComponentChildren;
};

type Fault = 'questionMissing' | 'questionLong' | 'addressMissing' | 'addressWrong';

/**
 * A question and an address, then a look at both before they go: a mistyped address is an answer that somebody
 * else reads. Both stay in memory; the browser is asked to remember neither.
 */
export function DeferForm({ chat, question, onQuestion, children }: Properties): JSX.Element {
  const { app, texts } = usePage();
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState<EmailAddress | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const fields = {
    question: useRef<HTMLTextAreaElement>(null),
    address: useRef<HTMLInputElement>(null),
  };
  const asked = hasAsked(chat);
  const pending = chat.outbox.find((item) => item.act.type === 'defer');
  const refusal = pending?.state === 'refused' ? pending.code : null;
  const sending = pending !== undefined && pending.state !== 'refused';

  useEffect(() => {
    // What had the focus is gone: the button that led here, or the title that stood in for this one.
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
  }, []);

  const review = (): void => {
    const address = readAddress(typed);
    const found = faultOf(question, asked, typed, address);
    setFault(found);
    if (found === null) {
      // Before it is sent: nobody will read it soon, so whoever is in danger must be told now (M1).
      app.client()?.consider(question);
      setChecked(address);
    } else if (found === 'questionMissing' || found === 'questionLong') fields.question.current?.focus();
    else fields.address.current?.focus();
  };

  const send = (): void => {
    if (checked === null) return;
    app.client()?.defer(checked, question.trim() === '' ? null : question);
  };

  if (sending) return <Sending chat={chat}>{children}</Sending>;
  if (checked !== null && refusal === null) {
    return (
      <Review address={checked} chat={chat} onCorrect={() => setChecked(null)} onSend={send}>
        {children}
      </Review>
    );
  }
  return (
    <Frame>
      <Title>{texts.deferred.title}</Title>
      {children}
      <OfficerCame chat={chat} />
      <div role="status">{refusal !== null && <Warning>{refusalWords(refusal, texts)}</Warning>}</div>
      <p class="notice notice-danger">
        <Icon name="alert" /> <span>{texts.deferred.emergency}</span>
      </p>
      <form
        class="defer-form"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        {asked && <p>{texts.deferred.asked}</p>}
        {(!asked || question !== '') && (
          <QuestionField
            field={fields.question}
            value={question}
            onValue={onQuestion}
            onLeave={() => app.client()?.consider(question)}
            fault={questionFault(fault, question, texts)}
          />
        )}
        <AddressField
          field={fields.address}
          value={typed}
          onValue={setTyped}
          fault={fault === 'addressMissing' || fault === 'addressWrong' ? texts.deferred[fault] : null}
        />
        <p class="notice notice-warning">
          <Icon name="alert" /> <span>{texts.deferred.shared}</span>
        </p>
        <div class="defer-buttons">
          <button type="button" class="quiet" onClick={() => app.setDeferring(false)}>
            {texts.deferred.back}
          </button>
          <button type="submit" class="primary">
            {texts.deferred.review}
          </button>
        </div>
      </form>
    </Frame>
  );
}

/** Whether the relay has something to answer without a further question. */
function hasAsked(chat: ClientState): boolean {
  return (
    chat.entries.some(({ author, body }) => author.role === 'citizen' && body.kind === 'message') ||
    chat.outbox.some(({ act, state }) => act.type === 'message' && state !== 'refused')
  );
}

function faultOf(
  question: string,
  asked: boolean,
  typed: string,
  address: EmailAddress | null,
): Fault | null {
  if (!asked && question.trim() === '') return 'questionMissing';
  if (question.length > TEXT_CHARACTERS) return 'questionLong';
  if (typed.trim() === '') return 'addressMissing';
  return address === null ? 'addressWrong' : null;
}

function questionFault(fault: Fault | null, question: string, { composer, deferred }: Texts): string | null {
  if (question.length > TEXT_CHARACTERS) return composer.over(question.length - TEXT_CHARACTERS);
  return fault === 'questionMissing' ? deferred.questionMissing : null;
}

function refusalWords(code: string, { deferred }: Texts): string {
  return code === 'wrong-state' || code === 'mail-unavailable'
    ? deferred.refused[code]
    : deferred.refused.other;
}

function Warning({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <p class="notice notice-warning">
      <Icon name="alert" /> <span>{children}</span>
    </p>
  );
}

/** Better than any e-mail: somebody is there. What was typed goes along into the chat. */
function OfficerCame({ chat }: { readonly chat: ClientState }): JSX.Element {
  const { app, texts } = usePage();
  return (
    <div role="status">
      {chat.status?.status === 'active' && (
        <div class="notice opening">
          <Icon name="check" />
          <div>
            <p>
              <strong>{texts.deferred.officer}</strong>
            </p>
            <button type="button" class="primary" onClick={() => app.setDeferring(false)}>
              {texts.deferred.toOfficer}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

/** The address as it will be used, to be looked at; and what will happen with it. */
function Review({
  address,
  chat,
  onCorrect,
  onSend,
  children,
}: {
  readonly address: EmailAddress;
  readonly chat: ClientState;
  readonly onCorrect: () => void;
  readonly onSend: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { language, texts } = usePage();
  const { deferred } = texts;
  const title = useRef<HTMLHeadingElement>(null);
  const listId = useId();
  useEffect(() => title.current?.focus(), []);
  return (
    <Frame>
      <h1 tabIndex={-1} ref={title}>
        {deferred.reviewTitle}
      </h1>
      {children}
      <OfficerCame chat={chat} />
      <p>{deferred.reviewLead}</p>
      <p class="defer-address" dir="ltr">
        {address}
      </p>
      {chat.welcome !== null && (
        <section class="defer-what" aria-labelledby={listId}>
          <h2 id={listId}>{deferred.what}</h2>
          <ul>
            {deferred.steps(dayInWords(chat.welcome.purgeAt, language)).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="defer-buttons">
        <button type="button" class="quiet" onClick={onCorrect}>
          {deferred.correct}
        </button>
        <button type="button" class="primary" onClick={onSend}>
          {deferred.confirm}
        </button>
      </div>
    </Frame>
  );
}

function Sending({
  chat,
  children,
}: {
  readonly chat: ClientState;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { deferred } = usePage().texts;
  return (
    <Frame>
      <Title>{deferred.sending}</Title>
      {children}
      <div role="status">{chat.light === 'lost' && <p class="lead">{deferred.sendingOffline}</p>}</div>
    </Frame>
  );
}
