import { describe, expect, test } from 'vitest';
import { examplePlatform } from './arbitrary.testkit.ts';
import { fallbackFor, healthOf, isBlocked, type LinkState, sendableCard } from './link-health.ts';
import type { Platform } from './platform.ts';

function platform(id: string, part: Partial<Platform> = {}): Platform {
  return { ...examplePlatform, id, ...part };
}

function catalogue(platforms: readonly Platform[], states: Readonly<Record<string, LinkState>>) {
  const health = Object.entries(states).map(([id, state]) => {
    return { platform: id, state, reason: null, status: null, checkedAt: 1 };
  });
  return { platforms: [...platforms], health };
}

describe('rule K1: what may be sent', () => {
  test.each([
    ['ok', false],
    ['uncertain', false],
    ['dead', true],
    ['altered', true],
  ] as const)('a link that is %s: blocked %s', (state, blocked) => {
    const one = platform('one');
    const content = catalogue([one], { one: state });
    expect(isBlocked(content, one)).toBe(blocked);
    expect(healthOf(content, 'one')?.state).toBe(state);
  });

  test('a relay that never checks blocks nothing', () => {
    const one = platform('one');
    expect(isBlocked({ platforms: [one] }, one)).toBe(false);
    expect(sendableCard({ platforms: [one] }, one).url).toBe(one.url);
  });

  test('the number of an emergency or of a help line is never blocked: its card leaves without the link', () => {
    for (const kind of ['emergency', 'victim'] as const) {
      const line = platform('line', { kind, phone: '3919' });
      const content = catalogue([line], { line: 'dead' });
      expect(isBlocked(content, line)).toBe(false);
      expect(sendableCard(content, line)).toMatchObject({ phone: '3919', url: null });
    }
    const offices = platform('offices', { kind: 'info', phone: '3939' });
    expect(isBlocked(catalogue([offices], { offices: 'dead' }), offices)).toBe(true);
  });
});

describe('the fallback', () => {
  const one = platform('one', { fallback: 'two' });
  const two = platform('two', { fallback: 'three' });
  const three = platform('three', { fallback: 'one' });

  test('is the declared one, or the next along the chain that may be sent', () => {
    expect(fallbackFor(catalogue([one, two, three], { one: 'dead' }), one)).toBe(two);
    expect(fallbackFor(catalogue([one, two, three], { one: 'dead', two: 'altered' }), one)).toBe(three);
  });

  test('is nobody when all are dead, none is declared, or it names nothing', () => {
    const states = { one: 'dead', two: 'dead', three: 'dead' } as const;
    expect(fallbackFor(catalogue([one, two, three], states), one)).toBeNull();
    expect(fallbackFor(catalogue([one], { one: 'dead' }), one)).toBeNull();
    expect(fallbackFor(catalogue([two], {}), platform('four'))).toBeNull();
  });
});
