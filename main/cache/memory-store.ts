import type { CannedResponse } from '../../protocol/canned.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Cursor, Id, Time } from '../../protocol/ids.ts';
import { type Draft, isEmptyDraft, type OutboxItem } from '../../protocol/ipc.ts';
import type { Directory } from '../../protocol/station.ts';
import { DEFAULT_MONTHS, expiryOf, purgeNow } from './expiry.ts';
import { holdingAfter, holdingOf } from './holding.ts';
import { createMemorySearch } from './memory-search.ts';
import type { CacheStore } from './operations.ts';

/** What says how long something may be kept. */
type Dates = { openedAt: Time; head: Pick<Head, 'purgeAt'> | null };

export type Conversation = {
  openedAt: Time;
  cursor: Cursor;
  listed: boolean;
  mine: boolean;
  head: Head | null;
  entries: Entry[];
};

/**
 * The cache where nothing may touch the disk: no keychain, or one that stores plainly, or a file that failed.
 * Same operations and same rules as on a file; it lives as long as the process.
 */
export function createMemoryStore(officer: Id): CacheStore {
  const conversations = new Map<Id, Conversation>();
  /** Of conversations that are here no longer: what is still written for one ends with it. */
  const datesKept = new Map<Id, Dates>();
  const drafts = new Map<Id, { draft: Draft; at: Time }>();
  const outbox = new Map<Id, OutboxItem>();
  let content: Content | null = null;
  let personal: CannedResponse[] = [];
  let directory: Directory | null = null;
  const search = createMemorySearch(conversations);
  let epoch: string | null = null;
  let months = DEFAULT_MONTHS;
  let latestSeen = 0;

  function destroy(ids: readonly Id[]): void {
    for (const id of ids) {
      conversations.delete(id);
      datesKept.delete(id);
      drafts.delete(id);
      for (const item of [...outbox.values()]) if (item.conversation === id) outbox.delete(item.id);
    }
  }

  function expiry(id: Id, at: Time): Time {
    const known = conversations.get(id) ?? datesKept.get(id);
    return expiryOf(known?.openedAt ?? at, months, known?.head?.purgeAt ?? null);
  }

  function purgeAt(now: Time): Id[] {
    const due = new Set<Id>();
    for (const id of conversations.keys()) if (expiry(id, 0) <= now) due.add(id);
    for (const [id, { at }] of drafts) if (expiry(id, at) <= now) due.add(id);
    for (const item of outbox.values())
      if (expiry(item.conversation, item.at) <= now) due.add(item.conversation);
    destroy([...due]);
    dropDates(now);
    return [...due];
  }

  function dropDates(now: Time): void {
    for (const id of datesKept.keys()) if (expiry(id, 0) <= now) datesKept.delete(id);
  }

  function purge(now: Time): Id[] {
    latestSeen = purgeNow(now, latestSeen);
    return purgeAt(latestSeen);
  }

  function put(head: Head): void {
    const known = conversations.get(head.conversation);
    conversations.set(head.conversation, {
      openedAt: head.openedAt,
      cursor: known?.cursor ?? 0,
      listed: true,
      mine: holdingOf(head, officer),
      head,
      entries: known?.entries ?? [],
    });
  }

  return {
    ...search,
    load({ now }) {
      const purged = purge(now);
      return {
        epoch,
        retentionMonths: months,
        cursors: [...conversations]
          .filter(([, known]) => known.cursor > 0)
          .map(([conversation, known]) => ({ conversation, seq: known.cursor })),
        heads: [...conversations.values()].flatMap((known) =>
          known.listed && known.head !== null ? [known.head] : [],
        ),
        drafts: [...drafts.values()].map(({ draft }) => draft),
        outbox: [...outbox.values()],
        content,
        personal,
        purged,
      };
    },
    welcome(said) {
      epoch = said.epoch;
      months = said.retentionMonths;
      latestSeen = said.now;
      return { purged: purgeAt(said.now) };
    },
    purge: ({ now }) => ({ purged: purge(now) }),
    heads({ all, heads, gone }) {
      for (const head of heads) put(head);
      const present = new Set(heads.map((head) => head.conversation));
      const listed = [...conversations].filter(([, known]) => known.listed).map(([id]) => id);
      const dropped: Id[] = [];
      for (const id of all ? listed.filter((each) => !present.has(each)) : gone) {
        const known = conversations.get(id);
        if (known?.mine === true && known.head !== null && known.head.closedAt !== null) known.listed = false;
        else {
          if (known !== undefined && known.cursor > 0)
            datesKept.set(id, { openedAt: known.openedAt, head: known.head });
          conversations.delete(id);
          dropped.push(id);
        }
      }
      return { dropped };
    },
    append({ conversation, after, through, entries }) {
      const known = conversations.get(conversation);
      const cursor = known?.cursor ?? 0;
      const first = entries[0];
      if (cursor !== after || (known === undefined && first === undefined)) return { cursor, delivered: [] };
      const openedAt = Math.min(...entries.map((entry) => entry.at));
      const present = known ?? { openedAt, cursor, listed: false, mine: false, head: null, entries: [] };
      present.entries.push(...entries);
      present.cursor = through;
      present.mine = holdingAfter(entries, officer, present.mine);
      conversations.set(conversation, present);
      const delivered = entries
        .filter((entry) => outbox.get(entry.id)?.conversation === conversation)
        .map((entry) => entry.id);
      for (const id of delivered) outbox.delete(id);
      return { cursor: through, delivered };
    },
    forget({ conversations: named }) {
      for (const [id, known] of conversations) {
        if (named !== null && !named.includes(id)) continue;
        known.cursor = 0;
        known.entries = [];
      }
      return null;
    },
    destroy({ conversations: named }) {
      destroy(named);
      return null;
    },
    entries({ conversation, before, limit }) {
      const all = conversations.get(conversation)?.entries ?? [];
      const older = before === null ? all : all.filter((entry) => entry.seq < before);
      const entries = older.slice(-limit);
      return { entries, complete: entries[0]?.seq === 1 };
    },
    history({ before, limit }) {
      const closedBefore = before ?? Number.MAX_SAFE_INTEGER;
      const heads = [...conversations.values()]
        .flatMap((known) => (known.mine && known.head !== null ? [known.head] : []))
        .filter((head) => head.closedAt !== null && head.closedAt < closedBefore)
        .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
      return { heads: heads.slice(0, limit) };
    },
    draft({ draft, at }) {
      if (isEmptyDraft(draft)) drafts.delete(draft.conversation);
      else drafts.set(draft.conversation, { draft, at });
      return null;
    },
    'outbox-put'({ item, instead, more = [] }) {
      for (const each of [item, ...more]) outbox.set(each.id, each);
      if (instead === 'draft') drafts.delete(item.conversation);
      return null;
    },
    'outbox-mark'({ id, state, code }) {
      const item = outbox.get(id);
      if (item !== undefined) outbox.set(id, { ...item, state, code });
      return null;
    },
    'outbox-remove'({ ids }) {
      for (const id of ids) outbox.delete(id);
      return null;
    },
    content(given) {
      content = given.content;
      return null;
    },
    personal({ responses }) {
      personal = responses;
      return null;
    },
    stations: () => ({ directory }),
    'keep-stations'(given) {
      directory = given.directory;
      return null;
    },
  };
}
