import { join } from 'node:path';
import type { Page } from '@playwright/test';

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
