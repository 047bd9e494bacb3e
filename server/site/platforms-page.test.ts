import { expect, test } from 'vitest';
import { platformAudience, platformHours } from '../../protocol/platform.ts';
import { loadContent } from '../content/index.ts';
import { html } from './html.ts';
import { platformsPage } from './platforms-page.ts';
import type { Visit } from './visit.ts';

const { platforms } = loadContent();
const visit: Visit = {
  language: 'en',
  spoken: 'en',
  languageChosen: true,
  theme: 'system',
  path: '/plateformes',
  exit: 'https://meteofrance.com/',
};

test('in English a service says for whom and when it is there in English, or in a French that is marked as such', () => {
  const page = platformsPage(platforms, [], visit).toString();
  for (const platform of platforms) {
    for (const { text, language } of [platformAudience(platform, 'en'), platformHours(platform, 'en')]) {
      if (text === '' || text === '—') continue;
      expect(page).toContain(html`<span lang="${language}">${text}</span>`.toString());
    }
  }
  expect(page.match(/<span lang="en">/g)?.length).toBeGreaterThan(190);
});
