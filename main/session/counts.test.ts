import { expect, test } from 'vitest';
import type { Head } from '../../protocol/head.ts';
import { newId } from '../../protocol/ids.ts';
import { headOf } from '../cache/cache.testkit.ts';
import { badgeOf, countsOf } from './counts.ts';

const ME = newId();
const me = { officer: ME, rank: 'Brigadier', alias: 'Camille' };
const other = { officer: newId(), rank: 'Brigadier', alias: 'Sacha' };

const colleague = { officer: newId(), rank: 'Brigadier', alias: 'Lou' };
/** Everybody is at their desk but the colleague. */
const around = { given: [], isPresent: (officer: string) => officer !== colleague.officer };

/** A task whose answer came back; in nobody's hands unless told otherwise. */
function cameBack({ by }: { readonly by: string }, change: Partial<Head> = {}): Head {
  const mail = { email: newId(), at: 1, by, state: 'returned', reason: 'mailbox' } as const;
  return headOf(newId(), {
    ...{ status: 'deferred', holder: null },
    deferral: { askedAt: 1, address: false, mail },
    ...change,
  });
}

test('counts what is unread in my own conversations, who waits, and emergencies that may be mine or that nobody attends to', () => {
  const heads = [
    headOf(newId(), { status: 'active', holder: me, lastCitizenSeq: 4, officerRead: 2 }),
    headOf(newId(), { status: 'active', holder: me, lastCitizenSeq: 4, officerRead: 4 }),
    headOf(newId(), { status: 'active', holder: other, lastCitizenSeq: 4, officerRead: 2 }),
    headOf(newId(), { status: 'waiting', holder: null }),
    headOf(newId(), { status: 'waiting', holder: null, emergency: 'flagged' }),
    headOf(newId(), { status: 'active', holder: other, emergency: 'flagged' }),
    headOf(newId(), { status: 'active', holder: colleague, emergency: 'flagged' }),
    headOf(newId(), { status: 'active', holder: colleague, emergency: 'acknowledged' }),
    headOf(newId(), { status: 'closed', holder: null, lastCitizenSeq: 4, officerRead: 2 }),
    cameBack({ by: ME }),
    cameBack({ by: ME }, { status: 'active', holder: other }),
    cameBack({ by: other.officer }),
    cameBack({ by: other.officer }, { status: 'active', holder: me }),
    cameBack({ by: ME }, { status: 'closed' }),
  ];
  const counts = countsOf(heads, ME, around);
  expect(counts).toEqual({ unread: 1, waiting: 2, emergencies: 2, cameBack: 2 });
  expect(badgeOf(counts)).toBe(5);
});

test('counts once what others gave and was not looked at, read as it may be', () => {
  const [read, unread, gone] = [
    headOf(newId(), { status: 'active', holder: me, lastCitizenSeq: 4, officerRead: 4 }),
    headOf(newId(), { status: 'active', holder: me, lastCitizenSeq: 4, officerRead: 2 }),
    headOf(newId(), { status: 'active', holder: other }),
  ];
  const given = [read, unread, gone].map(({ conversation }) => conversation);
  expect(countsOf([read, unread, gone], ME, { ...around, given }).unread).toBe(2);
});

test('nobody signed in, nothing counted', () => {
  expect(countsOf([headOf(newId(), { status: 'waiting' })], null, around)).toEqual({
    unread: 0,
    waiting: 0,
    emergencies: 0,
    cameBack: 0,
  });
});
