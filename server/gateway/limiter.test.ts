import { expect, test } from 'vitest';
import { Limiter, perMinute, Tally } from './limiter.ts';

test('B3: each key has its own rate', () => {
  let now = 0;
  const limiter = new Limiter(perMinute(60), () => now);
  for (let count = 0; count < 60; count += 1) expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(1_000);
  expect(limiter.take('b')).toBe(0);
  now += 1_000;
  expect(limiter.take('a')).toBe(0);
});

test('a tally comes back to nothing', () => {
  const tally = new Tally();
  tally.add('a');
  tally.add('a');
  tally.remove('a');
  expect(tally.count('a')).toBe(1);
  tally.remove('a');
  tally.remove('a');
  expect(tally.count('a')).toBe(0);
});
