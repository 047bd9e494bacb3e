import { expect, type Locator } from '@playwright/test';

/**
 * Expects the focus of its window on an element, whether or not another window of the tests stands in front of it:
 * they share one screen without a window manager, and which is in front is chance. Keys come through all the same.
 */
export async function expectFocusOn(locator: Locator): Promise<void> {
  await expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);
}
