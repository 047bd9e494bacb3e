import * as z from 'zod/mini';
import { CannedResponse, ResponseId } from './canned.ts';
import { ContentProblem } from './content-rules.ts';
import { RefusalCode } from './errors.ts';
import { Time } from './ids.ts';
import { OfficerFace } from './officer.ts';
import { Platform, PlatformId } from './platform.ts';

/**
 * Editing the catalogue and the responses from a desk, over HTTP with the bearer token (rules E5 to E7).
 * An edit carries the item as its editor saw it: where it stands otherwise by now, nothing is written and the
 * editor decides.
 */
export const CONTENT_KINDS = ['platform', 'response'] as const;
export const ContentKind = z.enum(CONTENT_KINDS);
export type ContentKind = z.infer<typeof ContentKind>;

/** `item` null removes; `before` null adds. `POST /api/desk/content`, supervisors only. */
export const ContentEdit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('platform'),
    id: PlatformId,
    item: z.nullable(Platform),
    before: z.nullable(Platform),
  }),
  z.strictObject({
    kind: z.literal('response'),
    id: ResponseId,
    item: z.nullable(CannedResponse),
    before: z.nullable(CannedResponse),
  }),
]);
export type ContentEdit = z.infer<typeof ContentEdit>;

/** `POST /api/desk/personal`: the officer's own responses, which nobody else is ever sent. */
export const PersonalEdit = z.strictObject({
  id: ResponseId,
  item: z.nullable(CannedResponse),
  before: z.nullable(CannedResponse),
});
export type PersonalEdit = z.infer<typeof PersonalEdit>;

/** Responses of one officer's own: all of them fit in one frame. */
export const MOST_PERSONAL = 60;

/** Who changed something and when; nobody is named where it was done on the command line, or the account is gone. */
export const ContentStamp = z.strictObject({ at: Time, by: z.nullable(OfficerFace) });
export type ContentStamp = z.infer<typeof ContentStamp>;

/** An item of either kind, as an answer gives it. */
export const ContentItem = z.union([Platform, CannedResponse]);
export type ContentItem = z.infer<typeof ContentItem>;

const Saved = z.strictObject({ kind: z.literal('saved') });
/** It is not what its editor saw: how it stands now (null: removed), and whose doing that is where that is known. */
const Conflict = z.strictObject({
  kind: z.literal('conflict'),
  item: z.nullable(ContentItem),
  stamp: z.nullable(ContentStamp),
});
const Invalid = z.strictObject({
  kind: z.literal('invalid'),
  problems: z.array(ContentProblem).check(z.minLength(1), z.maxLength(40)),
});

/** What became of an edit. */
export const EditAnswer = z.discriminatedUnion('kind', [Saved, Conflict, Invalid]);
export type EditAnswer = z.infer<typeof EditAnswer>;

/** The relay said no, or nothing: nothing was written. */
export const EditRefusal = z.strictObject({
  kind: z.literal('refused'),
  code: z.union([RefusalCode, z.literal('offline')]),
});
export type EditRefusal = z.infer<typeof EditRefusal>;

/** What the window is told of an edit. */
export const EditOutcome = z.discriminatedUnion('kind', [Saved, Conflict, Invalid, EditRefusal]);
export type EditOutcome = z.infer<typeof EditOutcome>;

/** How often something was sent, by month of Paris such as `2026-11`; without any identity. */
export const ContentUse = z.strictObject({
  kind: ContentKind,
  id: z.string().check(z.maxLength(60)),
  thisMonth: z.int().check(z.nonnegative()),
  lastMonth: z.int().check(z.nonnegative()),
  /** The last twelve months, this one included. */
  year: z.int().check(z.nonnegative()),
});
export type ContentUse = z.infer<typeof ContentUse>;

/** `GET /api/desk/content/overview`, supervisors only: uses, and the latest change of each item that has one. */
export const ContentOverview = z.strictObject({
  uses: z.array(ContentUse).check(z.maxLength(6_000)),
  changes: z
    .array(z.strictObject({ kind: ContentKind, id: z.string().check(z.maxLength(60)), stamp: ContentStamp }))
    .check(z.maxLength(6_000)),
});
export type ContentOverview = z.infer<typeof ContentOverview>;

export const HistoryQuery = z.strictObject({ kind: ContentKind, id: z.string().check(z.maxLength(60)) });
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** Changes of one item that are kept. */
export const HISTORY_KEPT = 30;

/** `GET /api/desk/content/history`, supervisors only: the newest first. `item` null: it was removed. */
export const ContentHistory = z.strictObject({
  changes: z
    .array(z.strictObject({ stamp: ContentStamp, item: z.nullable(ContentItem) }))
    .check(z.maxLength(HISTORY_KEPT)),
  /** The item as it came with the relay, or stands in its operator's directory; null for one that was added. */
  shipped: z.nullable(ContentItem),
});
export type ContentHistory = z.infer<typeof ContentHistory>;

/** The longest answer of these routes, in bytes. */
export const CONTENT_ANSWER_BYTES = 2 * 1024 * 1024;

/** Whether two items say the same; absent and undefined are one. The order of names does not count. */
export function sameItem(a: object | null, b: object | null): boolean {
  return canonical(a) === canonical(b);
}

function canonical(item: object | null): string {
  if (item === null) return 'null';
  const told = Object.entries(item).filter(([, value]) => value !== undefined);
  return JSON.stringify(told.sort(([one], [other]) => (one < other ? -1 : 1)));
}
