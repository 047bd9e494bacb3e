import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX } from './support/relay.ts';

const words = fr.service.satisfaction;

test('D9: one tap after the end, counted on the board; not asked after an emergency', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen({ viewport: { width: 320, height: 640 } });
  const { page } = person;
  const alix = await desk();
  await alix.signIn(ALIX);

  await person.open(relay.url);
  await person.say('Où déclarer un vol ?');
  await alix.takeNext();
  await alix.closeConversation('answered');
  const question = page.getByRole('group', { name: words.ask });
  await expect(question).toBeVisible();
  await expectAccessible(page, 'the question after the end');
  await expectNoSidewaysScroll(page, 'the question after the end');
  await picture(page, 'satisfaction');
  await question.getByRole('button', { name: words.partly }).click();
  await expect(page.getByText(words.thanks)).toBeVisible();
  await expect(question).toHaveCount(0);

  const { satisfaction } = french.requests;
  await alix.window.getByText(french.shell.views.board, { exact: true }).click();
  const today = alix.window.getByText(satisfaction.today).locator('..');
  await expect(today.getByText(`${satisfaction.partly} 1`)).toBeVisible();
  await expectAccessible(alix.window, 'the board with answers');
  await picture(alix.window, 'satisfaction-board');
  await alix.window.getByText(french.shell.views.desk, { exact: true }).click();

  await page.getByRole('button', { name: fr.ended.erase }).click();
  await person.open(relay.url);
  await person.say('Il me frappe, au secours, il a un couteau');
  await alix.takeNext();
  await alix.window.getByRole('button', { name: french.conversation.emergency.acknowledge }).click();
  await alix.closeConversation('taken-in-charge');
  await expect(page.getByRole('button', { name: fr.ended.erase })).toBeVisible();
  await expect(question).toHaveCount(0);
});
