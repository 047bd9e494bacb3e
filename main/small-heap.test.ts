import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { ownHeap, sweeperOf } from './small-heap.ts';

const MB = 1_000_000;

test('a heap is swept out at the first look, then when it has grown by the slack, and not before', () => {
  let held = 10 * MB;
  let sweeps = 0;
  const look = sweeperOf({
    held: () => held,
    collect: () => {
      sweeps += 1;
      held = 8 * MB;
    },
  });
  const sweepsAt = (megabytes: number) => {
    held = megabytes * MB;
    look();
    return sweeps;
  };
  expect([10, 9, 10.9, 11, 10.9, 11.1].map(sweepsAt)).toEqual([1, 1, 1, 2, 2, 3]);
});

test('a large heap is swept out when it has grown by a quarter, however much that is', () => {
  let held = 80 * MB;
  let sweeps = 0;
  const look = sweeperOf({ held: () => held, collect: () => (sweeps += 1) });
  look();
  held = 99 * MB;
  look();
  expect(sweeps).toBe(1);
  held = 100 * MB;
  look();
  expect(sweeps).toBe(2);
});

test('a sweep gives back what was held for a while and is held no more', () => {
  setFlagsFromString('--expose-gc');
  const heap = ownHeap();
  if (heap === null) throw new Error('the engine cannot be asked');
  let kept: object[] = Array.from({ length: 400_000 }, (_, count) => ({ count, list: [count] }));
  heap.collect();
  const before = heap.held();
  expect(kept.length).toBe(400_000);
  kept = [];
  heap.collect();
  expect(heap.held()).toBeLessThan(before - 15 * MB);
});
