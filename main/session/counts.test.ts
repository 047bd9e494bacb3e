import { expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { headOf } from '../cache/cache.testkit.ts';
import { badgeOf, countsOf } from './counts.ts';

const ME = newId();
const me = { officer: ME, rank: 'Brigadier', alias: 'Camille' };
const other = { officer: newId(), rank: 'Brigadier', alias: 'Sacha' };

test('counts what is unread in my own conversations, who waits, and emergencies that may be mine', () => {
  const heads = [
    headOf(newId(), { status: 'active', holder: me, lastCitizenSeq: 4, officerRead: 2 }),
    headOf(newId(), { status: 'active', holder: me, lastCitizenSeq: 4, officerRead: 4 }),
    headOf(newId(), { status: 'active', holder: other, lastCitizenSeq: 4, officerRead: 2 }),
    headOf(newId(), { status: 'waiting', holder: null }),
    headOf(newId(), { status: 'waiting', holder: null, emergency: 'flagged' }),
    headOf(newId(), { status: 'active', holder: other, emergency: 'flagged' }),
    headOf(newId(), { status: 'closed', holder: null, lastCitizenSeq: 4, officerRead: 2 }),
  ];
  const counts = countsOf(heads, ME);
  expect(counts).toEqual({ unread: 1, waiting: 2, emergencies: 1 });
  expect(badgeOf(counts)).toBe(2);
});

test('nobody signed in, nothing counted', () => {
  expect(countsOf([headOf(newId(), { status: 'waiting' })], null)).toEqual({
    unread: 0,
    waiting: 0,
    emergencies: 0,
  });
});
