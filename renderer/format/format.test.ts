import { describe, expect, test } from 'vitest';
import { counted, quantity } from './plural.ts';
import {
  dayKey,
  hourOfDay,
  longDate,
  longDay,
  shortDuration,
  shortStamp,
  stopwatch,
  timeOfDay,
} from './time.ts';
import { fr } from './typography.ts';

const WINTER = Date.UTC(2026, 10, 24, 3, 5);
const SUMMER = Date.UTC(2026, 6, 1, 22, 30);

describe('time, in Paris', () => {
  test('hours, summer and winter', () => {
    expect(timeOfDay(WINTER, 'fr')).toBe('04:05');
    expect(timeOfDay(SUMMER, 'en')).toBe('00:30');
    expect(hourOfDay(SUMMER)).toBe(0);
  });

  test('days in words', () => {
    expect(longDay(WINTER, 'fr')).toBe('mardi 24 novembre 2026');
    expect(longDate(Date.UTC(2027, 1, 23, 23), 'fr')).toBe('24 février 2027');
    expect(longDate(WINTER, 'en')).toBe('24 November 2026');
    expect(shortStamp(WINTER, 'fr')).toBe('24/11 04:05');
  });

  test('a day begins at midnight in Paris', () => {
    expect(dayKey(SUMMER)).toBe('2026-07-02');
    expect(dayKey(SUMMER - 31 * 60_000)).toBe('2026-07-01');
    // Around midnight in Paris, back and forth, whichever was asked before.
    const midnight = Date.parse('2026-11-24T23:00:00Z');
    const asked = [midnight - 1, midnight, midnight + 1, midnight - 1, midnight];
    expect(asked.map(dayKey)).toEqual(['2026-11-24', '2026-11-25', '2026-11-25', '2026-11-24', '2026-11-25']);
  });

  test('durations: to the second where it matters, else in minutes', () => {
    expect([0, 252_000, 3_852_000, -5].map(stopwatch)).toEqual(['0:00', '4:12', '1:04:12', '0:00']);
    const minutes = [59_999, 60_000, 65 * 60_000, 49 * 3_600_000].map((time) => shortDuration(time, 'fr'));
    expect(minutes).toEqual(['<\u00A01\u00A0min', '1\u00A0min', '1\u00A0h\u00A005', '2\u00A0j']);
    expect(shortDuration(49 * 3_600_000, 'en')).toBe('2\u00A0d');
  });
});

describe('French typography', () => {
  test('narrow space before ; ! ?, no-break space before a colon and inside quotes', () => {
    expect(fr`Oui ; non ! vraiment ? « là » : ici`).toBe(
      'Oui\u202F; non\u202F! vraiment\u202F? «\u00A0là\u00A0»\u00A0: ici',
    );
  });

  test('what is inserted is left as it is', () => {
    expect(fr`Sujet : ${'eh bien !'}`).toBe('Sujet\u00A0: eh bien !');
  });
});

describe('numbers', () => {
  test('French counts zero as one, English does not', () => {
    expect([0, 1, 2].map((n) => counted(n, 'fr', 'message', 'messages'))).toEqual([
      '0\u00A0message',
      '1\u00A0message',
      '2\u00A0messages',
    ]);
    expect(counted(0, 'en', 'message', 'messages')).toBe('0\u00A0messages');
    expect(quantity(2.75, 'fr')).toBe('2,8');
  });
});
