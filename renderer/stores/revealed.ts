import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import type { PersonalKind } from '../../protocol/personal.ts';

/** One item of personal data in one message. */
export type MaskedItem = {
  readonly conversation: Id;
  readonly message: Id;
  readonly item: PersonalKind;
  readonly position: number;
};

/** By conversation, then by item: true while it shows, false once it was covered again. */
export type Revealed = ReadonlyMap<Id, ReadonlyMap<string, boolean>>;

export const NONE_REVEALED: Revealed = new Map();

export function maskedKey({ message, item, position }: Omit<MaskedItem, 'conversation'>): string {
  return `${message}/${item}/${position}`;
}

export function dropRevealed(revealed: Revealed, conversations: readonly Id[]): Revealed {
  if (!conversations.some((id) => revealed.has(id))) return revealed;
  return new Map([...revealed].filter(([id]) => !conversations.includes(id)));
}

const NOTED = new WeakMap<readonly Entry[], ReadonlyMap<string, ReadonlySet<Id>>>();

/** Who looked at what, as a journal says; computed once for each state of it. */
export function notedIn(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<Id>> {
  const known = NOTED.get(entries);
  if (known !== undefined) return known;
  const noted = new Map<string, Set<Id>>();
  for (const { body, author } of entries) {
    if (body.kind !== 'reveal' || author.role !== 'officer') continue;
    const key = maskedKey(body);
    const who = noted.get(key) ?? new Set();
    noted.set(key, who.add(author.officer));
  }
  NOTED.set(entries, noted);
  return noted;
}
