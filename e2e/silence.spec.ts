import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { tapsFr } from '../server/page/i18n/taps-fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

test('S2: who cannot write freely says so from home, is asked closed questions, and answers by taps alone', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen({ viewport: { width: 320, height: 640 }, hasTouch: true });
  const { page } = person;
  const camille = await desk();
  await camille.signIn(CAMILLE);

  await test.step('one tap from home: an ordinary title and icon, at once', async () => {
    await page.goto(`${relay.url}/?lang=fr`);
    await page.getByRole('button', { name: fr.silence.enter }).tap();
    await expect(page).toHaveTitle(fr.silence.title);
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', './calm.svg');
    await expectAccessible(page, 'home, silent');
    await expectNoSidewaysScroll(page, 'home, silent');
    await picture(page, 'silent-home');
  });

  await test.step('the queue has large buttons in place of the keyboard', async () => {
    await page.getByRole('button', { name: fr.home.start }).tap();
    await page.getByRole('button', { name: fr.terms.accept }).tap();
    await expect(page.getByRole('button', { name: tapsFr.answers.near.label })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await page.getByRole('button', { name: tapsFr.answers.near.label }).tap();
    await expect(person.message(tapsFr.answers.near.says)).toBeVisible();
    await expectAccessible(page, 'taps');
    await expectNoSidewaysScroll(page, 'taps');
    await picture(page, 'silent-queue');
  });

  await test.step('the desk shows it in the row and in the header, and offers closed questions', async () => {
    await expect(camille.window.getByTitle(french.silence.mark).first()).toBeVisible();
    await camille.takeNext();
    await expect(camille.window.getByText(french.silence.badge, { exact: true })).toBeVisible();
    await expect(camille.journal.getByText(french.silence.on)).toBeVisible();
    await expectAccessible(camille.window, 'closed questions');
    await picture(camille.window, 'silent-desk');
    await camille.looked();
    const armed = camille.window.getByRole('button', { name: /une arme/ });
    // Whole, before it is sent: to the pointer and to the keyboard.
    const whole = camille.window.getByText(french.silence.preview('Y a-t-il une arme\u202f?'));
    await armed.hover();
    await expect(whole).toBeVisible();
    await camille.composer.hover();
    await expect(whole).toHaveCount(0);
    await armed.focus();
    await expect(whole).toBeVisible();
    await armed.click();
    await expect(camille.journal.getByText('Y a-t-il une arme\u202f?')).toBeVisible();
  });

  await test.step('a tap on an answer is a message that says everything', async () => {
    await picture(page, 'silent-question');
    await expectAccessible(page, 'a closed question');
    await page
      .getByRole('group', { name: /Y a-t-il une arme/ })
      .getByRole('button', { name: 'Non' })
      .tap();
    await expect(camille.entry('Non, il n’y a pas d’arme.')).toBeVisible();
    await expect(page.getByRole('group', { name: /Y a-t-il une arme/ })).toHaveCount(0);
    await expect(person.emergencyCard).toHaveCount(0);
  });

  await test.step('no help line shows by itself, whatever is written; it is there when asked for', async () => {
    await page.getByRole('button', { name: tapsFr.keyboard }).tap();
    await person.say('Mon mari m’a frappée il y a deux ans');
    await expect(person.helpLines).toHaveCount(0);
    await page.getByRole('button', { name: tapsFr.taps }).tap();
    await page.getByRole('button', { name: tapsFr.numbers }).tap();
    await expect(person.helpLines.getByRole('link').first()).toHaveAttribute('href', 'tel:3919');
    await person.helpLines.getByRole('button', { name: fr.helpLines.hide }).tap();
    await expect(person.helpLines).toHaveCount(0);
  });

  await test.step('danger by one tap is an emergency', async () => {
    await page.getByRole('button', { name: tapsFr.answers.danger.label }).tap();
    await expect(person.emergencyCard).toBeVisible();
    await expect(
      camille.window.getByRole('button', { name: french.conversation.emergency.acknowledge }),
    ).toBeVisible();
  });

  await test.step('a reload is as discreet from the first byte, and nothing is kept in the browser', async () => {
    const sent = await page.request.get(`${relay.url}/?lang=fr`);
    expect(await sent.text()).toContain(`<title>${fr.silence.title}</title>`);
    await page.reload();
    await expect(page.getByRole('button', { name: tapsFr.answers.yes.label, exact: true })).toBeVisible();
    await expect(page).toHaveTitle(fr.silence.title);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await page.getByRole('button', { name: tapsFr.leave }).tap();
    await expect(page).toHaveTitle(fr.site.title);
    await expect(camille.window.getByText(french.silence.badge, { exact: true })).toHaveCount(0);
  });
});

test('silent mode is one tap away in the chat too', async ({ relay, citizen }) => {
  const person = await citizen();
  await person.open(relay.url);
  await person.page.getByRole('button', { name: fr.silence.enterShort }).tap();
  await expect(person.page.getByRole('button', { name: tapsFr.answers.danger.label })).toBeVisible();
  await expect(person.page).toHaveTitle(fr.silence.title);
  await expect(person.log.getByText(fr.silence.lineOn)).toBeVisible();
  await picture(person.page, 'silent-chat');
});
