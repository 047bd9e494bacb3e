/**
 * What the relay's parts ask of each other. The hub (server/relay) decides and remembers; the gateway
 * (server/gateway) speaks HTTP and WebSocket; accounts say who an officer is. Each can be read, tested and
 * replaced behind these few lines.
 */

import type { CannedResponse } from '../../protocol/canned.ts';
import type { FromCitizen, ToCitizen } from '../../protocol/citizen-channel.ts';
import type { EmailAddress, MailOutcome, MailReason } from '../../protocol/deferral.ts';
import type { Content, FromDesk, ToDesk } from '../../protocol/desk-channel.ts';
import type { CitizenEntry, Entry } from '../../protocol/entry.ts';
import type { CloseReason, RefusalCode } from '../../protocol/errors.ts';
import type { Group } from '../../protocol/group.ts';
import type { ExportAsked, OpenConversation, Opened, ServiceInfo } from '../../protocol/http.ts';
import type { Id, Reference, Time } from '../../protocol/ids.ts';
import type { CitizenLanguage, Language } from '../../protocol/language.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { RequestForm } from '../../protocol/request.ts';
import type { ReturnToConversation } from '../../protocol/return-phrase.ts';
import type { Satisfaction } from '../../protocol/satisfaction.ts';
import type { Station } from '../../protocol/station.ts';
import type { ReturnToken, StoredConversation } from '../store/store.ts';
import type { Visit } from './visit.ts';

/** Milliseconds since the epoch. Injected everywhere, so that tests own time. */
export type Clock = () => Time;

export type Session = { readonly session: Id; readonly self: OfficerSelf; readonly expiresAt: Time };

export type SignInResult =
  | {
      readonly kind: 'signed-in';
      readonly token: string;
      readonly self: OfficerSelf;
      readonly expiresAt: Time;
    }
  /** Wrong login or wrong password: never said which, and as slow for both. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'locked'; readonly retryAfter: number };

export interface Accounts {
  signIn(login: string, password: string): Promise<SignInResult>;
  /** The live session behind a bearer token; null when unknown, expired, ended, or the account disabled. */
  bySession(token: string): Promise<Session | null>;
  signOut(token: string, everywhere: boolean): Promise<void>;
  /** Remembers an officer's chosen capacity. */
  setCapacity(officer: Id, capacity: number): Promise<void>;
  /** Calls back when sessions end (sign-out, disabled account, new password): their sockets must close. */
  onEnded(listener: (ended: { officer: Id; session: Id | null }) => void): () => void;
}

