import { type CitizenEntry, citizenEntry, type Entry } from '../../protocol/entry.ts';
import type { Cursor, Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { encode } from './encode.ts';

/** Characters of text in one `entries` frame: well below what makes a reader too slow. */
const FRAME_CHARACTERS = 64 * 1024;
const ENTRY_CHARACTERS = 400;

export type Range = { readonly after: Cursor; readonly through: Cursor; readonly entries: readonly Entry[] };

function weight({ body }: Entry): number {
  return ENTRY_CHARACTERS + (body.kind === 'message' || body.kind === 'note' ? body.text.length : 0);
}

/** Consecutive entries as ranges that fit a frame each (rules R1, B1). `entries` begin right after `after`. */
export function splitRanges(after: Cursor, entries: readonly Entry[]): Range[] {
  const ranges: Range[] = [];
  let part: Entry[] = [];
  let size = 0;
  let from = after;
  for (const entry of entries) {
    if (
      part.length > 0 &&
      (part.length >= LIMITS.entriesPerFrame || size + weight(entry) > FRAME_CHARACTERS)
    ) {
      ranges.push({ after: from, through: from + part.length, entries: part });
      from += part.length;
      part = [];
      size = 0;
    }
    part.push(entry);
    size += weight(entry);
  }
  if (part.length > 0) ranges.push({ after: from, through: from + part.length, entries: part });
  return ranges;
}

/** Rule P1: what a citizen may see of a range; the range itself has no gap even where its entries have. */
export function citizenFrame({ after, through, entries }: Range): string {
  const visible: CitizenEntry[] = [];
  for (const entry of entries) {
    const view = citizenEntry(entry);
    if (view !== null) visible.push(view);
  }
  return encode({ type: 'entries', after, through, entries: visible });
}

export function deskFrame(conversation: Id, { after, through, entries }: Range): string {
  return encode({ type: 'entries', conversation, after, through, entries: [...entries] });
}

/** The frames of one change, built when the first reader needs them, and once for all of them. */
export class Frames {
  readonly #conversation: Id;
  readonly #ranges: readonly Range[];
  #citizen: readonly string[] | null = null;
  #desk: readonly string[] | null = null;

  constructor(conversation: Id, after: Cursor, entries: readonly Entry[]) {
    this.#conversation = conversation;
    this.#ranges = splitRanges(after, entries);
  }

  citizen(): readonly string[] {
    this.#citizen ??= this.#ranges.map(citizenFrame);
    return this.#citizen;
  }

  desk(): readonly string[] {
    this.#desk ??= this.#ranges.map((range) => deskFrame(this.#conversation, range));
    return this.#desk;
  }
}
