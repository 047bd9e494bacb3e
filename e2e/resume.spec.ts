import { expect, test } from './fixtures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

test('a reload of the page keeps the conversation', async ({ relay, citizen, desk }) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('Première phrase.');
  await camille.takeNext();
  await camille.say('Réponse avant le rechargement.');
  await expect(person.message('Réponse avant le rechargement.')).toBeVisible();

  await person.page.reload();
  await expect(person.message('Première phrase.')).toHaveCount(1);
  await expect(person.message('Réponse avant le rechargement.')).toHaveCount(1);
  await person.say('Et je continue.');
  await expect(camille.entry('Et je continue.')).toHaveCount(1);
});

test('D1, D4: a relay killed in the middle loses nothing, doubles nothing, and both sides come back', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('Avant la coupure.');
  await camille.takeNext();
  await camille.say('Réponse avant la coupure.');
  await expect(person.message('Réponse avant la coupure.')).toBeVisible();

  await relay.kill();
  await expect(camille.offline).toBeVisible();
  await person.write('Écrit pendant la coupure.');
  await camille.write('Réponse pendant la coupure.');
  await expect(camille.entry('Réponse pendant la coupure.')).toHaveCount(1);

  await relay.start();
  await expect(camille.entry('Écrit pendant la coupure.')).toHaveCount(1, { timeout: 30_000 });
  await expect(person.message('Réponse pendant la coupure.')).toHaveCount(1, { timeout: 30_000 });
  await person.say('Tout est là.');
  await expect(camille.entry('Tout est là.')).toHaveCount(1);

  // Once more from the journal itself: the order and the number of all that was said.
  await person.page.reload();
  const said = [
    'Avant la coupure.',
    'Réponse avant la coupure.',
    'Écrit pendant la coupure.',
    'Réponse pendant la coupure.',
    'Tout est là.',
  ];
  for (const text of said) {
    await expect(person.message(text)).toHaveCount(1);
    await expect(camille.entry(text)).toHaveCount(1);
  }
});

test.describe('a desk that dies', () => {
  test.use({ settings: { PERMANENCE_DESK_GRACE_SECONDS: '2' } });

  test('Q3: gives its conversation back to the head of the queue, with its history', async ({
    relay,
    citizen,
    desk,
  }) => {
    const [held, waiting] = [await citizen(), await citizen()];
    const camille = await desk();
    await camille.signIn(CAMILLE);
    await held.open(relay.url);
    await held.say('Mon histoire a commencé.');
    await camille.takeNext();
    await camille.say('Je vous écoute.');
    await waiting.open(relay.url);
    await waiting.say('J’attends aussi.');
    await camille.kill();

    const sacha = await desk();
    await sacha.signIn(SACHA);
    await held.say('Êtes-vous là ?');
    // It returns only when the grace is over; then it is the head, before who came later.
    await expect(held.page.getByText(/en tête/).first()).toBeVisible({ timeout: 20_000 });
    await sacha.takeNext();
    for (const text of ['Mon histoire a commencé.', 'Je vous écoute.', 'Êtes-vous là ?']) {
      await expect(sacha.entry(text)).toHaveCount(1);
    }
    await sacha.say('Je reprends la suite.');
    await expect(held.message('Je reprends la suite.')).toHaveCount(1);
  });
});
