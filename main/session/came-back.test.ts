import { describe, expect, test } from 'vitest';
import type { Head } from '../../protocol/head.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { COLLEAGUE, headOf, OFFICER } from '../cache/cache.testkit.ts';
import { attentionOfHeads } from './attention.ts';
import { CameBack } from './came-back.ts';

type Mail = NonNullable<NonNullable<Head['deferral']>['mail']>;

const ANYBODY = { waitsForOthers: () => false, isPresent: () => true };

/** A task in nobody's hands, whose answer this officer wrote. */
function task(mail: Partial<Mail> = {}, change: Partial<Head> = {}): Head {
  const written = { email: newId(), at: 1, by: OFFICER.officer } as const;
  return headOf(newId(), {
    ...{ status: 'deferred', holder: null },
    deferral: {
      askedAt: 1,
      address: false,
      mail: { ...written, state: 'returned', reason: 'mailbox', ...mail },
    },
    ...change,
  });
}

/** The same conversation with its letter in another state, or otherwise. */
function as(head: Head, mail: Partial<Mail>, change: Partial<Head> = {}): Head {
  const { deferral } = head;
  if (deferral?.mail == null) throw new Error('no letter');
  return { ...head, deferral: { ...deferral, mail: { ...deferral.mail, ...mail } }, ...change };
}

/** A desk's memory of what it told, and the heads it was told last, after its greeting. */
class Memory {
  readonly heads = new Map<Id, Head>();
  there = true;
  readonly told: (readonly Id[])[] = [];
  readonly cameBack = new CameBack({
    officer: OFFICER.officer,
    model: {
      heads: this.heads,
      isThere: () => this.there,
      tell: (event) => {
        if (event.type === 'came-back') this.told.push(event.conversations);
      },
    },
  });

  /** What is told when these come. */
  come(...heads: Head[]): readonly Id[] {
    this.cameBack.coming(heads);
    for (const head of heads) this.heads.set(head.conversation, head);
    return this.cameBack.came(heads).map(({ conversation }) => conversation);
  }

  /** What is told when the roster comes. */
  roster(there: boolean): readonly Id[] {
    this.there = there;
    return this.cameBack.rosterCame().map(({ conversation }) => conversation);
  }

  static greeted(): Memory {
    const memory = new Memory();
    memory.roster(true);
    return memory;
  }
}

describe('W6: an answer by e-mail that came back', () => {
  test('is told to whoever wrote it, once', () => {
    const memory = Memory.greeted();
    const head = task();
    expect(memory.come(head)).toEqual([head.conversation]);
    expect(memory.come(head)).toEqual([]);
    expect(memory.come({ ...head, status: 'active', holder: OFFICER })).toEqual([]);
    expect(memory.roster(false)).toEqual([]);
    expect(memory.told).toEqual([[head.conversation]]);
  });

  test.each(['bounced', 'failed', 'abandoned'] as const)(
    'so is one that was %s, anew after each new try',
    (state) => {
      const memory = Memory.greeted();
      const head = task({ state }, { status: 'active', holder: OFFICER });
      expect(memory.come(head)).toHaveLength(1);
      expect(memory.come(as(head, { state: 'queued' }, { status: 'parked' }))).toEqual([]);
      expect(memory.come(as(head, { email: newId(), at: 9 }))).toHaveLength(1);
    },
  );

  test('to nobody else while its author is there, and to everybody once they are not', () => {
    const memory = Memory.greeted();
    const head = task({ by: COLLEAGUE.officer });
    expect(memory.come(head)).toEqual([]);
    expect(memory.roster(true)).toEqual([]);
    expect(memory.roster(false)).toEqual([head.conversation]);
    expect(memory.roster(false)).toEqual([]);
    const late = task({ by: COLLEAGUE.officer });
    expect(memory.come(late)).toEqual([late.conversation]);
  });

  test('to everybody where an older relay does not say who wrote it', () => {
    const mail = { email: newId(), at: 1, state: 'returned', reason: null } as const;
    expect(Memory.greeted().come(task({}, { deferral: { askedAt: 1, address: false, mail } }))).toHaveLength(
      1,
    );
  });

  test('to its holder alone, whoever wrote it', () => {
    const memory = Memory.greeted();
    memory.there = false;
    expect(memory.come(task({}, { status: 'active', holder: COLLEAGUE }))).toEqual([]);
    const mine = task({ by: COLLEAGUE.officer }, { status: 'active', holder: OFFICER });
    expect(memory.come(mine)).toEqual([mine.conversation]);
  });

  test('not at a start, but for what happened since this desk last saw it', () => {
    const memory = new Memory();
    const [old, seen, news] = [task(), task(), task()];
    memory.heads.set(seen.conversation, seen);
    memory.heads.set(news.conversation, as(news, { state: 'accepted' }, { status: 'closed' }));
    expect(memory.come(old, seen, news)).toEqual([]);
    expect(memory.roster(true)).toEqual([news.conversation]);
  });

  test('after a cut all that came back meanwhile, once it is known who is there', () => {
    const memory = Memory.greeted();
    const [mine, theirs] = [task(), task({ by: COLLEAGUE.officer })];
    memory.cameBack.welcomed();
    expect(memory.come(mine, theirs)).toEqual([]);
    expect(memory.roster(true)).toEqual([mine.conversation]);
    expect(memory.roster(false)).toEqual([theirs.conversation]);
  });

  test('is forgotten with its conversation', () => {
    const memory = Memory.greeted();
    const head = task();
    memory.come(head);
    memory.cameBack.forget([head.conversation]);
    expect(memory.come(head)).toHaveLength(1);
  });

  test('is no new request of the site, and hides no emergency', () => {
    const levels = (head: Head) =>
      attentionOfHeads(new Map(), [head], OFFICER.officer, ANYBODY).map(({ level }) => level);
    expect(levels(task({}, { form: 'rights' }))).toEqual([]);
    expect(levels(task({}, { form: 'rights', deferral: null }))).toEqual(['queue']);
    expect(levels(task({}, { emergency: 'flagged' }))).toEqual(['emergency']);
  });
});
