import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { ALIX } from './support/relay.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`every screen of the page, ${theme}: no violation, and no sideways scroll at 320 px`, async ({
    relay,
    citizen,
    desk,
  }) => {
    const person = await citizen({
      viewport: { width: 320, height: 640 },
      colorScheme: theme,
      hasTouch: true,
    });
    const alix = await desk();
    await alix.signIn(ALIX);
    const look = async (screen: string) => {
      await expectAccessible(person.page, `${screen}, ${theme}`);
      await expectNoSidewaysScroll(person.page, `${screen}, ${theme}`);
    };
    await person.page.goto(`${relay.url}/?lang=fr`);
    await expect(person.page.getByRole('button', { name: fr.home.start })).toBeVisible();
    await look('home');
    await person.page.getByRole('button', { name: fr.home.start }).click();
    await expect(person.page.getByRole('button', { name: fr.terms.accept })).toBeVisible();
    await look('terms');
    await person.page.getByRole('button', { name: fr.terms.accept }).click();
    await expect(person.page.getByText(fr.queue.position(1))).toBeVisible();
    await look('queue');
    await person.say(
      'Une adresse très longue : https://exemple.invalid/un-chemin-sans-aucune-coupure-possible-0123456789',
    );
    await person.say('Au secours, aidez-moi vite');
    await expect(person.emergencyCard).toBeVisible();
    await look('emergency card');
    await alix.takeNext();
    await alix.say('Bonjour, je vous réponds.');
    await expect(person.message('Bonjour, je vous réponds.')).toBeVisible();
    await look('conversation');
    await alix.window.getByRole('button', { name: french.conversation.emergency.acknowledge }).click();
    await alix.closeConversation('answered');
    await expect(person.page.getByText(fr.ended.closedBy)).toBeVisible();
    await look('ended');
  });
}
