import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { CAMILLE } from './support/relay.ts';

test('M1: emergency wording shows the card at once and goes to the head of the queue, flagged', async ({
  relay,
  citizen,
  desk,
}) => {
  const [calm, urgent] = [await citizen(), await citizen()];
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await calm.open(relay.url);
  await calm.say('Bonjour, une question sur une procuration.');
  await urgent.open(relay.url);
  await urgent.say('Au secours, quelqu’un force ma porte');
  await expect(urgent.emergencyCard).toBeVisible();
  await expect(calm.emergencyCard).toHaveCount(0);

  await expect(camille.window.getByRole('region', { name: french.shell.emergency.region })).toBeVisible();
  await camille.takeNext();
  await expect(camille.entry('Au secours, quelqu’un force ma porte')).toBeVisible();
  await expect(
    camille.window.getByRole('button', { name: french.conversation.emergency.acknowledge }),
  ).toBeVisible();
});

test('the card needs no connection: it appears while the relay is gone', async ({ relay, citizen }) => {
  const person = await citizen();
  await person.open(relay.url);
  await relay.kill();
  await person.write('Il a un couteau');
  await expect(person.emergencyCard).toBeVisible();
});

test('without JavaScript the page still gives 17, 112 and 114', async ({ relay, citizen }) => {
  const person = await citizen({ javaScriptEnabled: false });
  await person.page.goto(relay.url);
  for (const address of ['tel:17', 'tel:112', 'sms:114']) {
    await expect(person.page.locator(`a[href="${address}"]`).first()).toBeVisible();
  }
  await expect(person.page.getByText(/Le tchat a besoin de JavaScript/)).toBeVisible();
});
