import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayInWords } from '../../../protocol/day.ts';
import { Subject } from '../../../protocol/entry.ts';
import { CITIZEN_LANGUAGES, type CitizenLanguage } from '../../../protocol/language.ts';
import { CATALOGUES } from './catalogues.ts';
import { clockTime, counting, spokenTime } from './format.ts';
import { NO_SCRIPT } from './no-script.ts';
import { PHRASE } from './phrase.ts';
import { textAt } from './static.ts';
import { SUBJECTS, subjectInJournal } from './subjects.ts';
import { TAPS } from './taps.ts';
import { loadTexts } from './texts.ts';

/** Every text of a catalogue, its functions called with an example. */
function everyText(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function') {
    const examples = [
      [1, 'x'],
      [3, 'x'],
      [{ low: 3, high: 6 }, 'x'],
    ];
    return examples.flatMap((example) => everyText(node(...example)));
  }
  if (node === null || typeof node !== 'object') return [];
  return Object.values(node).flatMap(everyText);
}

const french = [
  ...everyText(CATALOGUES.fr),
  ...everyText(NO_SCRIPT.fr),
  ...everyText(TAPS.fr),
  ...everyText(await PHRASE.fr()),
];
const OTHERS = CITIZEN_LANGUAGES.filter((language) => language !== 'fr');
const html = readFileSync(new URL('../index.html', import.meta.url), 'utf8')
  .replace(/<!--[\s\S]*?-->|<script[\s\S]*?<\/script>/g, ' ')
  .replace(/<[^>]*>/g, ' ')
  .replaceAll('&nbsp;', '\u00a0');

