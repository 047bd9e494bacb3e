import * as z from 'zod/mini';
import { Disposition, Entry, type EntryBody, Tag } from './entry.ts';
import { Head } from './head.ts';
import { Id, Time } from './ids.ts';
import { LIMITS } from './limits.ts';
import { Alias, Rank } from './officer.ts';
import { stationTown } from './station.ts';

/** Search over what this desk has cached: what the window asks, and what cache and main answer. */

/** A find's place in time: it orders finds, and says where to go on. Opaque to the window. */
export const Place = z.int().check(z.nonnegative());

/** Where to go on: among what was written exactly so, or among near spellings. */
export const SearchCursor = z.strictObject({ near: z.boolean(), before: Place });
export type SearchCursor = z.infer<typeof SearchCursor>;

export const CacheQuery = z.strictObject({
  text: z.string().check(z.maxLength(200)),
  /** Entries written in [from, until), milliseconds. */
  from: z.nullable(Time),
  until: z.nullable(Time),
  disposition: z.nullable(Disposition),
  tag: z.nullable(Tag),
  /** Conversations in which this officer had a part. */
  officer: z.nullable(Id),
  after: z.nullable(SearchCursor),
  limit: z.int().check(z.minimum(1), z.maximum(50)),
});
export type CacheQuery = z.infer<typeof CacheQuery>;

export const Find = z.strictObject({
  entry: Entry,
  head: Head,
  /** Found by a near spelling. */
  near: z.boolean(),
});
export type Find = z.infer<typeof Find>;

export const CacheAnswer = z.strictObject({
  /** The newest first; what was written exactly so before near spellings. */
  finds: z.array(Find).check(z.maxLength(50)),
  /** The conversation whose reference was typed. */
  named: z.nullable(Head),
  /** Every form that counted as a match (search-terms.ts): what to mark. */
  words: z.array(z.string().check(z.maxLength(LIMITS.textCharacters))),
  /** Null: everything was looked at. */
  next: z.nullable(SearchCursor),
  /** False while the index of an older cache is still being made: some finds may be missing. */
  whole: z.boolean(),
});
export type CacheAnswer = z.infer<typeof CacheAnswer>;

/** What there is to filter by. */
export const Facets = z.strictObject({
  tags: z.array(Tag),
  officers: z.array(z.strictObject({ officer: Id, rank: Rank, alias: Alias })),
});
export type Facets = z.infer<typeof Facets>;

/** What of an entry can be searched: what people wrote, and where they were sent. Null for the rest. */
export function searchedText(body: EntryBody): string | null {
  switch (body.kind) {
    case 'message':
    case 'note':
    case 'email':
    case 'question':
      return body.text;
    case 'redirection':
      return `${body.platform.nameFr} ${body.platform.nameEn}`;
    case 'station':
      return `${body.station.name} ${stationTown(body.station)}`;
    case 'subject':
      return body.subject;
    case 'opened':
      return body.subject;
    case 'orientation':
      return body.path.join(' ');
    case 'assignment':
    case 'release':
    case 'consultation':
      return body.note;
    case 'closure':
      return body.comment;
    case 'parking':
    case 'tags':
    case 'emergency':
    case 'emergency-acknowledged':
    case 'departure':
    case 'silence':
    case 'return-phrase':
    case 'return':
    case 'deferral':
    case 'email-outcome':
    case 'address-destroyed':
    case 'reveal':
    case 'carried':
    case 'exported':
    case 'warned':
    case 'blocked':
    case 'unblocked':
      return null;
  }
}

/** `C-4821`, `c4821` or `4821` typed alone means a conversation. */
export function referenceIn(text: string): string | null {
  const digits = text.trim().match(/^(?:c\s?-?\s?)?([1-9][0-9]{0,9})$/i)?.[1];
  return digits === undefined ? null : `C-${digits}`;
}
