import { describe, expect, test } from 'vitest';
import { directionOf, type Language, langTag, writtenFor } from '../../protocol/language.ts';
import { loadArticles } from '../content/articles.ts';
import { EXAMPLE_PUBLISHER, loadContent, terms } from '../content/index.ts';
import { LABELLED_APART, loadOrientation } from '../content/orientation.ts';
import { LEGAL_NAMES, loadLegalTexts } from '../content/pages.ts';
import { faults } from '../content/typography.testkit.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { ORIENTATION_OTHERS } from './orientation-others.ts';
import { orientationWords } from './orientation-words.ts';
import { createSite } from './site.ts';
import { to, type Visit } from './visit.ts';
import { fr } from './words-fr.ts';

const { platforms } = loadContent();
const articles = loadArticles(platforms);
const NOW = Date.UTC(2026, 10, 25);
const orientation = loadOrientation(platforms, articles);
const options = {
  platforms: () => platforms,
  articles,
  orientation,
  legal: loadLegalTexts(EXAMPLE_PUBLISHER),
  terms: (language: Language) => terms(language),
  now: () => NOW,
  canMail: true,
  dpo: EXAMPLE_PUBLISHER.dpo,
  receiptKeys: () => [],
};
const site = createSite(options);
const visit: Visit = {
  language: 'fr',
  spoken: 'fr',
  languageChosen: false,
  theme: 'system',
  path: '/aide',
  exit: 'https://meteofrance.com/',
};
const HOSTILE = "\"><script>alert(1)</script><img src=x onerror='a'>&amp;";

describe('templates escape by construction', () => {
  test('what is put in comes out as text, in content and in attributes', () => {
    expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.toString()).toBe(
      `<p title="${ESCAPED}">${ESCAPED}</p>`,
    );
    expect(html`${[html`<b>${'<'}</b>`, null, false, 3]}`.toString()).toBe('<b>&lt;</b>3');
  });

  test('Markdown makes neither raw HTML, nor links, nor images', () => {
    const made = markdown(`${HOSTILE}\n\n[a](javascript:alert(1)) ![b](x) <https://example.org>\n\n- **c**`);
    expect(made.toString()).not.toMatch(/<(?!\/?(?:p|ul|li|strong)>)/);
    expect(made.toString()).toContain('<strong>c</strong>');
  });

  test('a search shows the words asked as text', () => {
    const page = site.page(visit, HOSTILE);
    expect(page?.html).toContain(`value="${ESCAPED}"`);
    expect(page?.html).not.toMatch(/<script>|<img|onerror='/);
  });
});
const ESCAPED =
  '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;a&#39;&gt;&amp;amp;';

test('the site’s own French is typeset as French', () => {
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String(value('mot'))];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  const { colon, ...rest } = fr;
  expect(colon).toBe('\u00a0: ');
  expect(strings(rest).flatMap((text) => faults(text).map((fault) => `${fault}: ${text}`))).toEqual([]);
});

describe('addresses carry what was chosen, and nothing else', () => {
  test.each([
    [{}, '/aide', '/aide'],
    [{ theme: 'dark' }, '/aide', '/aide?theme=dark'],
    [
      { language: 'en', spoken: 'en', languageChosen: true, theme: 'light' },
      '/droits#cnil',
      '/droits?lang=en&theme=light#cnil',
    ],
  ] as const)('%o', (change, path, address) => {
    expect(to({ ...visit, ...change }, path)).toBe(address);
  });

  test('links outside the site are https or numbers, open apart, say so, and show their domain', () => {
    const page = site.page({ ...visit, path: '/plateformes' }, null)?.html ?? '';
    const outside = page.match(/<a [^>]*href="https:[^>]*>[^<]*<\/a>/g) ?? [];
    expect(outside.length).toBeGreaterThan(70);
    for (const link of outside.filter((text) => !text.includes('id="exit"'))) {
      expect(link).toMatch(/target="_blank" rel="noopener noreferrer"/);
      expect(link).toContain('(nouvelle fenêtre)');
      const host = new URL(/href="([^"]+)"/.exec(link)?.[1] ?? '').host;
      expect(link).toContain(`>Ouvrir ${host} `);
    }
  });
});

