import type { Page } from '@playwright/test';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { ALIX } from './support/relay.ts';

const NARROW = { width: 320, height: 640 };
const CLOSED = { route: '**/api/conversation', json: { current: null } } as const;

/** What the page asks of anybody, and what its own policy refused it. */
function watch(page: Page): { readonly asked: string[]; readonly refused: string[] } {
  const seen = { asked: [] as string[], refused: [] as string[] };
  page.on('request', (request) => seen.asked.push(request.url()));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) seen.refused.push(message.text());
  });
  return seen;
}

for (const theme of ['light', 'dark'] as const) {
  test(`each state that needs no officer, ${theme}: no violation, no sideways scroll, no request to anybody else`, async ({
    relay,
    citizen,
  }) => {
    const person = await citizen({ viewport: NARROW, colorScheme: theme });
    const { page } = person;
    const seen = watch(page);
    const look = async (state: string) => {
      await expectAccessible(page, `${state}, ${theme}`);
      await expectNoSidewaysScroll(page, `${state}, ${theme}`);
    };
    const home = page.getByRole('button', { name: fr.home.wait });

    await page.route(CLOSED.route, (route) => route.abort());
    // As a relay sends the page whose store does not answer: it cannot say whether a conversation goes on.
    const address = `${relay.url}/?lang=fr`;
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(',"current":false', '');
      await route.fulfill({ response, body });
    });
    await page.goto(address);
    await page.unroute(address);
    await expect(page.getByRole('heading', { name: fr.problems.unavailableTitle })).toBeVisible();
    await look('unavailable');
    await page.unroute(CLOSED.route);
    await page.getByRole('button', { name: fr.problems.retry }).click();
    await expect(home).toBeVisible();

    await page.locator('.languages summary').click();
    await look('languages');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: fr.subjects.violence }).press('Space');
    await expect(page.getByText(fr.home.danger)).toBeVisible();
    await page.getByRole('searchbox').fill('vol');
    await expect(page.locator('.found a').first()).toBeVisible();
    await look('home with a subject and a search');

    // A browser that refuses the cookie: opened, and unknown a moment later.
    await page.route(CLOSED.route, (route) =>
      route.request().method() === 'POST' ? route.continue() : route.fulfill({ json: CLOSED.json }),
    );
    await home.click();
    await page.getByRole('button', { name: fr.terms.accept }).click();
    await expect(page.getByRole('heading', { name: fr.problems.cookiesTitle })).toBeVisible();
    await look('cookies refused');
    await page.unroute(CLOSED.route);

    await page.reload();
    await expect(person.log).toBeVisible();
    await page.locator('.display-menu summary').click();
    await look('display settings in the chat');
    await page.locator('.display-menu summary').click();
    await person.say('Mon fils est harcelé au collège');
    await expect(person.helpLines).toBeVisible();
    await person.say('Au secours, on force ma porte');
    await expect(person.emergencyCard).toBeVisible();
    await look('help lines and emergency card');
    // On so small a screen both must be put aside for the question to have room.
    await page.getByRole('button', { name: fr.emergency.cardHide }).click();
    await person.helpLines.getByRole('button', { name: fr.helpLines.hide }).click();
    await page.getByRole('button', { name: fr.chat.endLabel }).click();
    await look('end?');
    await page.getByRole('button', { name: fr.end.yes }).click();
    await expect(page.getByRole('heading', { name: fr.ended.title })).toBeVisible();
    await look('ended');

    expect(seen.asked.filter((url) => new URL(url).host !== new URL(relay.url).host)).toEqual([]);
    expect(seen.refused).toEqual([]);
  });
}

test('no page of the service asks anybody but the relay, with scripts or without', async ({
  relay,
  citizen,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await citizen({ javaScriptEnabled });
    const seen = watch(page);
    for (const path of [
      '/',
      '/?lang=ar',
      '/aide',
      '/aide/violences-conjugales',
      '/plateformes',
      '/confidentialite',
    ]) {
      await page.goto(relay.url + path, { waitUntil: 'load' });
    }
    expect(seen.asked.length).toBeGreaterThan(10);
    expect(seen.asked.filter((url) => new URL(url).host !== new URL(relay.url).host)).toEqual([]);
    expect(seen.refused).toEqual([]);
  }
});

test('the log is there before the first message, and no message moves the focus', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const alix = await desk();
  await alix.signIn(ALIX);
  await person.open(relay.url);
  await person.log.evaluate((log) => log.setAttribute('data-same', ''));
  await alix.takeNext();
  await person.composer.fill('Je suis en train d’écrire');
  await alix.say('Bonjour, je vous lis.');
  await expect(person.page.locator('[data-same]').getByText('Bonjour, je vous lis.')).toBeVisible();
  await expect(person.composer).toBeFocused();
  await expect(person.composer).toHaveValue('Je suis en train d’écrire');
  const end = person.page.getByRole('button', { name: fr.chat.endLabel });
  await end.focus();
  await alix.say('Êtes-vous toujours là ?');
  await expect(person.message('Êtes-vous toujours là ?')).toBeVisible();
  await expect(end).toBeFocused();
});

test('forced colours, reduced motion, text at 200 %, wide spacing, zoom at 400 %', async ({
  relay,
  citizen,
}) => {
  const person = await citizen({
    viewport: { width: 1280, height: 800 },
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  const { page } = person;
  await person.open(relay.url);
  await person.say('Au secours, on force ma porte');
  await expect(person.emergencyCard).toBeVisible();
  await expectAccessible(page, 'forced colours');
  expect(await page.evaluate(movingElements)).toEqual([]);

  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSidewaysScroll(page, 'text at 200 %');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [spacing];
  });
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page, 'spacing of WCAG 1.4.12');
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

  // 1280 × 720 at 400 %: everything scrolls, and what one needs can be reached and stays uncovered.
  await page.setViewportSize({ width: 320, height: 180 });
  await expectNoSidewaysScroll(page, 'zoom at 400 %');
  await person.composer.press('a');
  await expect(person.composer).toBeInViewport();
  await expect(page.getByRole('link', { name: fr.exit.button })).toBeInViewport();
});

/** Runs in the page. */
function movingElements(): string[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const style = getComputedStyle(element);
      return style.animationName !== 'none' || !/^(0s(, )?)+$/.test(style.transitionDuration);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
