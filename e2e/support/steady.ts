import type { Page } from '@playwright/test';

type Rule = readonly [source: string, replacement: string];

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const DAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';

/** What differs from run to run, and what is shown in its place. In this order. */
const RULES: readonly Rule[] = [
  // Before the times: a port and its colon look like one.
  ['http://127\\.0\\.0\\.1:\\d+', 'https://relais.example'],
  [`(${DAYS}) \\d{1,2}(er)? (${MONTHS}) \\d{4}`, 'mercredi 24 février 2027'],
  [`\\d{1,2}(er)? (${MONTHS}) \\d{4}`, '24 février 2027'],
  ['\\d\\d/\\d\\d \\d\\d:\\d\\d', '24/11 14:02'],
  ['\\d{1,2}:\\d\\d(:\\d\\d)?', '14:02'],
  ['(<\\s)?\\d+\\s(min|s|j)(?!\\p{L}|/)', '4\u00A0min'],
  // Not the opening hours of a platform, as in 9 h–18 h 30.
  ['(?<![–\\d])\\d+\\sh\\s\\d\\d', '4\u00A0min'],
  ['^Connexion…', 'Hors connexion'],
  ['Bonsoir', 'Bonjour'],
  ['Good evening', 'Hello'],
  // Not in the font that the desk ships: every machine would take them from another.
  ['↵', 'Entrée'],
  ['⇧', 'Maj'],
];

/**
 * One font for all, no notices (but where a stop is about them) and no mark of what is new, which come and go, no
 * count-down, no last minutes.
 */
const STYLE = `
  :root { --font-mono: var(--font-desk) !important; }
  :root:not([data-notices]) .notices, .new-line, .connection-band:not(.announcement-band) > .quiet { display: none !important; }
  .plot-columns { visibility: hidden !important; }
`;

/**
 * Makes the window show the same whenever and wherever it is pictured: times, dates and addresses become fixed ones
 * as they are drawn, and late waits look like any other. From then on it counts as the one before the officer's eyes:
 * all windows of a test share one screen, and which of them is in front, and reads what it shows, would be chance.
 */
export async function steady(window: Page): Promise<void> {
  await window.evaluate(
    async ({ rules, style }) => {
      if (Reflect.get(globalThis, 'steady') === true) return;
      Reflect.set(globalThis, 'steady', true);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [sheet];
      document.hasFocus = () => true;
      globalThis.dispatchEvent(new Event('focus'));
      const replaced = rules.map(([source, fixed]) => [new RegExp(source, 'gu'), fixed] as const);
      const mend = (root: Node) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
          if (node.nodeType !== Node.TEXT_NODE) continue;
          const before = node.nodeValue ?? '';
          const after = replaced.reduce((text, [pattern, fixed]) => text.replace(pattern, fixed), before);
          if (after !== before) node.nodeValue = after;
        }
        for (const late of document.querySelectorAll('.elapsed.late')) late.classList.remove('late');
      };
      mend(document.body);
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) mend(node);
      }).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['class'],
      });
      await document.fonts.ready;
    },
    { rules: RULES, style: STYLE },
  );
}