describe('every page', () => {
  const legal = ['/conditions', ...LEGAL_NAMES.map((name) => `/${name}`)];
  const paths = [
    '/aide',
    '/plateformes',
    '/orientation',
    ...(orientation?.leaves ?? []).map(({ id }) => `/orientation/${id}`),
    ...legal,
    ...(articles.get('fr') ?? []).map(({ slug }) => `/aide/${slug}`),
  ];
  test.each(['fr', 'en'] as const)(
    'begins with 17, 112 and 114 and leads to an officer, in %s',
    (language) => {
      for (const path of paths) {
        const page = site.page({ ...visit, language, path }, null);
        expect(page?.status, path).toBe(200);
        const text = page?.html ?? '';
        expect(text).toMatch(/href="tel:17".*href="tel:112".*href="sms:114".*<main/s);
        expect(text).toContain(`<html lang="${language}"`);
        expect(text).toMatch(/<a class="button primary" href="\/(\?orientation=[a-z-]+)?">/);
        // One script of the service's own, for the quick exit; nothing inline.
        expect(text.match(/<script[^>]*>[^<]*/g)).toEqual([
          expect.stringMatching(/^<script src="\/assets\/exit-[0-9a-f]{12}\.js">$/),
        ]);
        expect(text).not.toMatch(/ style="| on[a-z]+="/);
        expect(text.match(/<h1>/g)).toHaveLength(1);
        const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size, `${path}: an id used twice`).toBe(ids.length);
      }
    },
  );

  test('all 104 platforms stand on /plateformes', () => {
    const page = site.page({ ...visit, path: '/plateformes' }, null)?.html ?? '';
    expect(platforms).toHaveLength(104);
    expect(platforms.filter(({ id }) => !page.includes(`id="${id}"`)).map(({ id }) => id)).toEqual([]);
  });

  test('an address that leads nowhere still gives the numbers and the help centre', () => {
    const page = site.page({ ...visit, path: '/aide/nowhere' }, null);
    expect(page?.status).toBe(404);
    expect(page?.html).toContain('href="tel:17"');
    expect(site.page({ ...visit, path: '/other' }, null)).toBeNull();
  });

  test('every page links the pages that the law asks for, all of which exist', () => {
    const links = [...(site.page(visit, null)?.html ?? '').matchAll(/href="(\/[a-z-]+)"/g)].map(
      ([, to]) => to,
    );
    for (const path of legal) expect(links).toContain(path);
  });

  test('an article says when it must be read again', () => {
    const late = createSite({ ...options, now: () => Date.UTC(2030, 0, 1) });
    const there = { ...visit, path: '/aide/bruit-voisins' };
    expect(late.page(there, null)?.html).toContain('doit être vérifié de nouveau');
    expect(site.page(there, null)?.html).not.toContain('doit être vérifié de nouveau');
  });
});

describe('the guided orientation', () => {
  const at = (path: string) => site.page({ ...visit, path }, null)?.html ?? '';

  test('each question is links to its answers', () => {
    const branches = orientation?.first.choices.filter((choice) => 'next' in choice) ?? [];
    expect(branches.length).toBeGreaterThan(3);
    for (const { id } of orientation?.first.choices ?? [])
      expect(at('/orientation')).toContain(`data-step href="/orientation/${id}"`);
    for (const { id, next } of branches) {
      const page = at(`/orientation/${id}`);
      for (const leaf of next.choices) expect(page).toContain(`data-step href="/orientation/${leaf.id}"`);
    }
  });

  test.each((orientation?.leaves ?? []).map(({ id, end }) => [id, end] as const))(
    '%s leads where it says, and tells the officer what was chosen',
    (id, end) => {
      const page = at(`/orientation/${id}`);
      expect(page).toContain(`href="/?orientation=${id}"`);
      if (end.kind === 'article') expect(page).toContain(`href="/aide/${end.slug}"`);
      if (end.kind === 'station') expect(page).toContain('href="/aide/trouver-commissariat"');
      if (end.kind === 'platforms') expect(page).toContain(`id="${end.ids[0]}"`);
    },
  );

  test('what was chosen is told in the words of the tree, and nothing else ever is', () => {
    expect(site.chosen('vol-velo', 'en')).toEqual(['Theft, burglary, damage', 'A bicycle or scooter']);
    expect(site.chosen('vol-velo', 'de')).toEqual([
      'Diebstahl, Einbruch, Beschädigung',
      'Ein Fahrrad oder ein Roller',
    ]);
    expect(site.chosen('"><script>', 'fr')).toBeNull();
    expect(site.page({ ...visit, path: '/orientation/nowhere' }, null)?.status).toBe(404);
  });
});

