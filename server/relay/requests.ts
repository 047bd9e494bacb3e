import { createHash } from 'node:crypto';
import type { Author } from '../../protocol/entry.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import { type Id, newId, type Seq, type Time } from '../../protocol/ids.ts';
import type { Act, Actor } from '../domain/acts.ts';
import type { Found } from '../store/store.ts';
import type { Overlay } from './overlay.ts';

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly conversation: Id; readonly seq: Seq; readonly at: Time }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

export function refusal(code: RefusalCode): Outcome {
  return { kind: 'refused', code };
}

/** What a request means now: decided on the states as the acts before it in the batch leave them. */
export type Resolved =
  | { readonly kind: 'act'; readonly conversation: Id; readonly act: Act }
  /** Several conversations by one request: all of it, or nothing. They bear the same id, each in its journal. */
  | { readonly kind: 'acts'; readonly acts: readonly Piece[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

export type Piece = { readonly conversation: Id; readonly act: Act };

/** What opening writes besides its entry. */
export type Opening = {
  /** The digest of the cookie that is handed out; null for a form of the site, which hands out none. */
  readonly session: string | null;
  readonly purgeAt: Time;
  /** Whether this repeated request may be given a new cookie in place of the one it never received. */
  mayRepeat(conversation: Id): boolean;
};

/** One act waiting for its batch. */
export type Request = {
  /** The sender's id; it becomes the entry's. */
  readonly id: Id;
  /** Null for what names none, or several: `take-next`, `hand-over`, what the relay takes from an officer's hands. */
  readonly conversation: Id | null;
  readonly actor: Actor;
  /** Digest of what was asked, to know a resend from a reuse (D1, D2); null for the relay's own acts. */
  readonly digest: string | null;
  readonly opening: Opening | null;
  resolve(overlay: Overlay): Resolved;
  /** Called once, after the commit or its failure. */
  done(outcome: Outcome): void;
};

/** An act of the relay's own, which nobody sends again. `done` as in `Request`; left out when nobody waits for it. */
export function ofRelay(
  conversation: Id | null,
  resolve: Request['resolve'],
  done: Request['done'] = () => undefined,
): Request {
  return { id: newId(), conversation, actor: { role: 'relay' }, digest: null, opening: null, resolve, done };
}

/** A digest of what was asked: the same words give the same digest, whatever the order of their names. */
export function digestOf(asked: Readonly<Record<string, unknown>>): string {
  return createHash('sha256')
    .update(JSON.stringify(asked, (_, value: unknown) => (isRecord(value) ? sorted(value) : value)))
    .digest('base64url');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isAuthor(author: Author, actor: Actor): boolean {
  if (author.role !== actor.role) return false;
  return author.role !== 'officer' || actor.role !== 'officer' || author.officer === actor.officer;
}

/** D1: the same id, the same author, the same words. */
export function isSameAct(found: Found, request: Request): boolean {
  return found.request === request.digest && isAuthor(found.entry.author, request.actor);
}

/** Whether an entry that bears the request's id stands in the request's way, or is its first answer. */
export function concerns(found: Found, request: Request): boolean {
  if (request.conversation !== null) return found.entry.conversation === request.conversation;
  return isSameAct(found, request);
}
