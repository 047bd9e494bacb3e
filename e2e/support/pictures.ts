import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

/** Where pictures for the eye go: nowhere, unless PERMANENCE_LOOK names a folder. */
const FOLDER = process.env['PERMANENCE_LOOK'];

/** A picture of what is on screen now, in both themes, for somebody who wants to look at it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
  }
}

/** Losses that the comparison's tolerance does not see, for half of the size. */
const QUALITY = 0.6;

/** A WebP picture without losses, as Playwright writes it. */
function isLossless(content: Buffer): boolean {
  return content.subarray(0, 1_024).includes('VP8L');
}

/** Makes kept pictures small that were just taken; the others stay as they are. */
export async function shrink(browser: Browser, files: readonly string[]): Promise<void> {
  const page = await browser.newPage();
  for (const file of files) {
    const content = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    if (!isLossless(content)) continue;
    const small = await page.evaluate(
      async ({ source, quality }) => {
        const image = new Image();
        image.src = `data:image/webp;base64,${source}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        canvas.getContext('2d')?.drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
      },
      { source: content.toString('base64'), quality: QUALITY },
    );
    writeFileSync(file, Buffer.from(small, 'base64'));
  }
  await page.close();
}
