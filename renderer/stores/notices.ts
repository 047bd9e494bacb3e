import type { CommandKind } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { Id } from '../../protocol/ids.ts';
import type { RequestKind } from '../../protocol/request.ts';

/** What the desk tells its officer, as a code: the sentence is made when it is shown, in their language. */
export type NoticeContent =
  | {
      readonly kind: 'refused';
      readonly command: CommandKind;
      readonly reference: string | null;
      readonly code: RefusalCode | 'offline';
    }
  | { readonly kind: 'conversation-changed'; readonly reference: string }
  | { readonly kind: 'missing-variables'; readonly names: readonly string[] }
  /** A card that may not be sent, and the one to send instead when there is one, by name. */
  | { readonly kind: 'link-blocked'; readonly name: string; readonly fallback: string | null }
  /** From a colleague, about a conversation to open. */
  | {
      readonly kind: 'asked' | 'whisper';
      readonly conversation: Id;
      readonly reference: string;
      readonly officer: string;
    }
  | { readonly kind: 'advice-over'; readonly reference: string }
  /** `until`: the last day on which the text might be used, such as `2027-11-30`. */
  | { readonly kind: 'response-expired'; readonly title: string; readonly until: string }
  | { readonly kind: 'content-saved' | 'own-saved' | 'content-removed'; readonly name: string }
  | { readonly kind: 'content-refused'; readonly code: RefusalCode | 'offline' }
  | { readonly kind: 'group-refused'; readonly code: RefusalCode | 'offline' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'purged'; readonly count: number }
  | { readonly kind: 'gone'; readonly reference: string }
  | { readonly kind: 'passed'; readonly reference: string }
  | { readonly kind: 'closed'; readonly reference: string }
  | { readonly kind: 'closing-undone'; readonly reference: string }
  | { readonly kind: 'closing-stopped'; readonly reference: string }
  /** It stays until it is read: from here on the file is the officer's to protect. */
  | { readonly kind: 'exported'; readonly reference: string; readonly file: string }
  | {
      readonly kind: 'not-exported';
      readonly reference: string;
      readonly why: RefusalCode | 'offline' | 'inside' | 'not-written';
    }
  | { readonly kind: 'taken'; readonly reference: string }
  | {
      readonly kind: 'request';
      readonly conversation: Id;
      readonly reference: string;
      readonly about: RequestKind;
    }
  | { readonly kind: 'handed-over'; readonly count: number }
  | { readonly kind: 'queue-empty' }
  | { readonly kind: 'nothing-unread' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'failed' };

export type Notice = { readonly id: number; readonly at: number; readonly content: NoticeContent };

const MAX_NOTICES = 3;
/** How long something that needs no action stays, in milliseconds. */
export const NOTICE_TIME = 6_000;

const PASSING: ReadonlySet<NoticeContent['kind']> = new Set([
  'passed',
  'closed',
  'content-saved',
  'own-saved',
  'content-removed',
  'closing-undone',
  'taken',
  'advice-over',
  'handed-over',
  'queue-empty',
  'nothing-unread',
  'purged',
]);

/** Good news passes by itself; what went wrong stays until it is read and dismissed. */
export function isPassing(content: NoticeContent): boolean {
  return PASSING.has(content.kind);
}

type News = Extract<NoticeContent, { kind: 'asked' | 'whisper' | 'request' }>;

/** What a colleague or a form of the site wants: it stays until it is looked at. */
export function isNews(content: NoticeContent): content is News {
  return content.kind === 'asked' || content.kind === 'whisper' || content.kind === 'request';
}

/** Without the news of conversations that were looked at, or are no more. */
export function withoutNewsOf(notices: readonly Notice[], conversations: readonly Id[]): readonly Notice[] {
  const left = notices.filter(
    ({ content }) => !isNews(content) || !conversations.includes(content.conversation),
  );
  return left.length === notices.length ? notices : left;
}

function isSame(a: NoticeContent, b: NoticeContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The notices with one more, the oldest beyond three given up; the same one twice shows once. */
export function addNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const others = notices.filter((other) => !isSame(other.content, notice.content));
  return [...others, notice].slice(-MAX_NOTICES);
}

/** Without the passing ones that have stayed long enough. */
export function ageNotices(notices: readonly Notice[], now: number): readonly Notice[] {
  const left = notices.filter(({ content, at }) => !isPassing(content) || now - at < NOTICE_TIME);
  return left.length === notices.length ? notices : left;
}
