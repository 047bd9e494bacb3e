import { expect, type Page } from '@playwright/test';
import { french } from '../../renderer/i18n/fr/index.ts';
import type { TestMailServer } from '../../server/mail/mail-server.testkit.ts';
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

/** Two officers' desks through a night on which things go wrong; the second one's has no keychain. */
export type Night = {
  /** Stopped, until the desks were seen without it. */
  readonly relay: Relay;
  readonly mail: TestMailServer;
  readonly camille: OfficerDesk;
  readonly sacha: OfficerDesk;
  readonly stop: Stop;
};

/** Puts away every notice that a desk shows. */
export async function dismissAll({ window }: OfficerDesk): Promise<void> {
  const dismiss = window.getByRole('button', { name: french.shell.dismiss });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

/** Does `work` with the desk's notices in the pictures too: they are left out of the others. */
export async function withNotices({ window }: OfficerDesk, work: () => Promise<void>): Promise<void> {
  await window.evaluate(() => document.documentElement.toggleAttribute('data-notices', true));
  await work();
  await window.evaluate(() => document.documentElement.toggleAttribute('data-notices', false));
}

/** A dialog, looked at and left by its key. */
export async function dialogOf({ camille, stop }: Tour, screen: string, { window } = camille): Promise<void> {
  await expect(window.getByRole('dialog')).toBeVisible();
  await stop(screen, window);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}
