import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

test('the main job: two citizens, two officers, from the queue to the disposition', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  const [camille, sacha] = await Promise.all([desk(), desk()]);
  await Promise.all([camille.signIn(CAMILLE), sacha.signIn(SACHA)]);

  await test.step('citizens accept the terms, wait with a position, and write already', async () => {
    await first.open(relay.url);
    await expect(first.page.getByText(fr.queue.position(1))).toBeVisible();
    await second.open(relay.url);
    await expect(second.page.getByText(fr.queue.position(2))).toBeVisible();
    await first.say('Bonjour, on a volé mon vélo cette nuit.');
    await second.say('Bonsoir, mes voisins font du bruit.');
  });

  await test.step('each officer takes the head of the queue: first come, first served', async () => {
    await camille.takeNext();
    await expect(camille.entry('Bonjour, on a volé mon vélo cette nuit.')).toBeVisible();
    await expect(second.page.getByText(fr.queue.position(1))).toBeVisible();
    await sacha.takeNext();
    await expect(sacha.entry('Bonsoir, mes voisins font du bruit.')).toBeVisible();
  });

  await test.step('words go both ways, and only where they belong', async () => {
    await camille.say('Bonjour, était-il attaché ?');
    await expect(first.message('Bonjour, était-il attaché ?')).toBeVisible();
    await first.say('Oui, avec un antivol.');
    await expect(camille.entry('Oui, avec un antivol.')).toBeVisible();
    await sacha.say('Bonsoir, à quelle heure ?');
    await expect(second.message('Bonsoir, à quelle heure ?')).toBeVisible();
    await expect(first.page.getByText('Bonsoir, à quelle heure ?')).toHaveCount(0);
    await expect(camille.window.getByText('Bonsoir, à quelle heure ?')).toHaveCount(0);
  });

  await test.step('a citizen knows an officer by rank and alias, and never by login', async () => {
    await expect(first.page.getByText(/Gardien de la paix Camille/).first()).toBeVisible();
    expect(await first.page.content()).not.toContain(CAMILLE.login);
  });

  await test.step('a note is the officers’ own', async () => {
    await camille.note('Vérifier les caméras de la rue.');
    await camille.say('Je regarde.');
    await expect(first.message('Je regarde.')).toBeVisible();
    await expect(first.page.getByText('Vérifier les caméras de la rue.')).toHaveCount(0);
  });

  await test.step('the citizen reads: the officer sees it', async () => {
    await expect(camille.journal.getByText(french.conversation.state.read).last()).toBeVisible();
  });

  await test.step('closing with a disposition ends it on both sides', async () => {
    await camille.closeConversation('answered');
    await expect(first.page.getByText(fr.ended.closedBy)).toBeVisible();
    await expect(second.composer).toBeVisible();
  });
});

test('a canned response by / and a redirection by @, opened by the citizen', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('J’ai payé une location qui n’existe pas.');
  await camille.takeNext();

  await camille.composer.fill('/bonjour');
  await expect(camille.options.first()).toBeVisible();
  await camille.composer.press('Enter');
  await expect(camille.composer).not.toHaveValue('/bonjour');
  const text = await camille.composer.inputValue();
  expect(text).not.toMatch(/[{}]/);
  await camille.composer.press('Enter');
  await expect(person.log.getByText(text.slice(0, 30)).first()).toBeVisible();

  await camille.composer.fill('@thesee');
  await expect(camille.options.first()).toBeVisible();
  // Another window comes in front: the page is told that the composer lost the focus, and it still has it.
  await camille.composer.dispatchEvent('focusout', { bubbles: true });
  await camille.composer.press('ArrowDown');
  await camille.composer.press('ArrowUp');
  await expect(camille.options.first()).toBeVisible();
  await camille.composer.press('Enter');
  await camille.window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  const card = person.log.getByText(fr.redirection.title);
  await expect(card).toBeVisible();
  const unverified = person.log.getByText(fr.redirection.unverified);
  await expect(unverified).toHaveCount(0);
  const link = person.log.getByRole('link', { name: /^Ouvrir .*nouvelle fenêtre/ });
  await expect(link).toHaveAttribute('href', /^https:\/\//);
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', /noreferrer/);
  // The official site itself is not asked by a test.
  await person.page
    .context()
    .route('https://**', (route) => route.fulfill({ body: '<h1>site officiel</h1>' }));
  const [opened] = await Promise.all([person.page.waitForEvent('popup'), link.click()]);
  expect(await opened.evaluate(() => window.opener)).toBeNull();

  // The citizen is told of what nobody has checked yet, as the officer is.
  await camille.composer.fill('@3977');
  await expect(camille.options.first()).toContainText(french.composer.picker.unverified);
  await camille.composer.press('Enter');
  await camille.composer.press('Enter');
  await expect(unverified).toBeVisible();
});
