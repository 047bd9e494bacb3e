import { expect } from './fixtures.ts';
import { shrink } from './support/pictures.ts';
import { steady } from './support/steady.ts';
import { WALKS } from './support/walks.ts';

/** A station's screen, and a large one. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;

/**
 * The kept pictures are in e2e/screens. Where a screen was changed on purpose, renew them and look at them:
 * `npm test -- e2e/screens.spec.ts --update-snapshots=all`.
 */
for (const [walked, test] of WALKS) {
  test(`every screen of ${walked} looks as it did, at two sizes and in both themes`, async ({
    walk,
    chromium,
  }, testInfo) => {
    test.setTimeout(600_000);
    const files: string[] = [];
    await walk(async (screen, desk) => {
      const { window } = desk;
      await steady(window);
      await window.mouse.move(0, 0);
      // Some pictures would show the order that a hand had held, others the one after it.
      await expect(window.locator('[data-held="true"]')).toHaveCount(0);
      for (const { width, height } of SIZES) {
        await desk.resize(width, height);
        for (const theme of THEMES) {
          await window.emulateMedia({ colorScheme: theme });
          const name = `${screen}-${width}-${theme}.webp`;
          files.push(testInfo.snapshotPath(name, { kind: 'screenshot' }));
          await expect.soft(window).toHaveScreenshot(name);
        }
      }
      await window.emulateMedia({ colorScheme: 'light' });
    });
    await shrink(chromium, files);
  });
}
