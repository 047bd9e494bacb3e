import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const audit = read('docs/accessibility.md');
const criteria = [...audit.matchAll(/^\| (\d+)\.(\d+) \| (C|NC|NA|NT) \| (.+) \|$/gm)];
/** How many criteria each theme of RGAA 4.1.2 has. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

describe('the audit of accessibility', () => {
  test('judges each of the 106 criteria, and says how', () => {
    const expected = THEMES.flatMap((count, theme) =>
      Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
    );
    expect(criteria.map(([, theme, number]) => `${theme}.${number}`)).toEqual(expected);
    expect(criteria).toHaveLength(106);
  });

  test('counts right, and the statement that the public reads says the same', () => {
    const count = (status: string) => criteria.filter(([, , , judged]) => judged === status).length;
    for (const [status, words] of [
      ['C', 'met'],
      ['NC', 'not met'],
      ['NT', 'not yet tested'],
    ] as const) {
      expect(audit).toContain(`| ${status}, ${words} | ${count(status)} |`);
    }
    const applicable = 106 - count('NA');
    const french = read('server/content/pages/fr/accessibilite.md');
    expect(french).toContain(`${count('C')} des ${applicable} critères applicables`);
    expect(french).toContain(`${count('NC')} ne le sont pas, ${count('NT')} `);
    const english = read('server/content/pages/en/accessibilite.md');
    expect(english).toContain(`${count('C')} of the ${applicable} criteria that apply`);
    expect(english).toContain(`${count('NC')} are not, ${count('NT')} `);
  });
});
