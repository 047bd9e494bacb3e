import { describe, expect, test } from 'vitest';
import { Day } from '../../protocol/canned.ts';
import { LANGUAGES } from '../../protocol/language.ts';
import { dayMeant, dayProblem, dayShown } from './day.ts';
import { LOCALES } from './time.ts';

describe('a day as it is typed', () => {
  test('is the day itself once it is whole, with or without its signs', () => {
    for (const typed of ['30/11/2027', ' 30.11.2027 ', '30-11-2027', '30 11 2027', '30112027']) {
      expect(dayMeant(typed), typed).toBe('2027-11-30');
    }
    expect(dayMeant('3/2/2027')).toBe('2027-02-03');
    expect(dayMeant('29/2/2028')).toBe('2028-02-29');
  });

  test('is shown as the interface writes it: every language of it has the day first', () => {
    for (const language of LANGUAGES) {
      expect(dayShown('2027-02-03', language)).toBe('03/02/2027');
      const parts = new Intl.DateTimeFormat(LOCALES[language]).formatToParts(0);
      const order = parts.filter(({ type }) => type !== 'literal').map(({ type }) => type);
      expect(order, language).toEqual(['day', 'month', 'year']);
    }
  });

  test('what is no day stays as it was typed, says why, and is never taken for one by the relay', () => {
    for (const [typed, problem] of [
      ['30/11', 'unclear'],
      ['fin novembre', 'unclear'],
      ['3011202', 'unclear'],
      ['30/11/27', 'year'],
      ['30/11/20277', 'year'],
      ['31/02/2027', 'impossible'],
      ['29/02/2027', 'impossible'],
      ['31/04/2027', 'impossible'],
      ['11/30/2027', 'impossible'],
      ['00/11/2027', 'impossible'],
    ] as const) {
      const value = dayMeant(typed);
      expect(value).toBe(typed);
      expect(dayShown(value, 'fr')).toBe(typed);
      expect(dayProblem(value), typed).toBe(problem);
      expect(Day.safeParse(value).success, typed).toBe(false);
    }
  });

  test('a day and nothing at all are no mistake', () => {
    expect(dayProblem('2027-11-30')).toBeNull();
    expect(dayMeant('')).toBe('');
    expect(dayProblem('')).toBeNull();
    expect(dayShown('', 'fr')).toBe('');
    expect(Day.safeParse(dayMeant('30/11/2027')).success).toBe(true);
  });
});
