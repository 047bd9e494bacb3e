import { describe, expect, test } from 'vitest';
import { type Articles, loadArticles } from '../content/articles.ts';
import { loadContent } from '../content/index.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { createSite } from './site.ts';
import { to, type Visit } from './visit.ts';

const { platforms } = loadContent();
const articles = loadArticles(platforms);
const NOW = Date.UTC(2026, 10, 25);
const site = createSite({ platforms, articles, now: () => NOW });
const visit: Visit = {
  language: 'fr',
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
    expect(page?.html).not.toMatch(/<script|<img|onerror='/);
  });
});
const ESCAPED =
  '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;a&#39;&gt;&amp;amp;';

describe('addresses carry what was chosen, and nothing else', () => {
  test.each([
    [{}, '/aide', '/aide'],
    [{ theme: 'dark' }, '/aide', '/aide?theme=dark'],
    [
      { language: 'en', languageChosen: true, theme: 'light' },
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
  const paths = ['/aide', '/plateformes', ...(articles.get('fr') ?? []).map(({ slug }) => `/aide/${slug}`)];
  test.each(['fr', 'en'] as const)(
    'begins with 17, 112 and 114 and leads to an officer, in %s',
    (language) => {
      for (const path of paths) {
        const page = site.page({ ...visit, language, path }, null);
        expect(page?.status, path).toBe(200);
        const text = page?.html ?? '';
        expect(text).toMatch(/href="tel:17".*href="tel:112".*href="sms:114".*<main/s);
        expect(text).toContain(`<html lang="${language}"`);
        expect(text).toMatch(/<a class="button primary" href="\/">/);
        expect(text).not.toMatch(/<script| style="| on[a-z]+="/);
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

  test('an article says when it must be read again', () => {
    const late = createSite({ platforms, articles: articles as Articles, now: () => Date.UTC(2030, 0, 1) });
    const there = { ...visit, path: '/aide/bruit-voisins' };
    expect(late.page(there, null)?.html).toContain('doit être vérifié de nouveau');
    expect(site.page(there, null)?.html).not.toContain('doit être vérifié de nouveau');
  });
});
