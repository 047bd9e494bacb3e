import type { MailReason } from '../../protocol/deferral.ts';
import type { CommandKind } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { ReturnOutcome } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { RequestKind } from '../../protocol/request.ts';
import type { DialogKind } from './selection.ts';

/** What the desk tells its officer, as a code: the sentence is made when it is shown, in their language. */
export type NoticeContent =
  | {
      readonly kind: 'refused';
      readonly command: CommandKind;
      readonly reference: string | null;
      readonly code: RefusalCode | 'offline';
    }
  | { readonly kind: 'conversation-changed' | 'focus-moved'; readonly reference: string }
  /** The citizen may be written to from now on, and what is being written stays a note. */
  | { readonly kind: 'note-kept'; readonly reference: string }
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
  /** Somebody put it into this officer's hands. */
  | { readonly kind: 'given'; readonly conversation: Id; readonly reference: string }
  | { readonly kind: 'advice-over'; readonly reference: string }
  /** `until`: the last day on which the text might be used, such as `2027-11-30`. */
  | { readonly kind: 'response-expired'; readonly title: string; readonly until: string }
  | { readonly kind: 'content-saved' | 'own-saved' | 'content-removed'; readonly name: string }
  | { readonly kind: 'content-refused'; readonly code: RefusalCode | 'offline' }
  | { readonly kind: 'group-refused'; readonly code: RefusalCode | 'offline' }
  | { readonly kind: 'too-long' }
  /** What was asked for is decided with the relay, which is out of reach. Over when it is back. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'purged'; readonly count: number }
  | { readonly kind: 'gone'; readonly reference: string }
  | { readonly kind: 'passed'; readonly reference: string }
  | { readonly kind: 'closed'; readonly reference: string }
  | { readonly kind: 'closing-undone'; readonly reference: string }
  | { readonly kind: 'closing-passed'; readonly reference: string }
  | { readonly kind: 'next-when-closed'; readonly reference: string }
  | { readonly kind: 'closing-stopped'; readonly reference: string }
  /** It stays until it is read: from here on the file is the officer's to protect. */
  | { readonly kind: 'exported'; readonly reference: string; readonly file: string }
  | {
      readonly kind: 'not-exported';
      readonly reference: string;
      readonly why: RefusalCode | 'offline' | 'inside' | 'not-written';
    }
  /** Ours, and not put on screen: the hands were at work. */
  | { readonly kind: 'taken'; readonly conversation: Id; readonly reference: string }
  | {
      readonly kind: 'request';
      readonly conversation: Id;
      readonly reference: string;
      readonly about: RequestKind;
    }
  /** An answer by e-mail that did not leave or did not arrive. */
  | {
      readonly kind: 'came-back';
      readonly conversation: Id;
      readonly reference: string;
      readonly outcome: ReturnOutcome;
      readonly reason: MailReason | null;
    }
  /** The relay has not answered yet. Over when it has. */
  | { readonly kind: 'handing-over' | 'signing-out' }
  | { readonly kind: 'handed-over'; readonly count: number }
  /** Written for a conversation that went elsewhere, and not sent; putting it away ends it. */
  | {
      readonly kind: 'stranded';
      readonly item: Id;
      readonly conversation: Id;
      readonly command: CommandKind;
      readonly text: string | null;
    }
  /** What was begun where the relay took it from this officer, and went along as a note; or could not, with its words. */
  | { readonly kind: 'drafts-left'; readonly references: readonly string[] }
  | {
      readonly kind: 'draft-unsent';
      readonly conversation: Id;
      readonly reference: string;
      readonly text: string;
    }
  /** What was begun in these could not be left there, and the officer is still signed in. */
  | { readonly kind: 'not-signed-out'; readonly references: readonly string[] }
  /** Something stands in a dialog that gave way to something else; over when it is open again. */
  | {
      readonly kind: 'put-aside';
      readonly conversation: Id;
      readonly reference: string;
      readonly dialog: DialogKind;
    }
  /** The relay took it from this officer: an emergency went unheard there. */
  | { readonly kind: 'unheard'; readonly conversation: Id; readonly reference: string }
  | { readonly kind: 'queue-empty' }
  | { readonly kind: 'nothing-unread' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'failed' };

export type Notice = { readonly id: number; readonly at: number; readonly content: NoticeContent };

/** On screen at once. */
const SHOWN = 3;
/** Of what waits to be put away. What was written and not sent is bounded by the outbox, and never given up here. */
const MAX_KEPT = 200;
/** How long something that needs no action stays, in milliseconds. */
export const NOTICE_TIME = 6_000;

