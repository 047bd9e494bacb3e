import { ar } from '../server/page/i18n/ar.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { type FirefoxPage, SHIFT } from './support/firefox.ts';
import { ALIX } from './support/relay.ts';

// One Firefox for all of these, a tab each.
test.describe.configure({ mode: 'serial' });

const shows = (tab: FirefoxPage, text: string) =>
  expect.poll(() => tab.text(), { timeout: 15_000 }).toContain(text);

test('Firefox: numbers before all, a search without a conversation, the language by its own name', async ({
  relay,
  firefoxTab: tab,
}) => {
  await tab.goto(relay.url);
  await tab.find('link', fr.emergency.call17);
  await tab.find('button', fr.home.wait);
  for (const address of ['tel:17', 'tel:112', 'sms:114']) {
    expect(await tab.value(`document.querySelector('a[href="${address}"]') !== null`)).toBe(true);
  }
  await tab.click('searchbox', fr.help.label);
  await tab.type('vol de velo');
  await expect.poll(() => tab.value(`document.querySelectorAll('.found a').length`)).toBeGreaterThan(0);
  await tab.value(`document.querySelector('.languages').open = true`);
  await tab.click('button', 'العربية');
  await shows(tab, ar.home.title);
  expect(await tab.value('document.documentElement.dir')).toBe('rtl');
  expect(await tab.value('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

test('Firefox: a conversation, an emergency, and the quick exit', async ({
  relay,
  firefoxTab: tab,
  desk,
}) => {
  const alix = await desk();
  await alix.signIn(ALIX);
  await tab.goto(`${relay.url}/?lang=fr`);
  await tab.click('button', fr.home.start);
  await tab.click('button', fr.terms.accept);
  await tab.click('textbox', fr.composer.first);
  await tab.type('Bonjour, on force ma porte, au secours');
  await tab.click('button', fr.composer.send);
  await shows(tab, fr.emergency.cardTitle);
  await shows(tab, fr.chat.sent);
  await alix.takeNext();
  await expect(alix.entry('Bonjour, on force ma porte, au secours')).toBeVisible();
  await alix.say('Nous arrivons.');
  await shows(tab, 'Nous arrivons.');
  await tab.type(SHIFT.repeat(3));
  await expect.poll(() => tab.url()).not.toContain(relay.url);
  await expect(alix.window.getByText('sortie rapide').first()).toBeVisible();
});
