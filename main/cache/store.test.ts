import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { purgeTime } from '../../protocol/retention.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import {
  CACHES,
  COLLEAGUE,
  DAY,
  draftOf,
  entryOf,
  headOf,
  itemOf,
  journalOf,
  type MadeCache,
  NOON,
} from './cache.testkit.ts';
import type { Cache } from './desk-cache.ts';

/** One suite for both: what is true of the encrypted file is true of the memory that may take its place. */
describe.each(CACHES)('the cache: %s', (_name, make) => {
  let made: MadeCache;
  let cache: Cache;
  beforeEach(async () => {
    made = await make();
    cache = made.cache;
  });
  afterEach(() => made.end());

  const load = (now = NOON) => cache.call('load', { now });
  const append = (conversation: string, entries: ReturnType<typeof journalOf>, after = 0) =>
    cache.call('append', { conversation, after, through: after + entries.length, entries });

  it('begins empty, with the longest retention', async () => {
    expect(await load()).toEqual({
      epoch: null,
      retentionMonths: 3,
      cursors: [],
      heads: [],
      drafts: [],
      outbox: [],
      content: null,
      personal: [],
      purged: [],
    });
  });

  it('keeps the directory of stations, the last one whole', async () => {
    expect(await cache.call('stations', null)).toEqual({ directory: null });
    const directory = { version: 'a'.repeat(16), stations: [exampleStation] };
    await cache.call('keep-stations', { directory });
    const next = { version: 'b'.repeat(16), stations: [] };
    await cache.call('keep-stations', { directory: next });
    expect(await cache.call('stations', null)).toEqual({ directory: next });
  });

  it('R1: adds a range that continues the cursor, and answers pages backwards', async () => {
    const conversation = newId();
    const journal = journalOf(conversation, ['un', 'deux', 'trois']);
    expect(await append(conversation, journal.slice(0, 3))).toEqual({ cursor: 3, delivered: [] });
    expect(await append(conversation, journal.slice(3), 3)).toEqual({ cursor: 5, delivered: [] });
    expect(await cache.call('entries', { conversation, before: null, limit: 200 })).toEqual({
      entries: journal,
      complete: true,
    });
    const newest = await cache.call('entries', { conversation, before: null, limit: 2 });
    expect(newest).toEqual({ entries: journal.slice(3), complete: false });
    const older = await cache.call('entries', { conversation, before: 4, limit: 2 });
    expect(older).toEqual({ entries: journal.slice(1, 3), complete: false });
    expect((await load()).cursors).toEqual([{ conversation, seq: 5 }]);
  });

  it('R3: drops a range that does not continue the cursor, before it or beyond it', async () => {
    const conversation = newId();
    const journal = journalOf(conversation, ['un', 'deux']);
    await append(conversation, journal.slice(0, 2));
    expect((await append(conversation, journal.slice(3), 3)).cursor).toBe(2);
    expect((await append(conversation, journal.slice(0, 2))).cursor).toBe(2);
    expect((await cache.call('entries', { conversation, before: null, limit: 9 })).entries).toHaveLength(2);
  });

  it('takes an item out of the outbox with the commit of its entry', async () => {
    const conversation = newId();
    const item = itemOf(conversation, 'bonjour');
    const other = itemOf(conversation, 'encore');
    await cache.call('outbox-put', { item });
    await cache.call('outbox-put', { item: other });
    const journal = journalOf(conversation, []);
    const mine = entryOf(conversation, 3, { kind: 'message', text: 'bonjour' }, { id: item.id });
    expect((await append(conversation, [...journal, mine])).delivered).toEqual([item.id]);
    expect((await load()).outbox).toEqual([other]);
  });

  it('keeps the outbox in the order of writing, and its refusals', async () => {
    const items = ['un', 'deux', 'trois'].map((text) => itemOf(newId(), text));
    for (const item of items) await cache.call('outbox-put', { item });
    const [first, second] = items;
    if (first === undefined || second === undefined) throw new Error('three items were made');
    await cache.call('outbox-mark', { id: second.id, state: 'refused', code: 'not-holder' });
    await cache.call('outbox-remove', { ids: [first.id] });
    expect((await load()).outbox).toEqual([{ ...second, state: 'refused', code: 'not-holder' }, items[2]]);
  });

  it('puts an item in the place of its conversation’s draft, and of no other', async () => {
    const [conversation, other] = [newId(), newId()];
    const kept = draftOf(other, { message: 'reste' });
    await cache.call('draft', { draft: draftOf(conversation, { message: 'à suivre' }), at: NOON });
    await cache.call('draft', { draft: kept, at: NOON });
    const item = itemOf(conversation, 'Brouillon : à suivre');
    const more = [itemOf(conversation, 'la suite'), itemOf(conversation, 'la fin')];
    await cache.call('outbox-put', { item, instead: 'draft', more });
    expect(await load()).toMatchObject({ drafts: [kept], outbox: [item, ...more] });
    // Asked again after a crash of the process.
    await cache.call('outbox-put', { item, instead: 'draft', more });
    expect(await load()).toMatchObject({ drafts: [kept], outbox: [item, ...more] });
  });

  it('keeps the cards of a draft and what stands in dialogs, alone too', async () => {
    const cards = { platform: 'thesee', station: exampleStation, places: [] };
    const dialogs = { holder: newId(), texts: { close: 'mot de fin' } };
    const drafts = [
      draftOf(newId(), { cards }),
      draftOf(newId(), { message: 'voyez', dialogs, later: true }),
    ];
    for (const draft of drafts) await cache.call('draft', { draft, at: NOON });
    expect((await load()).drafts).toEqual(expect.arrayContaining(drafts));
  });

  it('keeps one draft a conversation, and none when it is empty', async () => {
    const conversation = newId();
    await cache.call('draft', { draft: draftOf(conversation, { message: 'à suivre' }), at: NOON });
    const latest = draftOf(conversation, { message: 'à suivre…' });
    await cache.call('draft', { draft: latest, at: NOON });
    expect((await load()).drafts).toEqual([latest]);
    await cache.call('draft', { draft: draftOf(conversation), at: NOON });
    expect((await load()).drafts).toEqual([]);
  });

  it('keeps message and note apart, and the mode with them', async () => {
    const [both, note, mode] = [
      draftOf(newId(), { message: 'au citoyen', note: 'entre nous' }),
      draftOf(newId(), { note: 'entre nous', mode: 'note' }),
      draftOf(newId(), { mode: 'note' }),
    ];
    for (const draft of [both, note, mode]) await cache.call('draft', { draft, at: NOON });
    const { drafts } = await load();
    expect(drafts).toHaveLength(3);
    expect(drafts).toEqual(expect.arrayContaining([both, note, mode]));
    await cache.call('draft', { draft: { ...both, message: '' }, at: NOON });
    expect((await load()).drafts).toContainEqual(draftOf(both.conversation, { note: 'entre nous' }));
  });

  it('drops what the relay no longer lists, with its journal, and keeps what this officer closed', async () => {
    const [closed, taken, kept] = [newId(), newId(), newId()];
    for (const id of [closed, taken, kept]) await append(id, journalOf(id, ['bonjour']));
    const closedHead = headOf(closed, { status: 'closed', holder: null, closedAt: NOON + 9 });
    const heads = [closedHead, headOf(taken, { status: 'waiting', holder: null }), headOf(kept)];
    await cache.call('heads', { all: true, heads, gone: [] });
    const { dropped } = await cache.call('heads', { all: true, heads: [headOf(kept)], gone: [] });
    expect(dropped).toEqual([taken]);
    const loaded = await load();
    expect(loaded.heads).toEqual([headOf(kept)]);
    expect((await cache.call('history', { before: null, limit: 10 })).heads).toEqual([closedHead]);
    const page = { before: null, limit: 10 };
    expect((await cache.call('entries', { conversation: taken, ...page })).entries).toEqual([]);
    expect((await cache.call('entries', { conversation: closed, ...page })).entries).toHaveLength(3);
  });

  it('gives the history newest first, by pages', async () => {
    const heads = [1, 2, 3].map((hour) =>
      headOf(newId(), { status: 'closed', holder: null, closedAt: NOON + hour }),
    );
    await cache.call('heads', { all: true, heads, gone: [] });
    const newest = await cache.call('history', { before: null, limit: 2 });
    expect(newest.heads).toEqual([heads[2], heads[1]]);
    const older = await cache.call('history', { before: NOON + 2, limit: 2 });
    expect(older.heads).toEqual([heads[0]]);
  });

  it('a conversation handed to a colleague is no part of the history', async () => {
    const conversation = newId();
    await append(conversation, journalOf(conversation, []));
    await cache.call('heads', { all: true, heads: [headOf(conversation)], gone: [] });
    await cache.call('heads', { all: false, heads: [headOf(conversation, { holder: COLLEAGUE })], gone: [] });
    await cache.call('heads', { all: false, heads: [], gone: [conversation] });
    expect((await cache.call('history', { before: null, limit: 10 })).heads).toEqual([]);
    const page = await cache.call('entries', { conversation, before: null, limit: 10 });
    expect(page.entries).toEqual([]);
  });

  it('R2: forgets journals when told, and reads them again from 0', async () => {
    const [one, two] = [newId(), newId()];
    await append(one, journalOf(one, []));
    await append(two, journalOf(two, []));
    await cache.call('forget', { conversations: [one] });
    expect((await load()).cursors).toEqual([{ conversation: two, seq: 2 }]);
    expect((await append(one, journalOf(one, ['encore']))).cursor).toBe(3);
    await cache.call('forget', { conversations: null });
    expect((await load()).cursors).toEqual([]);
  });

  it('remembers the relay’s epoch and its shorter retention', async () => {
    const epoch = newId();
    await cache.call('welcome', { now: NOON, retentionMonths: 1, epoch });
    expect(await load()).toMatchObject({ epoch, retentionMonths: 1 });
  });

  describe('retention', () => {
    const due = purgeTime(NOON, 3);
    let conversation: string;
    beforeEach(async () => {
      conversation = newId();
      await append(conversation, journalOf(conversation, ['bonjour']));
      await cache.call('heads', { all: true, heads: [headOf(conversation)], gone: [] });
      await cache.call('draft', { draft: draftOf(conversation, { note: 'brouillon' }), at: NOON });
      await cache.call('outbox-put', { item: itemOf(conversation, 'réponse') });
    });
    const left = async (now: number) => {
      const loaded = await load(now);
      const { entries } = await cache.call('entries', { conversation, before: null, limit: 9 });
      return loaded.heads.length + loaded.drafts.length + loaded.outbox.length + entries.length;
    };

    it('a desk that slept for four months opens to nothing', async () => {
      const loaded = await load(NOON + 122 * DAY);
      expect(loaded).toMatchObject({
        heads: [],
        drafts: [],
        outbox: [],
        cursors: [],
        purged: [conversation],
      });
      expect(await left(NOON + 122 * DAY)).toBe(0);
    });

    it('ends at the first instant of the day three calendar months later, in Paris', async () => {
      expect(due).toBe(Date.parse('2027-06-01T00:00:00+02:00'));
      expect(await left(due - 1)).toBe(6);
      expect(await left(due)).toBe(0);
    });

    it('a clock set back afterwards neither revives nor shortens', async () => {
      const young = newId();
      await append(young, journalOf(young, ['jeune'], NOON + 60 * DAY));
      expect(await left(due - 1)).toBe(6);
      // The clock goes back a year; the latest time ever seen stays.
      const past = NOON - 365 * DAY;
      expect((await cache.call('purge', { now: past })).purged).toEqual([]);
      expect(await left(past)).toBe(6);
      expect((await cache.call('purge', { now: due })).purged).toEqual([conversation]);
      expect((await cache.call('purge', { now: past })).purged).toEqual([]);
      expect(await left(past)).toBe(0);
      expect((await load(past)).cursors).toEqual([{ conversation: young, seq: 3 }]);
      // What comes again with an old date goes with the next purge, whatever the clock says.
      await append(conversation, journalOf(conversation, ['revenu']));
      expect((await cache.call('purge', { now: past })).purged).toEqual([conversation]);
    });

    it('a clock set forward by mistake is put right by the relay’s, and destroys nothing new', async () => {
      expect(await left(NOON + 3_650 * DAY)).toBe(0);
      await cache.call('welcome', { now: NOON + DAY, retentionMonths: 3, epoch: newId() });
      await append(conversation, journalOf(conversation, ['de nouveau']));
      expect((await cache.call('purge', { now: NOON + 2 * DAY })).purged).toEqual([]);
    });

    it('a shorter period destroys at once what it makes due', async () => {
      const now = purgeTime(NOON, 1);
      const { purged } = await cache.call('welcome', { now, retentionMonths: 1, epoch: newId() });
      expect(purged).toEqual([conversation]);
      expect(await left(now)).toBe(0);
    });

    it('obeys the relay’s own day when it is earlier', async () => {
      const purgeAt = NOON + 5 * DAY;
      await cache.call('heads', { all: false, heads: [headOf(conversation, { purgeAt })], gone: [] });
      expect((await cache.call('purge', { now: purgeAt - 1 })).purged).toEqual([]);
      expect((await cache.call('purge', { now: purgeAt })).purged).toEqual([conversation]);
    });

    describe('of a conversation that went into other hands', () => {
      const late = NOON + 80 * DAY;
      const message = 'brouillon';
      beforeEach(async () => {
        await cache.call('outbox-remove', { ids: (await load()).outbox.map(({ id }) => id) });
      });
      const goes = () => cache.call('heads', { all: true, heads: [], gone: [] });
      const types = (at = late) => cache.call('draft', { draft: draftOf(conversation, { message }), at });
      const leaves = (at = late) =>
        cache.call('outbox-put', { item: itemOf(conversation, message, at), instead: 'draft' });

      it.each([
        ['a draft left as a note', [() => types(), goes, () => leaves()]],
        ['a draft saved again', [() => types(), goes, () => types(late + 1)]],
        [
          'a draft saved only then',
          [() => cache.call('draft', { draft: draftOf(conversation), at: NOON }), goes, () => types()],
        ],
        [
          'a note written there',
          [() => cache.call('draft', { draft: draftOf(conversation), at: NOON }), goes, () => leaves()],
        ],
      ] as const)('%s ends no later than it would have', async (_what, acts) => {
        for (const act of acts) await act();
        expect(await left(due - 1)).toBe(1);
        expect((await cache.call('purge', { now: due })).purged).toEqual([conversation]);
        expect(await left(due)).toBe(0);
      });

      it('begins anew when it comes anew', async () => {
        await goes();
        await cache.call('purge', { now: due });
        await types(due);
        expect((await load(due)).drafts).toHaveLength(1);
      });
    });

    it('destroys what the relay destroyed, draft and outbox with it', async () => {
      await cache.call('destroy', { conversations: [conversation] });
      expect(await left(NOON)).toBe(0);
    });
  });
});
