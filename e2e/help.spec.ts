import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';

/** With nobody on duty the button says that one may wait. */
const START = new RegExp(`^(${fr.home.start}|${fr.home.wait})$`);

const PAGES = [
  '/aide',
  '/aide?q=vol+de+v%C3%A9lo',
  '/aide/violences-conjugales',
  '/plateformes',
  '/mentions-legales',
  '/conditions',
  '/confidentialite',
  '/droits',
  '/cookies',
  '/accessibilite',
  '/signaler',
  '/verification',
];

for (const theme of ['light', 'dark'] as const) {
  test(`the pages without scripts, ${theme}: no violation, and no sideways scroll at 320 px`, async ({
    relay,
    citizen,
  }) => {
    const { page } = await citizen({ viewport: { width: 320, height: 640 }, colorScheme: theme });
    for (const path of PAGES) {
      const response = await page.goto(relay.url + path);
      expect(response?.status(), path).toBe(200);
      await expectAccessible(page, `${path}, ${theme}`);
      await expectNoSidewaysScroll(page, path);
      // The page scrolls inside the emergency band and the quick exit: it must not scroll sideways either.
      const inside = await page.locator('#page').evaluate((box) => [box.scrollWidth, box.clientWidth]);
      expect(inside[0], path).toBeLessThanOrEqual(inside[1] ?? 0);
    }
  });
}

test('without scripts: from the home page, by a search, to an article, its service and back to the chat', async ({
  relay,
  citizen,
}) => {
  const { page } = await citizen({ javaScriptEnabled: false });
  await page.goto(`${relay.url}/?lang=fr`);
  await page.getByLabel('Que cherchez-vous').fill('mon voizin fait du bruit la nuit');
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await page.getByRole('link', { name: 'Bruit, tapage, voisins bruyants' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bruit, tapage, voisins bruyants');
  await expect(page.getByRole('link', { name: '17 : appeler police secours' })).toBeVisible();
  const outside = page.getByRole('link', { name: /Ouvrir www\.conciliateurs\.fr \(nouvelle fenêtre\)/ });
  await expect(outside).toHaveAttribute('rel', 'noopener noreferrer');
  await page.getByRole('link', { name: 'Parler à un policier' }).click();
  await expect(page).toHaveURL(`${relay.url}/`);
});

test('on the home page: the best articles while one types, off line once loaded, and nothing is sent', async ({
  relay,
  citizen,
}) => {
  const { page } = await citizen();
  await page.goto(`${relay.url}/?lang=fr`);
  await expect(page.getByRole('button', { name: START })).toBeVisible();
  const field = page.getByRole('searchbox');
  const loaded = page.waitForResponse((response) => response.url().includes('/api/help'));
  await field.focus();
  await loaded;
  await field.fill('vol');
  await expect(page.locator('.found a').first()).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.context().setOffline(true);
  await field.fill('jai recu un sms bizare pour un colis');
  await expect(
    page.locator('.found').getByRole('link', { name: /SMS, appel ou courriel suspect/ }),
  ).toBeVisible();
  expect(await page.locator('.found a').count()).toBeLessThanOrEqual(3);
  expect(asked.filter((url) => url.includes('colis'))).toEqual([]);
  // Whatever is typed, the way to an officer stays where it was.
  await expect(page.getByRole('button', { name: START })).toBeVisible();
  await page.context().setOffline(false);
});