describe('French typography', () => {
  it('spaces before high punctuation do not break, apostrophes are curved', () => {
    expect(french.length).toBeGreaterThan(150);
    for (const text of [...french, html]) {
      expect(text).not.toMatch(/[^\u202f\s!?][;!?](?!\w)| [;!?]/u);
      expect(text).not.toMatch(/ :(?!\/)/u);
      expect(text).not.toMatch(/[\p{L}\d]:\s/u);
      expect(text).not.toMatch(/'/);
    }
  });

  it('says vous', () => {
    for (const text of french) expect(text).not.toMatch(/(?<!\p{L})(tu|ton|tes|toi)(?!\p{L})/iu);
  });
});

/** The names of all texts of a catalogue, with what kind each is: a list of two is not a list of three. */
function shape(node: unknown, name = ''): string[] {
  if (typeof node !== 'object' || node === null) return [`${name} ${typeof node}`];
  return Object.entries(node).flatMap(([key, value]) => shape(value, `${name}.${key}`));
}

describe.each(OTHERS)('%s', (language) => {
  const texts = CATALOGUES[language];

  it('has every text that French has, and none besides', () => {
    expect(shape(texts).sort()).toEqual(shape(CATALOGUES.fr).sort());
    const { untranslated: _, ...home } = texts.home;
    for (const text of everyText({ ...texts, site: texts.site.title, home }))
      expect(text).not.toMatch(/^\s*$|#|TODO/);
  });

  it('names the numbers as they are dialled, in the same places', () => {
    const numbers = (each: CitizenLanguage) =>
      everyText([CATALOGUES[each].emergency, NO_SCRIPT[each]]).map((text) =>
        (text.match(/\b(?:17|112|114)\b/g) ?? []).sort(),
      );
    expect(numbers(language)).toEqual(numbers('fr'));
  });

  it('is what a page loads for it', async () => {
    expect(await loadTexts(language)).toBe(texts);
  });
});

describe('the wait, in words', () => {
  const { home, queue } = CATALOGUES.fr;
  it.each([
    [null, 'Nous ne pouvons pas estimer l’attente pour le moment.'],
    [{ low: 3, high: 6 }, 'Comptez entre 3 et 6 minutes.'],
    [{ low: 0, high: 2 }, 'Comptez moins de 2 minutes.'],
    [{ low: 0, high: 1 }, 'Comptez moins d’une minute.'],
    [{ low: 5, high: 5 }, 'Comptez environ 5 minutes.'],
    [{ low: 70, high: 90 }, 'Comptez plus d’une heure.'],
  ])('%j', (estimate, words) => expect(home.estimate(estimate)).toBe(words));

  it('places', () => {
    expect(queue.position(1)).toBe('Vous êtes la prochaine personne.');
    expect(queue.position(4)).toBe('Vous êtes en 4ᵉ position\u00a0: 3 personnes avant vous.');
    expect(CATALOGUES.en.queue.position(2)).toBe('You are number 2 in the queue: one person is before you.');
  });
});

describe('dates and hours', () => {
  it('names the day of destruction on the Paris calendar', () => {
    expect(dayInWords(Date.parse('2027-02-23T23:00:00Z'), 'fr')).toBe('24 février 2027');
    expect(dayInWords(Date.parse('2027-02-28T23:00:00Z'), 'fr')).toBe('1er mars 2027');
    expect(dayInWords(Date.parse('2027-02-23T23:00:00Z'), 'en')).toBe('24 February 2027');
    expect(dayInWords(Date.parse('2027-02-23T23:00:00Z'), 'zh')).toBe('2027年2月24日');
    expect(dayInWords(Date.parse('2027-02-23T23:00:00Z'), 'ar')).toBe('24 فبراير 2027');
  });

  it('reads an hour as people say it', () => {
    const at = Date.now();
    expect(spokenTime(at, 'fr')).toMatch(/^\d\d h \d\d$/);
    expect(clockTime(at, 'en')).toMatch(/^\d\d:\d\d$/);
  });
});

describe('how many', () => {
  it('takes each language’s own forms', () => {
    const count = counting('es');
    const forms = { one: '# hora', other: '# horas' };
    expect([0, 1, 2].map((number) => count(number, forms))).toEqual(['0 horas', '1 hora', '2 horas']);
    const { chat } = CATALOGUES.uk;
    expect([1, 3, 5, 21].map(chat.newMessages)).toEqual([
      '1 нове повідомлення',
      '3 нові повідомлення',
      '5 нових повідомлень',
      '21 нове повідомлення',
    ]);
    // The six forms of Arabic: none, one, two, a few, many, and hundreds.
    const waiting = [0, 1, 2, 3, 11, 100].map(CATALOGUES.ar.home.waiting);
    expect(new Set(waiting.map((text) => text.replace(/\d+/g, ''))).size).toBe(6);
  });
});

describe('subjects', () => {
  it('fit the journal, in French whatever the page speaks', () => {
    for (const subject of SUBJECTS) expect(Subject.safeParse(subjectInJournal(subject)).success).toBe(true);
    expect(subjectInJournal('theft')).toBe('Vol');
  });
});

describe('the static page', () => {
  const source = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
  it('has the emergency numbers, without any script', () => {
    for (const href of ['tel:17', 'tel:112', 'sms:114']) expect(source).toContain(`href="${href}"`);
  });

  it.each(CITIZEN_LANGUAGES)(
    'names the link to 114 by what is written on it (WCAG 2.5.3): %s',
    (language) => {
      const { text114, short114 } = CATALOGUES[language].emergency;
      expect(text114).toContain(short114);
    },
  );

  it('has nothing inline that its policy would forbid', () => {
    expect(source).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(source.match(/<script(?![^>]*(?:src=|application\/json))/g)).toBeNull();
  });

  it('says the same as the script', () => {
    const { emergency, exit } = CATALOGUES.fr;
    const texts = { ...CATALOGUES.fr, noScript: NO_SCRIPT.fr };
    for (const [, name = ''] of source.matchAll(/data-(?:text|label)="([^"]*)"/g)) {
      expect(textAt(texts, name), name).toBeDefined();
      expect(source.replaceAll('&nbsp;', '\u00a0'), name).toContain(textAt(texts, name));
    }
    expect(html).toContain(emergency.who114);
    expect(html).toContain(exit.button);
    expect(html).toContain(exit.where);
  });
});
