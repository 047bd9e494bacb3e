import type { Page } from '@playwright/test';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import type { OfficerDesk } from './support/officer.ts';
import { CAMILLE } from './support/relay.ts';
import { WALKS } from './support/walks.ts';

type Media = Parameters<Page['emulateMedia']>[0];

const PLAIN: Media = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' };

/** Expects that nothing moves: what is animated or takes its time says so in its computed style. */
async function expectStill(window: Page, screen: string): Promise<void> {
  const moving = await window.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const longest = Math.max(
          ...`${animationName === 'none' ? '' : animationDuration},${transitionDuration}`
            .split(',')
            .map((each) => Number.parseFloat(each) || 0),
        );
        return longest > 0.01;
      })
      .map((element) => `${element.tagName} ${element.className}`),
  );
  expect(moving, `${screen}: moves`).toEqual([]);
}

/** The system's zoom of a window, as Ctrl and + give it; a station's screen is then 683 px wide. */
async function zoom(desk: OfficerDesk, window: Page, factor: number): Promise<void> {
  const before = await window.evaluate(() => devicePixelRatio);
  const now = await desk.running.app.evaluate(({ BrowserWindow }, wanted) => {
    const [shown] = BrowserWindow.getAllWindows();
    const was = shown?.webContents.getZoomFactor() ?? 1;
    shown?.webContents.setZoomFactor(wanted);
    return was;
  }, factor);
  await expect.poll(() => window.evaluate(() => devicePixelRatio)).toBeCloseTo((before / now) * factor, 1);
}

async function look(window: Page, screen: string): Promise<void> {
  await expectAccessible(window, screen);
  await expectNoSidewaysScroll(window, screen);
}

for (const [walked, walking] of WALKS) {
  walking(`every screen of ${walked} has no violation, light and at 200 %`, async ({ walk }) => {
    walking.setTimeout(600_000);
    await walk(async (screen, desk) => {
      const { window } = desk;
      await look(window, `${screen}, light`);
      await zoom(desk, window, 2);
      await look(window, `${screen}, 200 %`);
      await zoom(desk, window, 1);
    });
  });

  walking(
    `every screen of ${walked} has no violation, dark, with forced colours and without motion`,
    async ({ walk }) => {
      walking.setTimeout(600_000);
      await walk(async (screen, { window }) => {
        await window.emulateMedia({ ...PLAIN, colorScheme: 'dark' });
        const background = await window.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(Number(background.match(/\d+/)?.[0]), background).toBeLessThan(128);
        await look(window, `${screen}, dark`);
        await window.emulateMedia({
          ...PLAIN,
          colorScheme: 'dark',
          forcedColors: 'active',
          reducedMotion: 'reduce',
        });
        await expectStill(window, screen);
        await look(window, `${screen}, forced colours`);
        await window.emulateMedia(PLAIN);
      });
    },
  );
}

test('a burst of messages is said in a few short lines', async ({ relay, desk }) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const citizens = [];
  for (let number = 1; number <= 4; number += 1) {
    const citizen = await openCitizen(relay.url, 'fr', null);
    await citizen.say('Bonjour.');
    citizens.push(citizen);
    await camille.takeNext();
  }
  await window.evaluate(() => {
    const said: string[] = [];
    Reflect.set(globalThis, 'said', said);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(
          '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]',
        );
        if (region?.getAttribute('aria-live') !== 'off' && region?.textContent) said.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const [first, ...others] = citizens;
  for (let number = 1; number <= 10; number += 1) {
    for (const citizen of [...others, first]) await citizen?.say(`Message ${number} sur dix.`);
  }
  await camille.show(citizens[0]?.reference ?? '');
  await expect(camille.entry('Message 10 sur dix.')).toBeVisible();
  // The last of it is said a moment after it came.
  const said = () => window.evaluate((): string[] => Reflect.get(globalThis, 'said'));
  await expect.poll(async () => (await said()).join(' ')).toMatch(/C-100\d/);
  const lines = await said();
  expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(12);
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(300);
});
