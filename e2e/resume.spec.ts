import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

const { notices, dialogs } = french;
const { handOver } = dialogs;

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

  test('Q6: what its officer had begun to write reaches the colleague as a note, once, and never the citizen', async ({
    relay,
    citizen,
    desk,
  }) => {
    const [person, ended] = [await citizen(), await citizen()];
    const [camille, sacha] = [await desk(), await desk()];
    await camille.signIn(CAMILLE);
    await sacha.signIn(SACHA);
    await person.open(relay.url);
    await person.say('Bonjour, on m’a volé mon vélo.');
    const reference = await camille.takeNext();
    await camille.composer.fill('Je vous envoie le lien');
    await ended.open(relay.url);
    await ended.say('Bonjour, une question.');
    const closed = await camille.takeNext();
    await camille.composer.fill('Venez avec une pièce d’identité');
    await expect.poll(async () => (await camille.keptDrafts()).length).toBe(2);
    await camille.kill();

    await expect(sacha.window.getByText(french.lists.queue.returned)).toHaveCount(2, { timeout: 20_000 });
    expect(await sacha.takeNext()).toBe(reference);
    expect(await sacha.takeNext()).toBe(closed);
    await sacha.closeConversation('answered');
    await sacha.show(reference);
    await expect(sacha.journal.getByText('Je vous envoie le lien')).toHaveCount(0);

    await camille.reopen();
    const begun = sacha.journal.getByText(handOver.draft('Je vous envoie le lien'));
    await expect(begun).toHaveCount(1, { timeout: 30_000 });
    await expect(camille.window.getByText(notices.draftsLeft(reference))).toBeVisible();
    const unsent = handOver.draft('Venez avec une pièce d’identité');
    const told = camille.window.getByText(notices.draftUnsent(closed, unsent));
    await expect(told).toBeVisible();
    await picture(camille.window, 'drafts-left');
    await camille.window.getByRole('listitem').filter({ has: told }).getByRole('button').click();
    await expect.poll(() => camille.keptDrafts()).toEqual([]);

    await camille.reopen();
    await expect(camille.online).toBeVisible();
    await sacha.say('Je reprends avec vous.');
    await expect(person.message('Je reprends avec vous.')).toHaveCount(1);
    await expect(begun).toHaveCount(1);
    await expect(camille.window.getByText(unsent)).toHaveCount(0);
    await person.page.reload();
    await expect(person.message('Je reprends avec vous.')).toHaveCount(1);
    await expect(person.log.getByText('Je vous envoie le lien')).toHaveCount(0);
  });
});

test('Q6: signing out leaves what was begun, and the card that was attached, to whoever goes on', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  await person.open(relay.url);
  await person.say('Bonjour, on m’a escroqué sur Internet.');
  const reference = await camille.takeNext();
  await camille.composer.fill('@thesee');
  await expect(camille.options.first()).toBeVisible();
  await camille.composer.press('Enter');
  await expect(camille.options).toHaveCount(0);
  await camille.composer.fill('Portez plainte ici');
  await camille.window.getByRole('button', { name: french.shell.settings, exact: true }).click();
  const dialog = camille.window.getByRole('dialog');
  await dialog.getByRole('button', { name: dialogs.settings.signOut, exact: true }).click();
  await expect(camille.window.getByText(french.signIn.notices['signed-out'])).toBeVisible();

  await expect(sacha.window.getByText(french.lists.queue.returned)).toHaveCount(1);
  expect(await sacha.takeNext()).toBe(reference);
  const note = sacha.journal.getByText(handOver.draft('Portez plainte ici'));
  await expect(note).toHaveCount(1);
  await expect(note).toContainText(handOver.card('THESEE'));
  await picture(sacha.window, 'draft-received');
  await sacha.say('Je reprends avec vous.');
  await expect(person.message('Je reprends avec vous.')).toHaveCount(1);
  await expect(person.log.getByText('Portez plainte ici')).toHaveCount(0);
});