describe.each(LABELLED_APART)('the guided orientation in %s', (spoken) => {
  const here: Visit = { ...visit, language: writtenFor(spoken), spoken, languageChosen: true };
  const served = (path: string) => site.page({ ...here, path }, null);
  const at = (path: string) => served(path)?.html ?? '';
  const words = orientationWords(spoken);
  const branches = orientation?.first.choices.filter((choice) => 'next' in choice) ?? [];
  const leaves = orientation?.leaves ?? [];
  /** What stands in a page's own language: the header's, the menus' and the catalogue's English taken away. */
  const own = (page: string) =>
    (/<main.*<\/main>/s.exec(page)?.[0] ?? '').replace(/<(\w+)[^>]* lang="(?:en|fr)"[^>]*>.*?<\/\1>/gs, '');

  test('every word around it is there, and none is English', () => {
    const { chat: _, ...english } = orientationWords('en');
    const written = Object.values(ORIENTATION_OTHERS.get(spoken) ?? {});
    expect(written).toHaveLength(9);
    for (const text of written) {
      expect(text).toMatch(/\S\S/);
      expect(text).not.toMatch(/['"]/);
      expect(Object.values(english)).not.toContain(text);
    }
  });

  test('each page is in it, in its direction, with the numbers first and the rest marked as English', () => {
    for (const id of ['', ...[...branches, ...leaves].map((choice) => `/${choice.id}`)]) {
      const page = at(`/orientation${id}`);
      expect(served(`/orientation${id}`)).toMatchObject({ status: 200, translated: true });
      expect(page).toContain(`<html lang="${langTag(spoken)}" dir="${directionOf(spoken)}"`);
      expect(page).toMatch(/href="tel:17".*href="tel:112".*href="sms:114".*<main/s);
      expect(page).toMatch(/<nav class="site-nav"[^>]* lang="en" dir="ltr">/);
      expect(page).toContain('<footer class="site-footer" lang="en" dir="ltr">');
      // The page speaks the language: there is nothing to excuse.
      expect(page).not.toContain('<p class="notice" lang=');
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(own(page)).toContain(words.chatLead);
      expect(own(page)).not.toMatch(
        /Talk to an officer|Read what|Your choice|Back<|For whom|Hours|\(new window\)|Call \d|undefined/,
      );
      for (const [, link = ''] of page.matchAll(/data-step href="([^"]+)"/g))
        expect(link).toMatch(new RegExp(`^/orientation(/[a-z-]+)?\\?lang=${spoken}$`));
    }
  });

  test('danger is the first choice, and its end is the numbers to call before all else', () => {
    const first = /<ul class="choices"><li><a [^>]*href="([^"]+)">([^<]+)/.exec(at('/orientation'));
    expect(first?.[1]).toBe(`/orientation/danger?lang=${spoken}`);
    const page = at('/orientation/danger');
    expect(page).toContain(`<h1>${first?.[2]}</h1>`);
    expect(page).toMatch(
      /<main.*href="tel:17".*href="sms:114".*href="tel:112".*href="\/\?orientation=danger/s,
    );
  });

  test('an article and the services are said to be in English, in the visitor’s words', () => {
    const page = at('/orientation/vol-velo');
    expect(page).toContain(
      `<a class="button primary" href="/aide/vol-de-velo?lang=${spoken}" hreflang="en">${words.read}</a>`,
    );
    expect(page).toMatch(/<p class="lead" lang="en" dir="ltr">/);
    expect(page).toMatch(/<h2 lang="en" dir="ltr">[^<]+<\/h2>\n<p lang="en" dir="ltr">/);
    expect(page).toContain(`<p class="quiet-text">${words.described}</p>`);
    expect(page).toContain(`href="/?orientation=vol-velo&amp;lang=${spoken}"`);
    expect(at('/orientation/autre')).not.toContain(words.described);
    // What is not the orientation's stays as it was.
    expect(at('/aide/vol-de-velo')).toContain('<html lang="en"');
  });
});

