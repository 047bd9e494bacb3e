import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** WCAG 2.2 up to AA, with the target size rule, which axe leaves off by default. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules about a page that nothing stands in front of. */
const OF_THE_WHOLE_PAGE = ['landmark-one-main', 'page-has-heading-one'] as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe itself, or nothing where the page has it already: it is 650 KB, and a screen is looked at in many forms. */
async function neededSource(page: Page): Promise<string> {
  return (await page.evaluate(() => 'axe' in globalThis)) ? ';' : AXE;
}

/** Waits until what changes its colour or its place has changed it: halfway there is nothing that anybody reads. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // In the next frame what was just done to the page has begun to move.
    await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Expects no violation on the screen as it stands. The message names rule, element and reason. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await atRest(page);
  // What a dialog stands in front of is hidden from everybody, landmark and heading with it. Axe knows that by what
  // covers the window at some points, and now and then it looks before it is covered.
  const inDialog = (await page.getByRole('dialog').count()) > 0;
  const rules = Object.fromEntries(OF_THE_WHOLE_PAGE.map((rule) => [rule, { enabled: !inDialog }]));
  const { violations } = await new AxeBuilder({ page, axeSource: await neededSource(page) })
    .withTags(TAGS)
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, ...rules } })
    // An Electron window cannot open the blank tab that axe would gather frames in.
    .setLegacyMode(true)
    .analyze();
  const found = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
  expect(found, screen).toEqual([]);
}

/** Expects that nothing sticks out of the window sideways (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  const widths = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(widths.content, screen).toBeLessThanOrEqual(widths.window);
}

/** Expects that no text within `place` is wider than the room it has: nothing ends in dots, or under its neighbour. */
export async function expectNothingCut(place: Locator, screen: string): Promise<void> {
  const cut = await place.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility() && element.closest('.hidden, [role="img"]') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map(({ tagName, className, textContent }) => `${tagName} ${className}: ${textContent}`),
  );
  expect(cut, screen).toEqual([]);
}
