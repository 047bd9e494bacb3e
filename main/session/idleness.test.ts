import { expect, test } from 'vitest';
import type { Presence } from '../../protocol/officer.ts';
import { Idleness } from './idleness.ts';

test('an available officer who touches nothing is away, and back at the first touch', () => {
  const idleness = new Idleness();
  expect(idleness.next(599, 10, 'available')).toBeNull();
  expect(idleness.next(600, 10, 'available')).toBe('away');
  expect(idleness.next(605, 10, 'away')).toBeNull();
  expect(idleness.next(2, 10, 'away')).toBe('available');
  expect(idleness.next(2, 10, 'available')).toBeNull();
});

test.each(['break', 'finishing', 'away', 'offline'] as const)('%s is left alone, idle or not', (presence) => {
  const idleness = new Idleness();
  for (const idle of [0, 10_000, 0]) expect(idleness.next(idle, 10, presence)).toBeNull();
});

test('an absence that was chosen over an automatic one does not end by itself', () => {
  const idleness = new Idleness();
  const seen: (Presence | null)[] = [idleness.next(600, 10, 'available')];
  // Back, and then away by choice: the automatic absence is forgotten.
  seen.push(idleness.next(0, 10, 'away'), idleness.next(0, 10, 'break'), idleness.next(0, 10, 'away'));
  expect(seen).toEqual(['away', 'available', null, null]);
});

test('whoever says at another workstation that they are here is not contradicted by the one they left', () => {
  const idleness = new Idleness();
  expect(idleness.next(600, 10, 'available')).toBe('away');
  for (const idle of [605, 610, 4_000]) expect(idleness.next(idle, 10, 'available')).toBeNull();
  // What they say there is not taken back here either, when they come by.
  expect(idleness.next(4_005, 10, 'away')).toBeNull();
  expect(idleness.next(1, 10, 'away')).toBeNull();
  // Touched again, it counts again.
  expect(idleness.next(1, 10, 'available')).toBeNull();
  expect(idleness.next(600, 10, 'available')).toBe('away');
});

test('switched off, nobody is away; switched off while away, they are back', () => {
  const idleness = new Idleness();
  expect(idleness.next(100_000, null, 'available')).toBeNull();
  expect(idleness.next(600, 10, 'available')).toBe('away');
  expect(idleness.next(700, null, 'away')).toBe('available');
});
