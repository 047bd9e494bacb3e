import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HELP_SUBJECTS, HelpIndex } from '../../protocol/help.ts';
import { searchable, searchHelp } from '../../protocol/help-search.ts';
import { LANGUAGES } from '../../protocol/language.ts';
import { articlesToCheck, loadArticles, searchEntry } from './articles.ts';
import { EXAMPLE_PUBLISHER, loadContent, SHIPPED_CONTENT } from './index.ts';
import { loadLegalTexts } from './pages.ts';
import { faults } from './typography.testkit.ts';

const { platforms } = loadContent();
const articles = loadArticles(platforms);
const byId = new Map(platforms.map((platform) => [platform.id, platform]));
const all = [...articles.values()].flat();

describe('the shipped help centre', () => {
  test('has every article in every language, none a stub, none a book', () => {
    for (const language of LANGUAGES) expect(articles.get(language)?.length).toBeGreaterThanOrEqual(60);
    const lengths = all.map(({ body, slug, language }) => ({
      article: `${language}/${slug}`,
      words: body.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0,
    }));
    expect(lengths.filter(({ words }) => words < 115 || words > 260)).toEqual([]);
  });

  test('leads to every one of the 104 platforms, in every language', () => {
    for (const found of articles.values()) {
      const reached = new Set(found.flatMap((article) => article.platforms));
      expect(platforms.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
    }
  });

  test('covers every subject', () => {
    expect(new Set(all.map(({ subject }) => subject))).toEqual(new Set(HELP_SUBJECTS));
  });

  test('says no number that is neither a platform’s nor a plain quantity', () => {
    const bare = (text: string) => text.replace(/\D/g, '');
    const sayings = platforms.flatMap(({ phone, purposeFr, audience, hours }) => [
      phone ?? '',
      purposeFr,
      audience,
      hours,
    ]);
    const numbers = new Set(sayings.flatMap((text) => text.match(/\d[\d \u00a0]*\d/g) ?? []).map(bare));
    // The amount from which cash must be declared (Regulation (EU) 2018/1672).
    numbers.add('10000');
    const strange = all.flatMap(({ body, slug, language }) =>
      (body.match(/\d[\d \u00a0]*\d/g) ?? [])
        .map(bare)
        // Shorter ones are the numbers everyone knows, and quantities: days, ages, hours.
        .filter((number) => number.length >= 4 && !numbers.has(number))
        .map((number) => `${language}/${slug}: ${number}`),
    );
    expect(strange).toEqual([]);
  });

  test('French articles are typeset as French and say vous', () => {
    const wrong = (articles.get('fr') ?? []).flatMap(({ slug, title, audience, body }) =>
      [title, audience, body.replace(/\*\*/g, '')].flatMap((text) =>
        faults(text).map((fault) => `${slug}: ${fault}`),
      ),
    );
    expect(wrong).toEqual([]);
    const familiar = (articles.get('fr') ?? []).filter(({ body }) =>
      /(?<!\p{L})(tu|toi|ton|ta|tes|t’)(?![\p{L}’-])/iu.test(body),
    );
    expect(familiar.map(({ slug }) => slug)).toEqual([]);
  });

  test('uses the names in force of the services', () => {
    const old = all.filter(({ body }) => /service-public\.fr|\b3020\b/.test(body));
    expect(old.map(({ slug }) => slug)).toEqual([]);
  });

  test('its index is of the wire schema', () => {
    for (const [language, found] of articles) {
      const entries = found.map((article) => searchEntry(article, byId));
      expect(HelpIndex.safeParse({ language, articles: entries }).success).toBe(true);
    }
  });
});

describe('the legal texts', () => {
  test('are typeset as French and say vous', () => {
    const texts = [...loadLegalTexts(EXAMPLE_PUBLISHER).values()].flatMap((found) => found.get('fr') ?? []);
    expect(texts).toHaveLength(5);
    for (const { title, body } of texts)
      expect([title, faults(body.replace(/\*\*/g, ''))]).toEqual([title, []]);
  });
});

describe('everyday words find the article, among the first three', () => {
  const index = {
    fr: searchable((articles.get('fr') ?? []).map((article) => searchEntry(article, byId))),
    en: searchable((articles.get('en') ?? []).map((article) => searchEntry(article, byId))),
  };
  test.each([
    ['fr', 'mon voisin fait du bruit la nuit', 'bruit-voisins'],
    ['fr', 'tapaje nocturne', 'bruit-voisins'],
    ['fr', 'BRUIT', 'bruit-voisins'],
    ['fr', 'je me suis fait arnaquer sur leboncoin', 'arnaque-internet'],
    ['fr', 'arnaqe', 'arnaque-internet'],
    ['fr', 'mon mari me frappe', 'violences-conjugales'],
    ['fr', 'ma fille n’est pas rentrée elle a fugué', 'disparition-enfant'],
    ['fr', 'contester un PV', 'amende-payer-contester'],
    ['fr', 'porter plainte', 'porter-plainte'],
    ['fr', 'horaires du commisariat', 'trouver-commissariat'],
    ['fr', 'comment devenir policier', 'devenir-policier'],
    ['fr', 'je suis sourd', 'urgence-sans-parler'],
    ['fr', 'on m’a volé mon vélo dans la cave', 'vol-de-velo'],
    ['fr', 'jai reçu un sms bizarre pour un colis', 'hameconnage'],
    ['fr', 'perdu mon passeport', 'papiers-voles'],
    ['fr', 'ma carte bleue a été débitée', 'fraude-carte-bancaire'],
    ['fr', 'je veux signaler un policier', 'comportement-policier'],
    ['fr', 'harcelement a lecole', 'harcelement-scolaire'],
    ['fr', 'partir en vacances surveiller maison', 'depart-en-vacances'],
    ['fr', 'procuration', 'procuration-de-vote'],
    ['fr', 'ma voiture a disparu', 'vol-de-voiture'],
    ['fr', 'combien de points sur mon permis', 'points-du-permis'],
    ['fr', 'que deviennent mes données', 'vos-donnees'],
    ['fr', 'on m’a piqué mon tel', 'telephone-vole'],
    ['fr', 'on m a fauché ma caisse', 'vol-de-voiture'],
    ['fr', 'les voisins font un boucan', 'bruit-voisins'],
    ['fr', 'je me suis fait entuber sur un site', 'arnaque-internet'],
    ['en', 'someone nicked my phone', 'telephone-vole'],
    ['en', 'my bike was stolen', 'vol-de-velo'],
    ['en', 'I lost my passport', 'papiers-voles'],
    ['en', 'hacked facebok account', 'compte-pirate'],
    ['en', 'residence permit renewal', 'titre-de-sejour'],
    ['en', 'my neighbours are too loud', 'bruit-voisins'],
    ['en', 'somebody stole my bag', 'vol-porter-plainte'],
    ['en', 'speeding ticket', 'amende-payer-contester'],
    ['en', 'child missing', 'disparition-enfant'],
  ] as const)('%s: %s', (language, query, slug) => {
    expect(searchHelp(index[language], query, 3).map((entry) => entry.slug)).toContain(slug);
  });

  test.each(['', '   ', 'bonjour', '!!!', 'xqzzkw'])('“%s” finds nothing', (query) => {
    expect(searchHelp(index.fr, query, 3)).toEqual([]);
  });

  test('a query of any length is bounded', () => {
    expect(searchHelp(index.fr, 'a'.repeat(100_000), 3)).toEqual([]);
  });
});

describe('an article that is wrong stops the relay with its file', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'articles-'));
    cpSync(join(SHIPPED_CONTENT, 'articles'), join(directory, 'articles'), { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const french = () => join(directory, 'articles/fr/bruit-voisins.md');
  function change(from: string | RegExp, to: string): void {
    writeFileSync(french(), readFileSync(french(), 'utf8').replace(from, to));
  }

  test.each([
    [
      'an unknown platform',
      /platforms: .*/,
      'platforms: nowhere',
      /bruit-voisins\.md: unknown platform nowhere/,
    ],
    ['no source', /source: .*\n/, '', /fr\/bruit-voisins\.md: source/],
    ['a plain http source', /source: .*/, 'source: http://example.org', /source/],
    ['a day that does not exist', /checked: .*/, 'checked: 2026-02-30', /checked/],
    ['a validity that ends before it began', /validUntil: .*/, 'validUntil: 2020-01-01', /before checked/],
    ['an unknown subject', /subject: .*/, 'subject: weather', /subject/],
    ['a line it does not know', 'subject:', 'colour: blue\nsubject:', /colour/],
    ['no front matter', '---\n', '', /no front matter/],
    ['HTML', '## ', '<b>## ', /HTML/],
    ['a link of its own', '## ', '[here](https://example.org) ## ', /link/],
  ])('%s', (_name, from, to, message) => {
    change(from, to);
    expect(() => loadArticles(platforms, directory)).toThrow(message);
  });

  test('a translation that is missing, or that translates nothing', () => {
    const english = join(directory, 'articles/en');
    cpSync(join(english, 'bruit-voisins.md'), join(english, 'stray.md'));
    expect(() => loadArticles(platforms, directory)).toThrow(/en\/stray\.md: translates nothing/);
    rmSync(join(english, 'stray.md'));
    rmSync(join(english, 'bruit-voisins.md'));
    expect(() => loadArticles(platforms, directory)).toThrow(/en\/bruit-voisins\.md/);
    mkdirSync(join(directory, 'empty'));
    expect(() => loadArticles(platforms, join(directory, 'empty'))).toThrow(/articles\/fr: missing/);
  });

  test('one whose validity is over is named, and stays', () => {
    change(/validUntil: .*/, 'validUntil: 2026-12-01');
    const loaded = loadArticles(platforms, directory);
    expect(articlesToCheck(loaded, '2026-12-01').map(({ slug }) => slug)).toEqual(['bruit-voisins']);
    expect(articlesToCheck(loaded, '2026-11-30')).toEqual([]);
  });
});
