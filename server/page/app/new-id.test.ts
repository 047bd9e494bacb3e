import { expect, test } from 'vitest';
import { Id } from '../../../protocol/ids.ts';
import { newId } from './new-id.ts';

test('D1: an id made in the page is one of the contract, never twice the same', () => {
  const before = Date.now();
  const ids = Array.from({ length: 2_000 }, newId);
  for (const id of ids) expect(Id.safeParse(id).success, id).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  // The time comes first, so that ids sort by it.
  const times = ids.map((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  expect(Math.min(...times)).toBeGreaterThanOrEqual(before);
  expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
  expect(new Set(ids.map((id) => id[19])).size).toBe(4);
});
