import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { hear } from './support/outside.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

const { conversation, notices, shell } = french;
const DANGER = 'Il a un couteau, aidez-moi';
/** The figure of an emergency; whoever begins to wait is called with two. */
const TONES = 4;

// Whoever is on a break keeps an emergency no longer than this.
test.use({ settings: { PERMANENCE_DESK_GRACE_SECONDS: '2' } });

test('Q7: an emergency of an officer on a break is seen and heard at the other desk, and goes on there', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  await person.open(relay.url);
  const reference = await camille.takeNext();
  await camille.composer.fill('Je vous lis');
  await camille.window.getByLabel(shell.presence.label).selectOption('break');
  const strip = sacha.window.getByRole('region', { name: shell.emergency.region });
  await expect(strip).toHaveCount(0);
  const tones = await hear(sacha.window);
  await person.say(DANGER);

  await expect(strip.getByText(reference)).toBeVisible({ timeout: 15_000 });
  await expect.poll(tones).toBeGreaterThanOrEqual(TONES);
  await expect(person.log.getByText(fr.chat.released)).toBeVisible();
  await expect(person.page.getByRole('heading', { name: fr.queue.returned })).toBeVisible();
  await picture(person.page, 'unheard-citizen');
  const told = () => camille.window.getByText(notices.unheard(reference));
  await expect(told()).toBeVisible();
  await picture(camille.window, 'unheard-holder');

  await strip.getByRole('button', { name: shell.emergency.takeNamed(reference) }).click();
  await expect(sacha.entry(DANGER)).toBeVisible();
  await expect(sacha.journal.getByText(conversation.system.unheard)).toBeVisible();
  await expect(sacha.journal.getByText(/Je vous lis/)).toBeVisible();
  await expectAccessible(sacha.window, 'an emergency that came back unheard');
  await picture(sacha.window, 'unheard-colleague');
  await sacha.say('J’appelle le 17, restez avec moi.');
  await expect(person.message('J’appelle le 17, restez avec moi.')).toBeVisible();
  await expect(person.log.getByText(fr.chat.takenOver('Brigadier-chef Sacha'))).toBeVisible();
  // Until it is put away, over a desk that was closed too.
  await camille.reopen();
  await expect(told()).toBeVisible({ timeout: 30_000 });
});
