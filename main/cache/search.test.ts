import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CacheAnswer, CacheQuery } from '../../protocol/cache-search.ts';
import type { Id } from '../../protocol/ids.ts';
import { newId } from '../../protocol/ids.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import {
  CACHES,
  COLLEAGUE,
  DAY,
  entryOf,
  headOf,
  journalOf,
  type MadeCache,
  NOON,
  OFFICER,
} from './cache.testkit.ts';
import type { Cache } from './desk-cache.ts';

const QUERY: CacheQuery = {
  text: '',
  from: null,
  until: null,
  disposition: null,
  tag: null,
  officer: null,
  after: null,
  limit: 20,
};

describe.each(CACHES)('search: %s', (_name, make) => {
  let made: MadeCache;
  let cache: Cache;
  let references = 4_000;
  beforeEach(async () => {
    made = await make();
    cache = made.cache;
  });
  afterEach(() => made.end());

  async function conversation(
    texts: readonly string[],
    change: Parameters<typeof headOf>[1] = {},
    at = NOON,
  ): Promise<Id> {
    const id = newId();
    references += 1;
    const entries = journalOf(id, texts, at);
    await cache.call('heads', {
      all: false,
      heads: [headOf(id, { openedAt: at, reference: `C-${references}`, ...change })],
      gone: [],
    });
    await cache.call('append', { conversation: id, after: 0, through: entries.length, entries });
    return id;
  }

  /** Everything is indexed and every word is known: what the session does in the background. */
  async function settled(): Promise<void> {
    for (let left = true; left; ) left = (await cache.call('index', null)).left;
  }

  const ask = (text: string, more: Partial<CacheQuery> = {}) =>
    cache.call('search', { query: { ...QUERY, text, ...more } });
  const found = async (text: string, more: Partial<CacheQuery> = {}) =>
    (await ask(text, more)).finds.map(({ entry }) => (entry.body.kind === 'message' ? entry.body.text : ''));

  it('finds a conversation by where its citizen was sent', async () => {
    const id = await conversation(['où aller']);
    const entries = [entryOf(id, 4, { kind: 'station', station: exampleStation })];
    await cache.call('append', { conversation: id, after: 3, through: 4, entries });
    for (const text of ['ville exemple', '01990', 'comissariat ']) {
      const { finds } = await ask(text);
      expect(
        finds.map(({ entry }) => entry.body.kind),
        text,
      ).toEqual(['station']);
    }
  });

  it('finds words whatever their accents, case, ligatures and apostrophes, the newest first', async () => {
    await conversation(['On m’a volé mon vélo à l’École'], {}, NOON);
    await conversation(['Le cœur du problème : mon velo'], {}, NOON + DAY);
    expect(await found('vélo ')).toEqual([
      'Le cœur du problème : mon velo',
      'On m’a volé mon vélo à l’École',
    ]);
    expect(await found('VELO ECOLE ')).toEqual(['On m’a volé mon vélo à l’École']);
    expect(await found('coeur ')).toEqual(['Le cœur du problème : mon velo']);
    expect(await found('velo introuvable ')).toEqual([]);
    expect(await found('  ')).toEqual([]);
  });

  it('finds what officers wrote too, with its conversation, and the reference that is typed', async () => {
    const id = await conversation(['bonjour']);
    const note = entryOf(id, 4, { kind: 'note', text: 'Rappeler la préfecture' });
    await cache.call('append', { conversation: id, after: 3, through: 4, entries: [note] });
    const { finds } = await ask('prefecture ');
    expect(finds.map(({ entry, head }) => [entry.seq, head.conversation])).toEqual([[4, id]]);
    for (const typed of [`C-${references}`, `c${references}`, `${references}`]) {
      expect((await ask(typed)).named?.conversation).toBe(id);
    }
    expect((await ask('C-999999')).named).toBe(null);
  });

  it('tolerates wrong letters after what is written exactly so, and says which is which', async () => {
    await conversation(['un cambriolage hier soir'], {}, NOON);
    await conversation(['un cambriollage ce matin'], {}, NOON - DAY);
    await conversation(['un camembert'], {}, NOON + DAY);
    await settled();
    const { finds, words } = await ask('cambriolage ');
    expect(finds.map(({ near }) => near)).toEqual([false, true]);
    expect(words).toContain('cambriollage');
    expect(await found('cambirolage ')).toHaveLength(2);
    expect(await found('kambriolaje ')).toEqual(['un cambriolage hier soir']);
    // Short words and numbers have to be right.
    await conversation(['le 12345 et un sac']);
    expect(await found('12346 ')).toEqual([]);
    expect(await found('lac ')).toEqual([]);
  });

  it('finds by the beginning of the last word while it is being typed', async () => {
    await conversation(['une plainte en ligne']);
    await settled();
    expect(await found('plai')).toEqual(['une plainte en ligne']);
    expect(await found('plai ')).toEqual([]);
    expect(await found('ligne plai')).toHaveLength(1);
  });

  it('finds signs inside a sentence, side by side as they were typed', async () => {
    await conversation(['你好，我的居留证在地铁上被偷了'], {}, NOON);
    await conversation(['我要居留，没有留证'], {}, NOON + DAY);
    await conversation(['東京でカメラを盗まれました'], {}, NOON + 2 * DAY);
    expect(await found('居留证')).toEqual(['你好，我的居留证在地铁上被偷了']);
    expect(await found('居留 ')).toHaveLength(2);
    expect(await found('证')).toHaveLength(2);
    expect(await found('カメラ')).toEqual(['東京でカメラを盗まれました']);
    expect(await found('地铁 居留证')).toHaveLength(1);
    expect(await found('证居')).toEqual([]);
    expect((await ask('居留证')).words).toEqual(['居留证']);
  });

  it('finds numbers however their groups are parted, there and in the query', async () => {
    const written = ['06 12 34 56 78', '06.12.34.56.78', '0612345678', '+33 6 12 34 56 78'];
    for (const number of written) await conversation([`rappelez au ${number} merci`]);
    await conversation(['rappelez au 06 12 34 56 79 merci']);
    await conversation(['une AB-123-CD grise'], {}, NOON + DAY);
    await settled();
    for (const typed of [...written, '0612 345 678', '06.12 345', '0612345678 merci']) {
      expect(await found(typed), typed).toHaveLength(typed === '06.12 345' ? 5 : 4);
    }
    for (const typed of ['AB123CD', 'ab 123 cd', 'AB-123-CD ', 'ab123'])
      expect(await found(typed), typed).toEqual(['une AB-123-CD grise']);
    expect(await found('0612345 ')).toEqual([]);
    // Another plate, a letter away.
    expect((await ask('AB123CE ')).finds.map(({ near }) => near)).toEqual([true]);
  });

  it('gives what filters alone leave, a conversation a line, by what was last said', async () => {
    const closed = { status: 'closed', holder: null } as const;
    const tagged = { ...closed, closedAt: NOON, disposition: 'redirected' as const, tags: ['vélo'] };
    await conversation(['un', 'deux'], tagged, NOON);
    const other = await conversation(['trois', 'quatre'], { ...closed, disposition: 'answered' }, NOON + DAY);
    const silent = await conversation([], { ...closed, disposition: 'abandoned' }, NOON + 2 * DAY);
    const passed = entryOf(
      other,
      5,
      { kind: 'assignment', to: COLLEAGUE, reason: 'transferred', note: null },
      { at: NOON + 3 * DAY },
    );
    await cache.call('append', { conversation: other, after: 4, through: 5, entries: [passed] });
    expect(await found('')).toEqual([]);
    expect(await found('', { from: 0 })).toEqual(['quatre', '', 'deux']);
    expect(await found(' – ', { disposition: 'redirected' })).toEqual(['deux']);
    expect(await found('', { tag: 'vélo' })).toEqual(['deux']);
    expect(await found('', { officer: COLLEAGUE.officer })).toEqual(['quatre']);
    expect(await found('', { officer: COLLEAGUE.officer, tag: 'vélo' })).toEqual([]);
    // Nothing was said in it, and it is found all the same.
    const { finds, words, next } = await ask('', { disposition: 'abandoned' });
    expect(finds.map(({ entry, near }) => [entry.conversation, entry.seq, near])).toEqual([
      [silent, 2, false],
    ]);
    expect([words, next]).toEqual([[], null]);
    expect(await found('', { from: NOON + DAY + 1 })).toEqual(['', '']);
    expect(await found('', { until: NOON + DAY })).toEqual(['deux']);
    await cache.call('destroy', { conversations: [other] });
    expect(await found('', { from: 0 })).toEqual(['', 'deux']);
    await cache.call('forget', { conversations: null });
    expect(await found('', { from: 0 })).toEqual([]);
  });

  it('pages what filters leave, also of one millisecond', async () => {
    const texts = Array.from({ length: 7 }, (_, index) => `seul ${index}`);
    for (const text of texts) await conversation([text], { tags: ['vélo'] });
    const seen: string[] = [];
    let after: CacheQuery['after'] = null;
    do {
      const answer: CacheAnswer = await ask('', { tag: 'vélo', after, limit: 3 });
      seen.push(...answer.finds.map(({ entry }) => (entry.body.kind === 'message' ? entry.body.text : '')));
      after = answer.next;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(texts));
  });

  it('filters by period, disposition, tag and officer', async () => {
    const closed = { status: 'closed', holder: null } as const;
    await conversation(['vol un'], { ...closed, closedAt: NOON, disposition: 'redirected', tags: ['vélo'] });
    const other = await conversation(
      ['vol deux'],
      { ...closed, closedAt: NOON + DAY, disposition: 'answered' },
      NOON + DAY,
    );
    const passed = entryOf(other, 4, {
      kind: 'assignment',
      to: COLLEAGUE,
      reason: 'transferred',
      note: null,
    });
    await cache.call('append', { conversation: other, after: 3, through: 4, entries: [passed] });
    expect(await found('vol ')).toEqual(['vol deux', 'vol un']);
    expect(await found('vol ', { disposition: 'redirected' })).toEqual(['vol un']);
    expect(await found('vol ', { tag: 'vélo' })).toEqual(['vol un']);
    expect(await found('vol ', { officer: COLLEAGUE.officer })).toEqual(['vol deux']);
    expect(await found('vol ', { officer: OFFICER.officer })).toHaveLength(2);
    expect(await found('vol ', { from: NOON + 1 })).toEqual(['vol deux']);
    expect(await found('vol ', { until: NOON + DAY })).toEqual(['vol un']);
    expect(await found('vol ', { from: NOON, until: NOON + DAY + 1 })).toHaveLength(2);
    const facets = await cache.call('facets', null);
    expect(facets.tags).toEqual(['vélo']);
    expect(facets.officers.map(({ alias }) => alias)).toEqual(['Camille', 'Sacha']);
  });

  it('gives pages that neither repeat nor leave out, also within one millisecond', async () => {
    const texts = Array.from({ length: 7 }, (_, index) => `perdu ${index}`);
    await conversation(texts);
    const seen: string[] = [];
    let after: CacheQuery['after'] = null;
    for (let page = 0; page < 4; page += 1) {
      const answer = await ask('perdu ', { after, limit: 3 });
      seen.push(...answer.finds.map(({ entry }) => (entry.body.kind === 'message' ? entry.body.text : '')));
      after = answer.next;
      if (after === null) break;
    }
    expect(seen).toEqual([...texts].reverse());
    expect(after).toBe(null);
  });

  describe('forgets with the entries', () => {
    let id: Id;
    beforeEach(async () => {
      id = await conversation(['zinzolin unique']);
      await conversation(['autre chose']);
      await settled();
      expect(await found('zinzolin ')).toHaveLength(1);
    });
    afterEach(async () => {
      expect(await found('zinzolin ')).toEqual([]);
      expect(await found('zinz')).toEqual([]);
      // No near spelling leads back to a word that is gone.
      expect((await ask('zinzolim ')).words).toEqual(['zinzolim']);
      expect(await found('autre ')).toHaveLength(1);
    });

    it('what is destroyed', () => cache.call('destroy', { conversations: [id] }));
    it('what a colleague took over', () => cache.call('heads', { all: false, heads: [], gone: [id] }));
    it('what is void and will be read again', () => cache.call('forget', { conversations: [id] }));
  });

  it('forgets everything at the limit, and all that is void at once', async () => {
    await conversation(['zinzolin']);
    await cache.call('forget', { conversations: null });
    expect(await found('zinzolin ')).toEqual([]);
    await conversation(['zinzolin']);
    expect(await found('zinzolin ')).toHaveLength(1);
    await cache.call('purge', { now: NOON + 122 * DAY });
    expect(await found('zinzolin ')).toEqual([]);
    expect((await cache.call('facets', null)).officers).toEqual([]);
  });

  it('is no way to read what a query language could', async () => {
    await conversation(['rien à voir']);
    for (const text of [
      '"',
      'rien" OR "x',
      'words:rien',
      'rien*',
      '(',
      'NEAR(a b)',
      '-rien',
      "';--",
      '\u0000',
      // Letters that SQLite's tables of Unicode take for marks.
      'aᦰb',
      // As many forms as a query can have.
      Array.from({ length: 60 }, (_, n) => 10 + (n % 80)).join(' '),
      '居留证在地铁上被偷了 '.repeat(16),
    ]) {
      await expect(ask(text)).resolves.toBeDefined();
    }
    expect(await found('rien OR autre ')).toEqual([]);
  });
});
