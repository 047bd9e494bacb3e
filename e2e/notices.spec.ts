import type { Page } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import type { OfficerDesk } from './support/officer.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

const { conversation } = french;

/** What a notice must leave free: what says which conversation this is, what is wrong, and where one writes. */
const FREE = '.top-bar, .connection-band, .conversation-head, .composer, .lists';
/** The same, and what to do first: at 200 % it is longer than the window, and there a notice stands at the lower edge. */
const FREE_WITH_ROOM = `${FREE}, .emergency-panel`;
const ROOM = 520;

/** What the shown notices cover of it; a part that is not shown is covered by nothing. */
function covered(window: Page, free: string): Promise<string[]> {
  return window.evaluate((parts) => {
    const notices = [...document.querySelectorAll('.notice')].map((each) => each.getBoundingClientRect());
    return [...document.querySelectorAll(parts)].flatMap((part) => {
      const box = part.getBoundingClientRect();
      const hit = notices.some(
        (notice) =>
          notice.left < box.right - 1 &&
          notice.right > box.left + 1 &&
          notice.top < box.bottom - 1 &&
          notice.bottom > box.top + 1,
      );
      return hit ? [part.className] : [];
    });
  }, free);
}

const SIZES = [
  [683, 384],
  [1024, 700],
  [1920, 1080],
  [1366, 768],
] as const;

/** Expects it at each size: a station's at 200 %, with the right column folded, a large screen, and a station's. */
async function expectFree(desk: OfficerDesk, when: string): Promise<void> {
  const { window } = desk;
  for (const [width, height] of SIZES) {
    await desk.resize(width, height);
    await picture(window, `notice-${when}-${width}`);
    const size = `${when}, ${width} × ${height}`;
    await expect.soft(window.locator('.notice').first(), size).toBeInViewport({ ratio: 1 });
    expect.soft(await covered(window, height < ROOM ? FREE : FREE_WITH_ROOM), size).toEqual([]);
  }
}

test('a notice covers nothing that is needed: with the band of a lost connection, without, in an emergency', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await camille.serve('Vol de vélo', 'Bonjour, pouvez-vous m’aider ?');
  await relay.kill();
  await expect(camille.offline).toBeVisible();
  await window.keyboard.press('Alt+p');
  await expect(window.locator('.notice')).toHaveCount(1);
  await expectFree(camille, 'offline');

  await relay.start();
  await expect(camille.online).toBeVisible({ timeout: 30_000 });
  await expectFree(camille, 'online');
  await camille.serve('Violences', 'Au secours, quelqu’un force ma porte');
  await expect(window.getByRole('button', { name: conversation.emergency.acknowledge })).toBeVisible();
  await relay.kill();
  await expect(camille.offline).toBeVisible();
  await expect(window.locator('.notice')).toHaveCount(1);
  await expectFree(camille, 'emergency');
});
