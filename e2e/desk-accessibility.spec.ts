import type { Page } from '@playwright/test';
import { LIMITS } from '../protocol/limits.ts';
import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import type { OfficerDesk } from './support/officer.ts';
import { ALIX, CAMILLE } from './support/relay.ts';
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
  walking(
    `every screen of ${walked} has no violation: light, at 200 %, dark, with forced colours and without motion`,
    async ({ walk }) => {
      walking.setTimeout(600_000);
      await walk(async (screen, desk) => {
        const { window } = desk;
        await look(window, `${screen}, light`);
        await zoom(desk, window, 2);
        await look(window, `${screen}, 200 %`);
        await zoom(desk, window, 1);
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

/** Goes through a screen by Tab and back, and says which stops are wholly out of sight (WCAG 2.4.11). */
async function outOfSight(window: Page, stops: number): Promise<string[]> {
  const found: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await window.keyboard.press(stop < stops / 2 ? 'Tab' : 'Shift+Tab');
    const hidden = await window.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
      const seen = shares.some((x) =>
        shares.some((y) => {
          const at = document.elementFromPoint(left + x * width, top + y * height);
          return at !== null && (element.contains(at) || at.contains(element));
        }),
      );
      return seen ? null : (element.getAttribute('aria-label') ?? element.textContent);
    });
    if (hidden !== null) found.push(hidden);
  }
  return found;
}

test('WCAG 2.4.11: what has the focus is in sight, on a long board and in a window too narrow for three columns', async ({
  relay,
  desk,
}) => {
  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  for (let number = 0; number < 16; number += 1) {
    const citizen = await openCitizen(relay.url, 'fr', 'Bruit');
    await citizen.say('Bonjour, mes voisins font du bruit.');
    if (number < 6) await alix.takeNext();
  }
  await alix.resize(1093, 614);
  await expect(window.getByRole('button', { name: /^Envoyer à C-/ })).toBeVisible();
  expect(await outOfSight(window, 100)).toEqual([]);
  // The context stands over the conversation only when it was asked for, and goes with its key.
  await window.keyboard.press('Alt+x');
  await expect(window.getByRole('region', { name: french.context.region })).toBeVisible();
  await window.keyboard.press('Alt+x');
  await expect(window.getByRole('region', { name: french.context.region })).toHaveCount(0);
  await window.getByRole('button', { name: french.shell.views.board, exact: true }).click();
  expect(await outOfSight(window, 160)).toEqual([]);
  await alix.resize(1366, 768);
  expect(await outOfSight(window, 160)).toEqual([]);
});

test('WCAG 1.4.10, 1.4.12: at 400 % one can still write, and with wide spacing nothing is cut', async ({
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await camille.resize(1366, 768);
  await camille.serve('Bruit', 'Au secours, quelqu’un force ma porte');
  await test.step('spacing', async () => {
    await window.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    const cut = await window.evaluate(() =>
      [...document.querySelectorAll('.lists button, .emergency-strip strong')].flatMap((element) => {
        const { right } = element.getBoundingClientRect();
        const frame = element.closest('.lists, .emergency-strip')?.getBoundingClientRect().right ?? 0;
        return right > frame + 1 ? [element.getAttribute('aria-label') ?? element.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
    await window.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  });
  await zoom(camille, window, 4);
  await camille.composer.focus();
  await window.keyboard.type('Je vous lis.');
  const seen = await camille.composer.evaluate((element) => {
    element.scrollIntoView({ block: 'nearest' });
    const { top, bottom } = element.getBoundingClientRect();
    return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / (bottom - top);
  });
  expect(seen).toBeGreaterThan(0.9);
  await expectNoSidewaysScroll(window, '400 %');
  await zoom(camille, window, 1);
});

test('how much room is left is read out when the hand rests, not at every key', async ({ desk }) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await camille.serve('Bruit', 'Bonjour.');
  await camille.composer.fill('x'.repeat(LIMITS.textCharacters - 100));
  const status = window.getByRole('status').filter({ hasText: /caractères? restants?/ });
  await expect(status).toHaveText(french.composer.left(100));
  await status.evaluate((element) => {
    Reflect.set(globalThis, 'changes', 0);
    new MutationObserver(() =>
      Reflect.set(globalThis, 'changes', Reflect.get(globalThis, 'changes') + 1),
    ).observe(element, { subtree: true, childList: true, characterData: true });
  });
  await camille.composer.press('End');
  await window.keyboard.type('douze lettres', { delay: 30 });
  await expect(status).toHaveText(french.composer.left(87));
  expect(await window.evaluate(() => Reflect.get(globalThis, 'changes'))).toBeLessThanOrEqual(2);
});

test('what a dialog’s parts say by themselves is in the interface’s language, whatever the machine speaks', async ({
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  expect(await window.evaluate(() => navigator.language)).toMatch(/^en/);
  await window.getByRole('button', { name: french.shell.settings, exact: true }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog).toBeVisible();
  // A way out for touch screen readers, which React Aria names.
  await expect(window.getByRole('button', { name: 'Rejeter' })).toHaveCount(1);
  await expect(window.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
});
