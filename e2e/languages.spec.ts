import { CITIZEN_LANGUAGES } from '../protocol/language.ts';
import { french } from '../renderer/i18n/fr/index.ts';
import { ar } from '../server/page/i18n/ar.ts';
import { es } from '../server/page/i18n/es.ts';
import { frSimple } from '../server/page/i18n/fr-simple.ts';
import { NO_SCRIPT } from '../server/page/i18n/no-script.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX } from './support/relay.ts';

test('without scripts: the page speaks the browser’s language, and every other by a link', async ({
  relay,
  citizen,
}) => {
  const { page } = await citizen({ javaScriptEnabled: false, locale: 'es-MX' });
  await page.goto(relay.url);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(es.home.title);
  await expect(page.getByRole('link', { name: es.emergency.call17 })).toHaveAttribute('href', 'tel:17');
  const unscripted = page.locator('noscript [data-text="noScript.title"]');
  await expect(unscripted).toBeVisible();
  await expect(unscripted).toHaveText(NO_SCRIPT.es.title);
  await page.locator('.languages summary').click();
  await picture(page, 'languages-without-script');
  await page.getByRole('link', { name: 'Français', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(unscripted).toHaveText(NO_SCRIPT.fr.title);
});

test('one catalogue is loaded: the visitor’s; another when it is chosen, and the choice outlives a reload', async ({
  relay,
  citizen,
}) => {
  const { page } = await citizen({ locale: 'es-ES' });
  const loaded: string[] = [];
  page.on('request', (request) => {
    const language = /\/texts-([a-z-]+)-[\w-]{8}\.js$/.exec(request.url())?.[1];
    if (language !== undefined) loaded.push(language);
  });
  await page.goto(relay.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(es.home.title);
  await expect(page.locator('.languages summary')).toHaveText(/Español/);
  expect([...new Set(loaded)]).toEqual(['es']);
  await page.locator('.languages summary').click();
  await picture(page, 'languages-menu');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('link', { name: '17: call the police' })).toBeVisible();
  await expect(page.locator('.languages summary')).toBeFocused();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.context().setOffline(true);
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'Français', exact: true }).click();
  await expect(page.getByText('This language does not load at the moment.', { exact: false })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.context().setOffline(false);
});

test('a conversation in Spanish: terms summed up, and the officer knows that no text is in Spanish', async ({
  relay,
  citizen,
  desk,
}) => {
  const { page } = await citizen({ locale: 'es-ES' });
  const alix = await desk();
  await alix.signIn(ALIX);
  await page.goto(relay.url);
  await page.getByRole('button', { name: es.home.start }).click();
  await expect(page.getByRole('heading', { name: es.terms.summary })).toBeVisible();
  await expect(page.getByText(/Artículo 226-10/)).toBeVisible();
  await expect(page.locator('[lang="en"]').getByText(/instant messaging/)).toBeVisible();
  await picture(page, 'languages-terms');
  await page.getByRole('button', { name: es.terms.accept }).click();
  await page.getByRole('textbox').fill('Me han robado el bolso.');
  await page.getByRole('button', { name: es.composer.send, exact: true }).click();
  await alix.takeNext();
  await expect(alix.entry('Me han robado el bolso.')).toBeVisible();
  await expect(alix.window.getByTitle(french.lists.languages.es).first()).toBeVisible();
  await alix.composer.fill('/');
  await expect(alix.options.first()).toBeVisible();
  await expect(alix.window.getByText(french.composer.noText(french.lists.languages.es))).toBeVisible();
  await picture(alix.window, 'languages-desk');
  await alix.composer.press('Escape');
  await alix.composer.fill('');
  await alix.say('Buenos días.');
  await page.locator('.display-menu summary').click();
  await picture(page, 'languages-chat');
  await page.locator('.display-menu summary').click();
  await expect(page.getByText(es.chat.read, { exact: true })).toBeVisible();
  await expect(page.getByRole('log').getByText('Buenos días.')).toBeVisible();
});

test('Arabic runs from right to left on every screen, numbers stay as they are dialled, 320 px are enough', async ({
  relay,
  citizen,
  desk,
}) => {
  const { page } = await citizen({ locale: 'ar-MA', viewport: { width: 320, height: 640 } });
  const alix = await desk();
  await alix.signIn(ALIX);
  const look = async (screen: string) => {
    await picture(page, `arabic-${screen}`);
    await expectAccessible(page, `${screen}, Arabic`);
    await expectNoSidewaysScroll(page, `${screen}, Arabic`);
  };
  await page.goto(relay.url);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('button', { name: ar.home.start })).toBeVisible();
  // What begins a line stands at its right: the brand, and not the language.
  const [brand, menu] = [page.locator('.brand'), page.locator('.languages')];
  expect((await brand.boundingBox())?.x).toBeGreaterThan((await menu.boundingBox())?.x ?? 999);
  await look('home');
  await menu.locator('summary').click();
  await look('menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: ar.home.start }).click();
  await look('terms');
  await page.getByRole('button', { name: ar.terms.accept }).click();
  await expect(page.getByText(ar.queue.position(1))).toBeVisible();
  await look('queue');
  await page.getByRole('textbox').fill('سُرقت حقيبتي في المترو. Help, he has a knife!');
  await page.getByRole('button', { name: ar.composer.send, exact: true }).click();
  await expect(page.getByText(ar.emergency.cardTitle)).toBeVisible();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await look('emergency');
  await alix.takeNext();
  await alix.say('We are coming.');
  await expect(page.getByRole('log').getByText('We are coming.')).toBeVisible();
  await expect(page.locator('.bubble').last()).toHaveCSS('direction', 'ltr');
  await look('chat');
});

test('easy French (FALC): chosen by name, on the screens that everybody passes', async ({
  relay,
  citizen,
}) => {
  const { page } = await citizen({ viewport: { width: 320, height: 640 } });
  await page.goto(relay.url);
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'Français facile (FALC)' }).click();
  await expect(page.getByRole('heading', { name: frSimple.home.doesTitle })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await picture(page, 'simple-home');
  await expectAccessible(page, 'home, easy French');
  await page.getByRole('button', { name: frSimple.home.wait }).click();
  await expect(page.getByRole('heading', { name: frSimple.terms.summary })).toBeVisible();
  await picture(page, 'simple-terms');
  await page.getByRole('button', { name: frSimple.terms.accept }).click();
  await expect(page.getByText(frSimple.queue.position(1))).toBeVisible();
  await picture(page, 'simple-queue');
  await expectAccessible(page, 'queue, easy French');
  await page.getByRole('button', { name: frSimple.chat.endLabel }).click();
  await page.getByRole('button', { name: frSimple.end.yes }).click();
  await expect(page.getByRole('heading', { name: frSimple.ended.title })).toBeVisible();
  await expectAccessible(page, 'end, easy French');
});

// French, easy French and English are walked through elsewhere, screen by screen.
const OTHERS = CITIZEN_LANGUAGES.filter((language) => !/^(?:fr|en)/.test(language));

for (const language of OTHERS) {
  test(`the first page and the guided orientation: no violation in ${language}, nor sideways scroll`, async ({
    relay,
    citizen,
  }) => {
    const { page } = await citizen({ viewport: { width: 320, height: 640 } });
    for (const path of ['/', '/orientation/violences']) {
      await page.goto(`${relay.url}${path}?lang=${language}`);
      await expectAccessible(page, path);
      await expectNoSidewaysScroll(page, path);
    }
  });
}