/** What a citizen's cookie opens. `token` is the cookie's value; the store keeps its SHA-256 only. */
export type OpenResult =
  | { readonly kind: 'opened'; readonly opened: Opened; readonly token: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/**
 * The relay's end of one wire. The gateway makes it over a WebSocket, tests over an array. `send` takes a
 * message already encoded, so that a frame for many readers is built once.
 */
export interface Link {
  send(frame: string): void;
  /** Bytes handed over and not yet on the wire; above `LIMITS.socketBufferBytes` the hub cuts the reader off. */
  buffered(): number;
  close(reason: CloseReason): void;
  /** Where it comes from, as rates are counted; never stored in clear, never logged. */
  readonly origin?: string | undefined;
}

/** What the gateway does with a wire's messages, parsed beforehand: it never hands on what it could not parse. */
export interface Peer<Message> {
  /** In the order of arrival. Never throws and never rejects: refusals go out through the link. */
  receive(message: Message): void;
  /** A frame that did not parse: answered `refused`, or the link is closed (rule E2). */
  malformed(id: Id | null): void;
  /** The wire is gone; called once. */
  gone(): void;
}

/** Frames of each kind, as types to encode: `encode` is the only place that turns a message into text. */
export type Outgoing = ToCitizen | ToDesk;

/** The hub as the sockets see it. */
export interface HubForSockets {
  /** Null when the cookie opens nothing: the gateway closes with `conversation-gone`. */
  citizen(token: string, link: Link): Promise<Peer<FromCitizen> | null>;
  desk(session: Session, link: Link): Peer<FromDesk>;
  /** Drains: refuses new work, waits for the pending commits, says `bye`, closes with `come-back`. */
  drain(): Promise<void>;
}

/** A conversation as its citizen sees it, whole. */
export type Transcript = {
  readonly reference: Reference;
  readonly openedAt: Time;
  readonly purgeAt: Time;
  /** A closure that was taken back is none (rule W5). */
  readonly closed: boolean;
  readonly entries: readonly CitizenEntry[];
};

/** What an export is made of, read after its entry was durable and the whole chain verified. */
export type ExportedJournal = {
  readonly stored: StoredConversation;
  readonly entries: readonly Entry[];
  /** The chain's last hash, in hexadecimal. */
  readonly chain: string;
};

export type ExportResult =
  | { readonly kind: 'exported'; readonly journal: ExportedJournal }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/** A form of the site, checked. `id` is the form's own: sent again, it is the same request (rule D1). */
export type SentForm = {
  readonly id: Id;
  readonly language: Language;
  /** What it is about in a word, in the language of reference: for the desk's lists. */
  readonly subject: string;
  readonly form: RequestForm;
  readonly text: string;
  readonly address: EmailAddress | null;
};

export type FormResult =
  | {
      readonly kind: 'received';
      readonly reference: Reference;
      readonly purgeAt: Time;
      readonly emergency: boolean;
    }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/** Keeps and compares the phrases by which citizens come back. */
export interface Phrases {
  /** What is kept of a phrase; null when too many are being worked on. */
  hash(phrase: string): Promise<string | null>;
  /** With nothing to compare with, as much work is done all the same, and the answer is `wrong`. */
  verify(hash: string | null, phrase: string): Promise<'right' | 'wrong' | 'busy'>;
}

/** The hub as the HTTP routes see it. */
export interface HubForHttp {
  open(request: OpenConversation): Promise<OpenResult>;
  /** Resolves once the request is durable (rule D4), or refused. */
  request(form: SentForm): Promise<FormResult>;
  /** Back to a conversation by its reference and the phrase that was chosen (rule S4). */
  comeBack(asked: ReturnToConversation): Promise<OpenResult>;
  /** The open conversation of a citizen's cookie, or null. */
  current(token: string): Promise<Opened | null>;
  /** What the page is sent with of its visitor's conversation: whether it goes on, and without free writing. */
  visit(token: string): Promise<Visit>;
  /** What a citizen's cookie may read of its conversation; null when nothing, or too much for one document. */
  transcript(token: string): Promise<Transcript | null>;
  /** Until when this cookie, or this address, may open no conversation; null when it may (rule V6). */
  blockedUntil(token: string | null, address: string): Promise<Time | null>;
  /** Rule V4: notes the export in the journal, then reads all of it. */
  export(session: Session, asked: ExportAsked): Promise<ExportResult>;
  /** Counts what somebody answered after the end; null when it was counted. */
  satisfaction(token: string, answer: Satisfaction): Promise<RefusalCode | null>;
  serviceInfo(): ServiceInfo;
  /** False while the store refuses writes or the relay drains: `/readyz` answers 503. */
  ready(): boolean;
}

/** An answer by e-mail, as it leaves: the carrier puts it into words, headers and bytes. */
export type Letter = {
  /** The entry's id: the Message-ID is derived from it, so that the same letter twice is known as one. */
  readonly email: Id;
  readonly to: EmailAddress;
  /** What its return path carries, by which a failure told later finds the answer; null in what older relays queued. */
  readonly token: ReturnToken | null;
  readonly writtenAt: Time;
  readonly language: CitizenLanguage;
  readonly reference: Reference;
  readonly officer: { readonly rank: string; readonly alias: string };
  readonly text: string;
  /** When the conversation is destroyed at the latest: the letter says so. */
  readonly purgeAt: Time;
};

export type Delivery =
  /** For good: taken by a mail server, or refused. */
  | {
      readonly kind: 'over';
      readonly outcome: Exclude<MailOutcome, 'abandoned' | 'returned'>;
      readonly reason: MailReason | null;
    }
  /** Worth another try later. */
  | { readonly kind: 'later'; readonly reason: MailReason };

/** What is asked of the hub when a mail server reports, after it took an answer, that it did not arrive (rule W5). */
export interface HubForReturns {
  /** Whether a letter that left bears this token, and what it belongs to is still kept. Rejects as the store does. */
  knowsReturn(token: ReturnToken): Promise<boolean>;
  /**
   * Notes the failure, once. `noted` also for what was known already; `unknown` for what is gone; `later` while the
   * journal cannot take it. Rejects as the store does.
   */
  mailReturned(token: ReturnToken, reason: MailReason): Promise<'noted' | 'unknown' | 'later'>;
}

/** Hands letters to a mail server. */
export interface MailCarrier {
  /** Tries once, within a bounded time. Never rejects, and keeps nothing of the letter. */
  carry(letter: Letter): Promise<Delivery>;
}

/** The groups of officers there are. */
export interface GroupSource {
  current(): readonly Group[];
  /** Calls back when they changed; the answer stops it. */
  onChanged(listener: () => void): () => void;
}

/** The guided orientation as the hub sees it: what was chosen to get to an end, in French, and its subject. */
export type OrientationSource = (
  id: string,
) => { readonly path: readonly string[]; readonly subject: string } | null;

/** The canned responses, platforms and tags in force. */
export interface ContentSource {
  current(): Content;
}

/** The directory of stations in force. Desks are told its version alone, and fetch it over HTTP. */
export interface StationSource {
  readonly version: string;
  /** Null: there is none by that id, or none any more. */
  get(id: string): Station | null;
  /** Calls back when another one is in force; the answer stops it. */
  onChanged(listener: () => void): () => void;
}

/** An officer's own responses: sent to their desks, and to no other. */
export interface PersonalResponses {
  of(officer: Id): Promise<readonly CannedResponse[]>;
}