const PASSING: ReadonlySet<NoticeContent['kind']> = new Set([
  'passed',
  'closed',
  'content-saved',
  'own-saved',
  'content-removed',
  'closing-undone',
  'next-when-closed',
  'note-kept',
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

const NEWS = ['taken', 'asked', 'whisper', 'given', 'request', 'came-back'] as const;
type News = Extract<NoticeContent, { kind: (typeof NEWS)[number] }>;

/** What a colleague, the relay, a form of the site, an answer that came back or a newcomer wants: it stays until it is looked at. */
export function isNews(content: NoticeContent): content is News {
  return (NEWS as readonly string[]).includes(content.kind);
}

/** Without a word of destroyed conversations. */
export function withoutAll(notices: readonly Notice[], conversations: readonly Id[]): readonly Notice[] {
  return notices.filter(
    ({ content }) => !('conversation' in content) || !conversations.includes(content.conversation),
  );
}

/** Without the news of conversations that were looked at, or are no more. */
export function withoutNewsOf(notices: readonly Notice[], conversations: readonly Id[]): readonly Notice[] {
  const left = notices.filter(
    ({ content }) => !isNews(content) || !conversations.includes(content.conversation),
  );
  return left.length === notices.length ? notices : left;
}

/** Without those of conversations that were given, and are in these hands unseen no more. */
export function withoutGiven(notices: readonly Notice[], conversations: readonly Id[]): readonly Notice[] {
  const left = notices.filter(
    ({ content }) => content.kind !== 'given' || !conversations.includes(content.conversation),
  );
  return left.length === notices.length ? notices : left;
}

/** Without the dialogs put aside that are over. */
export function withoutPutAside(
  notices: readonly Notice[],
  isOver: (conversation: Id, dialog: DialogKind) => boolean,
): readonly Notice[] {
  const left = notices.filter(
    ({ content }) => content.kind !== 'put-aside' || !isOver(content.conversation, content.dialog),
  );
  return left.length === notices.length ? notices : left;
}

/** Without what is no longer so: that the relay is out of reach, that it has not answered yet. */
export function withoutKind(
  notices: readonly Notice[],
  kind: Extract<NoticeContent['kind'], 'offline' | 'handing-over' | 'signing-out'>,
): readonly Notice[] {
  const left = notices.filter(({ content }) => content.kind !== kind);
  return left.length === notices.length ? notices : left;
}

function isSame(a: NoticeContent, b: NoticeContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const UNTOLD_ELSEWHERE: ReadonlySet<NoticeContent['kind']> = new Set([
  'stranded',
  'draft-unsent',
  'unheard',
  'exported',
  'put-aside',
]);

/** Stays until somebody puts it away or deals with it, however many there are: nothing else would tell it. */
function isKept({ content }: Notice): boolean {
  return isNews(content) || UNTOLD_ELSEWHERE.has(content.kind);
}

function isGood({ content }: Notice): boolean {
  return isPassing(content);
}

function isProblem(notice: Notice): boolean {
  return !isGood(notice) && !isKept(notice);
}

function count(notices: readonly Notice[], isKind: (notice: Notice) => boolean): number {
  return notices.filter(isKind).length;
}

/** Without the oldest so many of a kind. */
function giveUp(
  notices: readonly Notice[],
  isKind: (notice: Notice) => boolean,
  many: number,
): readonly Notice[] {
  const gone = new Set(notices.filter(isKind).slice(0, Math.max(0, many)));
  return notices.filter((notice) => !gone.has(notice));
}

/**
 * The notices with one more; the same one twice is one. Where there is no room the oldest good news is given up, never the
 * latest; a problem makes way for later problems alone.
 */
export function addNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const others = notices.filter((other) => !isSame(other.content, notice.content));
  let left: readonly Notice[] = [...others, notice];
  left = giveUp(left, isProblem, count(left, isProblem) - SHOWN);
  const good = count(left, isGood);
  left = giveUp(left, isGood, good - Math.max(1, SHOWN - (left.length - good)));
  return giveUp(left, ({ content }) => isNews(content), count(left, isKept) - MAX_KEPT);
}

/**
 * Those on screen, and how many wait behind them: the next comes when one is put away. The latest problem, the latest that
 * stays and the latest good news are always seen; the room beside them is for the oldest, which so keep their places.
 */
export function shownNotices(notices: readonly Notice[]): {
  readonly shown: readonly Notice[];
  readonly more: number;
} {
  const kinds = [isProblem, isKept, isGood]
    .map((isKind) => notices.filter(isKind))
    .filter((some) => some.length > 0);
  let spare = SHOWN - kinds.length;
  const seen = new Set(
    kinds.flatMap((some) => {
      const oldest = some.slice(0, Math.min(spare, some.length - 1));
      spare -= oldest.length;
      return [...oldest, ...some.slice(-1)];
    }),
  );
  return { shown: notices.filter((notice) => seen.has(notice)), more: notices.length - seen.size };
}

/** Without the passing ones that have stayed long enough. */
export function ageNotices(notices: readonly Notice[], now: number): readonly Notice[] {
  const left = notices.filter(({ content, at }) => !isPassing(content) || now - at < NOTICE_TIME);
  return left.length === notices.length ? notices : left;
}
