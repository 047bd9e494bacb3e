import { expect, test } from 'vitest';
import type { Head } from '../../protocol/head.ts';
import { newId } from '../../protocol/ids.ts';
import { headOf, OFFICER } from '../cache/cache.testkit.ts';
import { attentionOfHeads } from './attention.ts';

const ANYBODY = { waitsForOthers: () => false, isPresent: () => true };
const conversation = newId();

const waiting = (change: Partial<Head> = {}) =>
  headOf(conversation, { status: 'waiting', holder: null, emergency: 'none', left: null, ...change });

function levels(before: Head | null, after: Head): string[] {
  const known = new Map(before === null ? [] : [[conversation, before]]);
  return attentionOfHeads(known, [after], OFFICER.officer, ANYBODY).map(({ level }) => level);
}

test('whoever begins to wait calls once; who is gone calls nobody, and calls when back', () => {
  expect(levels(null, waiting())).toEqual(['queue']);
  expect(levels(waiting(), waiting({ lastSeq: 9 }))).toEqual([]);
  const gone = waiting({ left: 'quick-exit', mayReturn: true });
  expect(levels(null, gone)).toEqual([]);
  expect(levels(waiting(), gone)).toEqual([]);
  expect(levels(gone, waiting())).toEqual(['queue']);
});

test('an emergency calls although its citizen is gone', () => {
  expect(levels(null, waiting({ emergency: 'flagged', left: 'silent' }))).toEqual(['emergency']);
});
