import { expect, test } from 'vitest';
import { disc, numbered } from './icons.ts';

const SIZE = 16;
const pixel = (bitmap: Buffer, x: number, y: number) => [
  ...bitmap.subarray((y * SIZE + x) * 4).subarray(0, 4),
];

test('a disc is filled in its middle and clear in its corners, a ring is clear in both', () => {
  const filled = disc(SIZE, [1, 2, 3]);
  expect(filled.length).toBe(SIZE * SIZE * 4);
  expect(pixel(filled, 8, 8)).toEqual([3, 2, 1, 255]);
  expect(pixel(filled, 0, 0)).toEqual([0, 0, 0, 0]);
  expect(pixel(disc(SIZE, [1, 2, 3], false), 8, 8)).toEqual([0, 0, 0, 0]);
  expect(pixel(disc(SIZE, [1, 2, 3], false), 8, 0)).toEqual([3, 2, 1, 255]);
});

test('numbers look different, and all beyond nine the same', () => {
  const drawn = Array.from({ length: 12 }, (_, count) =>
    numbered(SIZE, count, [0, 0, 0], [9, 9, 9]).toString('hex'),
  );
  expect(new Set(drawn).size).toBe(11);
  expect(drawn[10]).toBe(drawn[11]);
});
