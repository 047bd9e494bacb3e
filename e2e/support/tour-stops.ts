import { expect, type Page } from '@playwright/test';
import type { OfficerDesk } from './officer.ts';
import type { Relay } from './relay.ts';

/** Called at each screen, when all of it is there. */
export type Stop = (screen: string, window: Page) => Promise<void>;

/** An officer's and a supervisor's desk, on their way through every screen. */
export type Tour = {
  readonly relay: Relay;
  readonly camille: OfficerDesk;
  readonly alix: OfficerDesk;
  readonly stop: Stop;
};

/** A dialog, looked at and left by its key. */
export async function dialogOf({ camille, stop }: Tour, screen: string, { window } = camille): Promise<void> {
  await expect(window.getByRole('dialog')).toBeVisible();
  await stop(screen, window);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}
