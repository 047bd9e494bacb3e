import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { findPersonal } from '../../protocol/personal.ts';
import { CACHES, headOf, journalOf, type MadeCache, NOON } from './cache.testkit.ts';
import type { Cache } from './desk-cache.ts';

const PHONE = findPersonal('06 12 34 56 78')[0]?.key ?? '';
const CARD = findPersonal('4970 1012 3456 7893')[0]?.key ?? '';

describe.each(CACHES)('personal data in other conversations: %s', (_name, make) => {
  let made: MadeCache;
  let cache: Cache;
  beforeEach(async () => {
    made = await make();
    cache = made.cache;
  });
  afterEach(() => made.end());

  async function conversation(...texts: readonly string[]): Promise<Id> {
    const id = newId();
    const entries = journalOf(id, texts, NOON);
    await cache.call('heads', { all: false, heads: [headOf(id, { openedAt: NOON })], gone: [] });
    await cache.call('append', { conversation: id, after: 0, through: entries.length, entries });
    return id;
  }

  const elsewhere = async (id: Id, ...keys: string[]) =>
    (await cache.call('elsewhere', { conversation: id, keys })).keys;

  it('V3: is known however it was typed, unless it stands in the conversation itself', async () => {
    const first = await conversation('Rappelez-moi au +33 6.12.34.56.78');
    const second = await conversation('Bonjour');
    expect(await elsewhere(second, PHONE, CARD)).toEqual([PHONE]);
    expect(await elsewhere(first, PHONE, CARD)).toEqual([]);
    const third = await conversation('C’est aussi mon numéro : 0612345678');
    expect(await elsewhere(third, PHONE)).toEqual([]);
    expect(await elsewhere(second, PHONE)).toEqual([PHONE]);
  });

  it('is forgotten with its conversation', async () => {
    const first = await conversation('Ma carte : 4970101234567893');
    const second = await conversation('Bonjour');
    expect(await elsewhere(second, CARD)).toEqual([CARD]);
    await cache.call('destroy', { conversations: [first] });
    expect(await elsewhere(second, CARD)).toEqual([]);
  });

  it('is forgotten and found again when journals are read anew', async () => {
    const first = await conversation('Ma carte : 4970101234567893');
    const second = await conversation('Bonjour');
    await cache.call('forget', { conversations: [first] });
    expect(await elsewhere(second, CARD)).toEqual([]);
    const entries = journalOf(first, ['Ma carte : 4970101234567893'], NOON);
    await cache.call('append', { conversation: first, after: 0, through: entries.length, entries });
    expect(await elsewhere(second, CARD)).toEqual([CARD]);
  });
});
