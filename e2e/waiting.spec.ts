import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

test('while one waits: three articles for what was typed, and the officer is never further away', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen({ viewport: { width: 320, height: 640 }, hasTouch: true });
  const { page } = person;
  const articles = page.getByRole('region', { name: fr.queue.articles });
  await person.open(relay.url);
  await expect(articles).toHaveCount(0);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await person.say('Bonjour, on m’a volé mon vélo hier soir devant la gare');
  await expect(articles.locator('a[href*="/aide/vol-de-velo"]')).toHaveCount(1);
  await expect(articles.getByRole('link')).toHaveCount(3);
  for (const link of await articles.getByRole('link').all())
    await expect(link).toHaveAttribute('target', '_blank');
  // Searched here: the words go nowhere but into the conversation.
  expect(asked.filter((request) => /gare/.test(request))).toEqual([]);
  await expect(page.getByText(fr.queue.position(1))).toBeVisible();
  await person.say('J’ai la facture.');
  await expectAccessible(page, 'articles while waiting');
  await expectNoSidewaysScroll(page, 'articles while waiting');
  await picture(page, 'waiting-articles');

  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  await expect(articles).toHaveCount(0);
});

test('the first message is written while waiting, and the place is kept through reload, sleep and a restart', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  await first.open(relay.url);
  await second.open(relay.url);
  await second.say('Mon premier message, écrit en attendant.');
  const holds = async () => {
    await expect(second.page.getByText(fr.queue.position(2))).toBeVisible({ timeout: 60_000 });
    await expect(second.message('Mon premier message, écrit en attendant.')).toHaveCount(1);
  };
  await holds();
  await second.page.reload();
  await holds();
  // A telephone that sleeps: the wire is cut, and nothing is heard of it for a while.
  await second.page.context().setOffline(true);
  await expect(second.page.getByText(fr.light.lostLong)).toBeVisible({ timeout: 60_000 });
  await second.page.context().setOffline(false);
  await holds();
  await relay.kill();
  await relay.start();
  await holds();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  await camille.takeNext();
  await expect(camille.entry('Mon premier message, écrit en attendant.')).toBeVisible();
});

test('at 320 × 640 both answers to “end the conversation?” are in reach, above the quick exit', async ({
  relay,
  citizen,
}) => {
  const person = await citizen({ viewport: { width: 320, height: 640 }, hasTouch: true });
  const { page } = person;
  await person.open(relay.url);
  await person.say('Bonjour, une question.');
  await page.getByRole('button', { name: fr.chat.endLabel }).tap();
  const bar = await page.getByRole('region', { name: fr.exit.region }).boundingBox();
  for (const name of [fr.end.no, fr.end.yes]) {
    const button = page.getByRole('button', { name, exact: true });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    // Half a pixel is the browser's rounding.
    expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
  }
  await picture(page, 'end-question');
  await page.getByRole('button', { name: fr.end.yes, exact: true }).tap();
  await expect(page.getByText(fr.ended.next)).toBeVisible();
});

test('what was chosen by taps, without a script or with one, reaches the officer and proposes the subject', async ({
  relay,
  citizen,
  desk,
}) => {
  const plain = await citizen({ javaScriptEnabled: false });
  await plain.page.goto(`${relay.url}/?lang=fr`);
  await plain.page.getByRole('link', { name: 'Que se passe-t-il', exact: false }).click();
  await plain.page.getByRole('link', { name: /Vol, cambriolage/ }).click();
  await plain.page.getByRole('link', { name: /Un vélo/ }).click();
  await expect(plain.page.getByRole('link', { name: /Parler à un policier/ })).toHaveAttribute(
    'href',
    /orientation=vol-velo/,
  );

  const person = await citizen({ viewport: { width: 320, height: 640 }, hasTouch: true });
  const { page } = person;
  await page.goto(`${relay.url}/?lang=fr`);
  await page.getByRole('link', { name: fr.orientation.guide }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /^Que se passe-t-il/ })).toBeVisible();
  await expectAccessible(page, 'orientation');
  await expectNoSidewaysScroll(page, 'orientation');
  await picture(page, 'orientation-question');
  await page.getByRole('link', { name: /Vol, cambriolage/ }).tap();
  await page.getByRole('link', { name: /Un vélo/ }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /^Un vélo/ })).toBeVisible();
  await expectAccessible(page, 'orientation, an end');
  await picture(page, 'orientation-end');
  await page.getByRole('link', { name: /Parler à un policier/ }).tap();
  const path = 'Vol, cambriolage, dégradation › Un vélo ou une trottinette';
  await expect(page.getByText(fr.orientation.chosen(path))).toBeVisible();
  await expect(page).toHaveURL(`${relay.url}/`);
  await picture(page, 'orientation-home');
  await page.getByRole('button', { name: new RegExp(`^(${fr.home.start}|${fr.home.wait})$`) }).tap();
  await page.getByRole('button', { name: fr.terms.accept }).tap();
  await expect(person.log).toBeVisible();

  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  await expect(camille.journal.getByText(french.silence.orientation(path))).toBeVisible();
  await camille.window.getByRole('button', { name: french.context.actions.close }).click();
  await expect(
    camille.window.getByRole('dialog').getByRole('textbox', { name: french.dialogs.close.subject }),
  ).toHaveValue('Vol de vélo');
});
