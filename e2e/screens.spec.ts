import { test as base, expect } from './fixtures.ts';
import { shrink } from './support/pictures.ts';
import { steady } from './support/steady.ts';
import { walkTheDesk } from './support/tour.ts';

/** A relay with a mail server, so that the answers owed by e-mail are a screen too. */
const test = base.extend({ settings: async ({ mail }, use) => use(mail.settings) });

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
test('every screen of the desk looks as it did, at two sizes and in both themes', async ({
  relay,
  desk,
  chromium,
}, testInfo) => {
  test.setTimeout(600_000);
  const files: string[] = [];
  const [camille, alix] = [await desk(), await desk()];
  await walkTheDesk({
    relay,
    camille,
    alix,
    stop: async (screen, window) => {
      const shown = window === alix.window ? alix : camille;
      await steady(window);
      await window.mouse.move(0, 0);
      for (const { width, height } of SIZES) {
        await shown.resize(width, height);
        for (const theme of THEMES) {
          await window.emulateMedia({ colorScheme: theme });
          const name = `${screen}-${width}-${theme}.webp`;
          files.push(testInfo.snapshotPath(name, { kind: 'screenshot' }));
          await expect.soft(window).toHaveScreenshot(name);
        }
      }
      await window.emulateMedia({ colorScheme: 'light' });
    },
  });
  await shrink(chromium, files);
});
