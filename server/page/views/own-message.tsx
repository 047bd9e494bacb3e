import type { JSX } from 'preact';
import type { RefusalCode } from '../../../protocol/errors.ts';
import type { Time } from '../../../protocol/ids.ts';
import { clockTime, spokenTime } from '../i18n/format.ts';
import type { Texts } from '../i18n/texts.ts';
import { usePage } from './context.ts';
import { Icon, type IconName } from './icons.tsx';

export type OwnState = 'waiting' | 'retrying' | 'acknowledged' | 'read' | 'refused';

type Properties = {
  readonly text: string;
  readonly at: Time;
  readonly state: OwnState;
  readonly code?: RefusalCode | null;
  readonly onTakeBack?: (() => void) | null;
};

const ICONS: Record<OwnState, IconName> = {
  waiting: 'clock',
  retrying: 'alert',
  acknowledged: 'check',
  read: 'checks',
  refused: 'alert',
};

/** What the citizen wrote, with what became of it in words. */
export function OwnMessage({ text, at, state, code = null, onTakeBack = null }: Properties): JSX.Element {
  const { language, texts } = usePage();
  return (
    <div class="message mine">
      <p class="visually-hidden">{texts.chat.said(texts.chat.you, spokenTime(at, language))}</p>
      <div class="bubble" dir="auto">
        {text}
      </div>
      <p class={`message-state message-${state}`}>
        <time aria-hidden="true">{clockTime(at, language)}</time>
        <Icon name={ICONS[state]} />
        <span>{stateWords(state, code, texts)}</span>
      </p>
      {state === 'refused' && onTakeBack !== null && (
        <button type="button" class="quiet" onClick={onTakeBack}>
          {texts.chat.takeBack}
        </button>
      )}
    </div>
  );
}

function stateWords(
  state: OwnState,
  code: RefusalCode | null,
  { chat, punctuation, refusals }: Texts,
): string {
  switch (state) {
    case 'waiting':
      return chat.sending;
    case 'retrying':
      return chat.retrying;
    case 'acknowledged':
      return chat.sent;
    case 'read':
      return chat.read;
    case 'refused':
      return `${chat.notSent}${punctuation.colon}${refusals[reason(code)]}`;
  }
}

function reason(code: RefusalCode | null): keyof Texts['refusals'] {
  return code === 'conversation-closed' || code === 'conversation-full' || code === 'too-large'
    ? code
    : 'other';
}