describe('the pages that the law asks for', () => {
  const at = (path: string, language: Language = 'fr') =>
    site.page({ ...visit, language, path }, null)?.html ?? '';

  test.each(['fr', 'en'] as const)('say who publishes, from the settings alone, in %s', (language) => {
    const mine = createSite({
      ...options,
      legal: loadLegalTexts({
        service: 'SERVICE',
        ministry: 'MINISTRY',
        publisher: '<b>PUBLISHER</b> *one*',
        address: 'ADDRESS',
        telephone: 'TELEPHONE',
        director: 'DIRECTOR',
        dpo: 'DPO',
      }),
    });
    const notice = mine.page({ ...visit, language, path: '/mentions-legales' }, null)?.html ?? '';
    for (const word of ['SERVICE', 'MINISTRY', 'ADDRESS', 'TELEPHONE', 'DIRECTOR'])
      expect(notice).toContain(word);
    expect(notice).toContain('&lt;b&gt;PUBLISHER&lt;/b&gt; *one*');
    expect(mine.page({ ...visit, language, path: '/droits' }, null)?.html).toContain('DPO');
    for (const name of LEGAL_NAMES) {
      expect(mine.page({ ...visit, language, path: `/${name}` }, null)?.html).not.toMatch(
        /\{[a-z]+\}|Beauvau/,
      );
    }
  });

  test('terms.md, article 6: each right, with proof of identity, no commercial use, and the CNIL', () => {
    const rights = at('/droits');
    for (const right of ['Accès', 'Rectification', 'Limitation', 'Effacement', 'Opposition']) {
      expect(rights).toContain(`<strong>${right}</strong>`);
    }
    expect(rights).toContain('justificatif d’identité');
    expect(rights).toContain('https://www.cnil.fr/fr/plaintes');
    expect(at('/confidentialite')).toMatch(/aucune utilisation commerciale.*jamais plus de 3\u00a0?\s?mois/s);
  });

  test('terms.md, articles 7 and 16: the penal notes, the court, the language of reference', () => {
    const conditions = at('/conditions');
    expect(conditions).toMatch(/226-10.*441-1/s);
    expect(conditions).toContain(terms('fr').version);
    expect(at('/mentions-legales')).toMatch(
      /tribunal administratif de Paris.*français est la langue de référence/s,
    );
  });

  test('the accessibility statement says where the service stands and where to turn', () => {
    const statement = at('/accessibilite');
    expect(statement).toMatch(/n’est pas conforme.*4\.1\.2/s);
    expect(statement).toContain('https://www.defenseurdesdroits.fr');
    expect(at('/aide')).toContain('Accessibilité\u00a0: non conforme');
  });
});

test('whoever speaks another language has the numbers in it, is told why the rest is not, and keeps it', () => {
  const arabic: Visit = { ...visit, language: 'en', spoken: 'ar', languageChosen: true };
  const page = site.page(arabic, null)?.html ?? '';
  expect(page).toContain('<html lang="en"');
  expect(page).toMatch(/<section class="emergency-bar" lang="ar" dir="rtl" aria-label="أرقام الطوارئ">/);
  expect(page).toMatch(/<p class="notice" lang="ar" dir="rtl">/);
  expect(page).toContain('href="/?lang=ar"');
  expect(site.page(visit, null)?.html).not.toContain('class="notice"');
});
