import { audienceFr as words } from '../server/site/audience/words-fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';

test.use({ settings: { PERMANENCE_AUDIENCE_MEASUREMENT: 'true' } });

test('without scripts: the measurement is refused on the page of the cookies, and taken back', async ({
  relay,
  citizen,
}) => {
  const { page } = await citizen({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await page.goto(`${relay.url}/aide?lang=fr`);
  await page.getByRole('link', { name: 'Gestion des cookies' }).click();
  await expect(page.getByText(words.counted)).toBeVisible();
  await picture(page, 'audience');
  await page.getByRole('button', { name: words.refuse }).click();
  await expect(page.getByText(words.refused)).toBeVisible();
  await expectNoSidewaysScroll(page, 'refused');
  const cookies = await page.context().cookies();
  expect(cookies).toMatchObject([{ name: 'permanence-audience', value: 'refused', expires: -1 }]);
  await page.getByRole('button', { name: words.accept }).click();
  await expect(page.getByText(words.counted)).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
});

test('a browser that signals refusal has nothing to do', async ({ relay, citizen }) => {
  const { page } = await citizen({ extraHTTPHeaders: { 'sec-gpc': '1' } });
  await page.goto(`${relay.url}/cookies?lang=fr`);
  await expect(page.getByText(words.signal)).toBeVisible();
  await expect(page.getByRole('button', { name: words.refuse })).toHaveCount(0);
  await expectAccessible(page, 'the signal is respected');
});
