import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Content } from '../../protocol/desk-channel.ts';
import type { Platform } from '../../protocol/platform.ts';
import { remarksIn } from '../../protocol/remarks.ts';
import { deferredEn } from '../page/i18n/deferred-en.ts';
import { deferredFr } from '../page/i18n/deferred-fr.ts';
import { loadContent, SHIPPED_CONTENT } from './index.ts';
import { faults } from './typography.testkit.ts';

const content = loadContent();

describe('the shipped content', () => {
  test('is of the wire schema and has the whole catalogue', () => {
    expect(Content.safeParse(content).success).toBe(true);
    expect(content.platforms).toHaveLength(104);
    expect(content.responses.length).toBeGreaterThanOrEqual(80);
    expect(content.version).toMatch(/^[0-9a-f]{16}$/);
    expect(loadContent().version).toBe(content.version);
  });

  test('every platform can be found by everyday words in both languages', () => {
    for (const platform of content.platforms)
      expect(platform.keywords?.length ?? 0).toBeGreaterThanOrEqual(5);
    const found = (word: string) =>
      content.platforms.filter(({ keywords }) => keywords?.includes(word)).map(({ id }) => id);
    expect(found('arnaque')).toContain('thesee');
    expect(found('vol de vélo')).toContain('velo-identification');
    expect(found('harcèlement')).toContain('3018');
    expect(found('bike theft')).toContain('plainte-en-ligne');
  });

  test('unverified platforms stay marked', () => {
    expect(content.platforms.filter(({ checked }) => checked === 'unverified').length).toBeGreaterThan(0);
  });

  test('no remark of those who keep the catalogue is left for citizens to read', () => {
    const shipped = JSON.parse(readFileSync(join(SHIPPED_CONTENT, 'platforms.json'), 'utf8')) as Platform[];
    expect(shipped.filter((platform) => remarksIn(platform).length > 0).map(({ id }) => id)).toEqual([]);
    const read = shipped.map(({ source: _, keywords: __, checked: ___, ...told }) => told);
    const texts = content.responses.map(({ source: _, ...told }) => told);
    expect(JSON.stringify([read, texts])).not.toMatch(/revérifier|to be (re-?)?checked|to be confirmed/i);
  });

  test('a catalogue with such remarks is read without them, and unverified', () => {
    const directory = mkdtempSync(join(tmpdir(), 'permanence-content-'));
    cpSync(SHIPPED_CONTENT, directory, { recursive: true });
    const platforms = content.platforms.map((platform) =>
      platform.id === 'appel-17' ? { ...platform, hours: '24 h/24 (à revérifier)' } : platform,
    );
    writeFileSync(join(directory, 'platforms.json'), JSON.stringify(platforms));
    const read = loadContent(directory).platforms.find(({ id }) => id === 'appel-17');
    rmSync(directory, { recursive: true });
    expect(read).toMatchObject({ hours: '24 h/24', checked: 'unverified' });
  });

  test('every platform leads somewhere: a link, a number, or the station itself', () => {
    const nowhere = content.platforms.filter(({ url, phone }) => url === null && phone === null);
    expect(nowhere.map(({ id }) => id)).toEqual(['save-victimes-etrangeres']);
  });

  test('every platform tells in English too whom it serves, and when', () => {
    for (const { id, audience, audienceEn, hours, hoursEn } of content.platforms) {
      expect(audienceEn?.trim(), id).toBeTruthy();
      expect(hoursEn === undefined, id).toBe(hours === '');
      if (audience !== '—') expect(audienceEn, id).not.toBe(audience);
      if (hours !== '' && hours !== '—') expect(hoursEn, id).not.toBe(hours);
    }
  });

  test('every platform with a link has a fallback, and following fallbacks ends at a telephone number', () => {
    const byId = new Map(content.platforms.map((platform) => [platform.id, platform]));
    for (const platform of content.platforms) {
      expect(platform.fallback !== undefined, platform.id).toBe(platform.url !== null);
      const seen = new Set<string>();
      let at: typeof platform | undefined = platform;
      while (at !== undefined && at.url !== null && at.phone === null && !seen.has(at.id)) {
        seen.add(at.id);
        at = byId.get(at.fallback ?? '');
      }
      if (platform.url !== null) expect(at?.phone, [...seen].join(' > ')).toBeTruthy();
    }
  });

  test('French texts are typeset as French', () => {
    const wrong = [
      ...content.platforms.flatMap(({ id, nameFr, purposeFr, audience, hours }) =>
        [nameFr, purposeFr, audience, hours].map((text) => ({ id, text })),
      ),
      ...content.responses.flatMap(({ id, titleFr, textFr, category, source = '' }) =>
        [titleFr, textFr, category, source].map((text) => ({ id, text })),
      ),
      ...content.tags.map((text) => ({ id: 'tag', text })),
    ].flatMap(({ id, text }) => faults(text).map((fault) => `${id}: ${fault}: ${text}`));
    expect(wrong).toEqual([]);
  });

  test('every number given in French is given in English', () => {
    const numbers = (text: string) =>
      (text.replace(/24\s?h\/24|7\s?j\/7/gu, '').match(/\d+(?:[\u00a0,]\d+)*/gu) ?? []).map((digits) =>
        digits.replace(/\D/g, ''),
      );
    for (const { id, textFr, textEn } of content.responses) {
      expect(numbers(textEn), id).toEqual(expect.arrayContaining(numbers(textFr)));
    }
  });

  test('every short number a response gives is one of a platform, or one of the terms', () => {
    const known = new Set(
      content.platforms.flatMap(({ phone }) =>
        (phone?.match(/\d[\d ]*\d/g) ?? []).map((n) => n.replaceAll(' ', '')),
      ),
    );
    // Ages, durations, counts and article numbers that stand in platforms.json or terms.md.
    const others = new Set([
      '3',
      '5',
      '7',
      '12',
      '16',
      '18',
      '24',
      '25',
      '45',
      '90',
      '130',
      '45000',
      '226',
      '10',
      '441',
      '1',
    ]);
    for (const { id, textFr } of content.responses) {
      for (const digits of textFr.match(/\d[\d\u00a0]*/g) ?? []) {
        const number = digits.replaceAll('\u00a0', '');
        expect(known.has(number) || others.has(number), `${id}: ${number}`).toBe(true);
      }
    }
  });

  test('W1, W2: an address is asked for by the queue’s own button, never in the conversation', () => {
    const deferred = content.responses.filter(({ category }) => category === 'Réponse différée');
    const [offer] = deferred.filter(({ id }) => id === 'differee');
    expect(offer?.textFr).toContain(`«\u00a0${deferredFr.offer}\u00a0»`);
    expect(offer?.textEn).toContain(`“${deferredEn.offer}”`);
    for (const { id, textFr, textEn } of deferred) {
      expect(textFr, id).not.toMatch(/laissez-moi|votre adresse/i);
      expect(textEn, id).not.toMatch(/leave me|your address/i);
    }
  });

  test('the subjects the service promises are covered', () => {
    const categories = new Set(content.responses.map(({ category }) => category));
    expect([...categories].sort((a, b) => a.localeCompare(b, 'fr'))).toEqual([
      'Accessibilité',
      'Accueil',
      'Attente',
      'Avertissements',
      'Bruit et voisinage',
      'Commissariats',
      'Démarches',
      'Détresse',
      'Disparition',
      'Étrangers',
      'Fin',
      'Fraude en ligne',
      'Mineurs',
      'Objets trouvés',
      'Précisions',
      'Recrutement',
      'Redirection',
      'Refus',
      'Réponse différée',
      'Route',
      'Urgence',
      'Violences',
      'Vols et dégradations',
    ]);
  });

  test('terms.md, article 7: the abuse reminder recalls both articles and their penalties', () => {
    const reminder = content.responses.find(({ id }) => id === 'avertissement-penal');
    expect(reminder?.textFr).toMatch(
      /5\u00a0ans.*45\u00a0000\u00a0euros.*226-10.*3\u00a0ans.*45\u00a0000\u00a0euros.*441-1/s,
    );
  });
});

