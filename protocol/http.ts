import * as z from 'zod/mini';
import { Announcement } from './announcement.ts';
import { WaitEstimate } from './citizen-channel.ts';
import { RequestReference, Subject } from './entry.ts';
import { RefusalCode } from './errors.ts';
import { Id, Reference, Time } from './ids.ts';
import { CitizenLanguage, Language } from './language.ts';
import { LIMITS } from './limits.ts';
import { OfficerSelf } from './officer.ts';
import { OrientationId } from './orientation.ts';

/** `GET /api/service`: what the page says before the chat. */
export const ServiceInfo = z.strictObject({
  /** Officers who are there and receive conversations, with or without room for one more. */
  onDuty: z.int().check(z.nonnegative()),
  /** How many more conversations they could take now. */
  free: z.int().check(z.nonnegative()),
  waiting: z.int().check(z.nonnegative()),
  estimate: WaitEstimate,
  termsVersion: z.string(),
  /** `closed`: the roster opens the chat, and nobody is on duty. What waits already keeps waiting. */
  chat: z.enum(['open', 'closed']),
  /** Whether an answer by e-mail can be asked for. */
  deferred: z.boolean(),
  /** What the service announces now; absent when nothing. */
  announcement: z.optional(Announcement),
});
export type ServiceInfo = z.infer<typeof ServiceInfo>;

/**
 * `POST /api/conversation`: the terms are accepted, a conversation begins. The page makes the id, so a
 * repeated request finds the first conversation. Answers 201 with `Opened` and the session cookie, 200 when
 * the cookie already has an open conversation, 409 `terms-outdated` when another version is in force, and
 * `chat-closed` while the roster keeps the chat closed.
 */
export const OpenConversation = z.strictObject({
  id: Id,
  termsVersion: z.string().check(z.minLength(1), z.maxLength(40)),
  language: CitizenLanguage,
  subject: z.nullable(Subject),
  /** To leave a question and an address: what a closed chat still opens for. */
  purpose: z.optional(z.literal('deferred')),
  /** Where the guided orientation ended: the officer is shown what was chosen (rule S5). An unknown one is ignored. */
  orientation: z.optional(OrientationId),
});
export type OpenConversation = z.infer<typeof OpenConversation>;

export const Opened = z.strictObject({ conversation: Id, reference: Reference });
export type Opened = z.infer<typeof Opened>;

/** `GET /api/conversation`: does this browser's cookie have an open conversation? */
export const CurrentConversation = z.strictObject({ current: z.nullable(Opened) });
export type CurrentConversation = z.infer<typeof CurrentConversation>;

/**
 * `POST /api/conversation/exit`: the quick exit, for a page that may have no wire (rule S6). The id is that of the
 * wire's own word; a page of the site, which has no wire, gives none. Answers 204, also when there is nothing to leave, and takes the cookie back whatever it answers.
 */
export const QuickExit = z.strictObject({ id: z.optional(Id) });
export type QuickExit = z.infer<typeof QuickExit>;

/**
 * `GET /api/conversation/transcript`: what the cookie's citizen may read of their conversation, as a file
 * (rule P4). 404 when there is nothing to read, 429 above a few a minute, 503 while too many are being made.
 */
export const TranscriptQuery = z.strictObject({ format: z.enum(['pdf', 'text']), language: Language });
export type TranscriptQuery = z.infer<typeof TranscriptQuery>;

/**
 * `GET /api/conversation/receipt`: an `AnswerReceipt` of the copy in this language as it is now (rule D7). Answers
 * like the transcript.
 */
export const ReceiptQuery = z.strictObject({ language: Language });
export type ReceiptQuery = z.infer<typeof ReceiptQuery>;

/** `POST /api/desk/sign-in`. The token is shown this once; the relay keeps its digest only. */
export const SignIn = z.strictObject({
  login: z.string().check(z.minLength(1), z.maxLength(LIMITS.loginCharacters)),
  password: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordCharacters)),
});
export type SignIn = z.infer<typeof SignIn>;

export const SessionToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export const SignedIn = z.strictObject({ token: SessionToken, self: OfficerSelf, expiresAt: Time });
export type SignedIn = z.infer<typeof SignedIn>;

/** `POST /api/desk/sign-out`, with the bearer token. `everywhere` ends every session of the officer. */
export const SignOut = z.strictObject({ everywhere: z.boolean() });
export type SignOut = z.infer<typeof SignOut>;

/** `POST /api/desk/export`: the whole journal as a document, for a supervisor with a reason (rule V4). */
export const ExportAsked = z.strictObject({
  /** The entry's id: asked again, the same act (rule D1). */
  id: Id,
  conversation: Id,
  reason: RequestReference,
  language: Language,
});
export type ExportAsked = z.infer<typeof ExportAsked>;

/** The body of every HTTP refusal. `retryAfter` in milliseconds where waiting helps. */
export const HttpRefusal = z.strictObject({
  code: RefusalCode,
  retryAfter: z.optional(z.int().check(z.nonnegative())),
});
export type HttpRefusal = z.infer<typeof HttpRefusal>;

const Paragraphs = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));

/**
 * The terms of use in force, whole. `penal` is what must be recalled before the chat (terms of use, article 7).
 * French is the language of reference (article 16).
 */
export const TermsText = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  language: Language,
  title: z.string().check(z.minLength(1)),
  sections: z
    .array(
      z.strictObject({
        title: z.string().check(z.minLength(1)),
        paragraphs: Paragraphs,
      }),
    )
    .check(z.minLength(1)),
  penal: Paragraphs,
});
export type TermsText = z.infer<typeof TermsText>;

/** What a person should know of the terms, and what must be recalled, in the language of their page. */
export const TermsSummary = z.strictObject({ points: Paragraphs, penal: Paragraphs });

/** `GET /api/terms?language=`: for people to read before they accept them. */
export const Terms = z.strictObject({
  ...TermsText.shape,
  summary: z.strictObject({ ...TermsSummary.shape, language: CitizenLanguage }),
});
export type Terms = z.infer<typeof Terms>;