describe('content that is wrong stops the relay with the name of the item', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'content-'));
    for (const file of ['platforms.json', 'responses.json', 'tags.json', 'emergency.json']) {
      cpSync(join(SHIPPED_CONTENT, file), join(directory, file));
    }
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  function change(file: string, edit: (items: Record<string, unknown>[]) => void): void {
    const items = JSON.parse(readFileSync(join(directory, file), 'utf8'));
    edit(items);
    writeFileSync(join(directory, file), JSON.stringify(items));
  }
  const first = (items: Record<string, unknown>[]): Record<string, unknown> => items[0] ?? {};

  test('a platform with a plain http link', () => {
    change('platforms.json', (items) => Object.assign(first(items), { url: 'http://example.org' }));
    expect(() => loadContent(directory)).toThrow(/platforms\.json: "appel-17": url/);
  });

  test('a doubled shortcut', () => {
    change('responses.json', (items) => Object.assign(first(items), { shortcut: 'patienter' }));
    expect(() => loadContent(directory)).toThrow(/responses\.json: shortcut used twice: "patienter"/);
  });

  test.each([
    [
      'an unknown variable',
      { textFr: 'Bonjour {name|vous}' },
      /"bienvenue": unknown variable \{name\|vous\}/,
    ],
    [
      'a variable without fallback',
      { textEn: 'Hello {alias}' },
      /"bienvenue": \{alias\} declares no fallback/,
    ],
    ['an open brace', { textFr: 'Bonjour {alias' }, /"bienvenue": a brace without its pair/],
    ['an unknown platform', { platforms: ['nowhere'] }, /"bienvenue": unknown platform "nowhere"/],
    ['no English', { textEn: '' }, /"bienvenue": textEn/],
  ])('a response with %s', (_name, wrong, message) => {
    change('responses.json', (items) => Object.assign(first(items), wrong));
    expect(() => loadContent(directory)).toThrow(message);
  });

  test('a file that is not JSON, or missing', () => {
    writeFileSync(join(directory, 'tags.json'), '[');
    expect(() => loadContent(directory)).toThrow(/tags\.json/);
    rmSync(join(directory, 'tags.json'));
    expect(() => loadContent(directory)).toThrow(/tags\.json.*ENOENT/);
  });

  test('another text is another version', () => {
    change('responses.json', (items) => Object.assign(first(items), { titleFr: 'Autre titre' }));
    expect(loadContent(directory).version).not.toBe(content.version);
  });
});
