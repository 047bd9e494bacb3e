import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { test as base, expect } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { AGED, withAgedCatalogue } from './support/aged-catalogue.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { picker } = french.composer;

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures it needs.
  settings: async ({}, use) => withAgedCatalogue(use),
});

test('a platform whose link is dead is marked, does not leave, and its fallback does', async ({
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

  const dead = camille.options.filter({ hasText: picker.linkMarks.dead }).first();
  await camille.composer.fill('@thesee');
  await expect(dead).toBeVisible({ timeout: 60_000 });
  await expect(dead).toBeDisabled();
  await expect(camille.window.getByText(picker.blocked)).toBeVisible();
  await expectAccessible(camille.window, 'the picker on a dead link');
  await picture(camille.window, 'picker-dead-link');

  await camille.composer.press('Enter');
  await expect(camille.composer).toHaveValue('');
  await expect(
    camille.window.getByText(french.notices.linkBlocked(AGED.platform, AGED.fallback)),
  ).toBeVisible();
  await picture(camille.window, 'dead-link-refused');
  await camille.window
    .getByRole('button', { name: french.composer.join(AGED.fallback), exact: true })
    .click();
  await camille.window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  await expect(person.log.getByText(AGED.fallback).first()).toBeVisible();
  await expect(person.log.getByText('THESEE')).toHaveCount(0);

  // A number is not blocked because a page about it is gone: the card says it, without the link.
  await camille.composer.fill('@police secours');
  await expect(camille.window.getByText(picker.numberAlone)).toBeVisible();
  await camille.composer.press('Enter');
  await camille.window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  await expect(person.log.getByText(/Police secours/).first()).toBeVisible();
});

test('a text whose last day is over is named on the board, which leads to it; officers are not given it', async ({
  relay,
  citizen,
  desk,
}) => {
  const { board, editing } = french;
  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  await window.getByText(french.shell.views.board, { exact: true }).click();
  const endings = window.getByRole('region', { name: board.endings.label });
  await expect(endings.getByText(board.endings.ended(1), { exact: true })).toBeVisible();
  await endings.getByRole('button', { name: board.endings.open }).press('Enter');
  const rows = window.getByRole('listbox', { name: editing.kinds.response }).getByRole('option');
  await expect(rows).toHaveText([new RegExp(AGED.response)]);
  await expect(window.getByLabel(editing.filter)).toHaveValue('ending');

  await window.getByText(french.shell.views.desk, { exact: true }).click();
  const person = await citizen();
  await person.open(relay.url);
  await person.say('Bonjour');
  await alix.takeNext();
  await alix.composer.fill('/bienvenue');
  const over = alix.options.filter({ hasText: AGED.response }).first();
  await expect(over).toBeDisabled();
  await expect(over).toContainText(picker.expired);
});

/** The same catalogue, and a mail server: what is written leaves as an e-mail. */
const byEmail = base.extend({
  settings: async ({ mail }, use) => withAgedCatalogue((aged) => use({ ...aged, ...mail.settings })),
});

byEmail(
  'K1: a dead link does not leave in an e-mail either, and the fallback does',
  async ({ relay, citizen, desk }) => {
    const person = await citizen();
    const camille = await desk();
    const { window } = camille;
    await camille.signIn(CAMILLE);
    await person.open(relay.url);
    const { deferred } = fr;
    const { page } = person;
    await page.getByRole('button', { name: deferred.offer }).click();
    await page.getByLabel(deferred.questionLabel).fill('J’ai payé une location qui n’existe pas.');
    await page.getByLabel(deferred.addressLabel).fill('personne@exemple.fr');
    await page.getByRole('button', { name: deferred.review }).click();
    await page.getByRole('button', { name: deferred.confirm }).click();
    await expect(page.getByRole('heading', { name: deferred.done.title })).toBeVisible();
    await window.getByRole('button', { name: french.lists.queue.takeNamed('C-1001') }).click();
    const text = window.getByRole('textbox', { name: french.deferred.composer.label('C-1001') });

    await text.fill('@thesee');
    const dead = camille.options.filter({ hasText: picker.linkMarks.dead }).first();
    await expect(dead).toBeDisabled({ timeout: 60_000 });
    await text.press('Enter');
    await expect(window.getByText(french.notices.linkBlocked(AGED.platform, AGED.fallback))).toBeVisible();
    await expect(text).toHaveValue('');
    await window.getByRole('button', { name: french.composer.join(AGED.fallback), exact: true }).click();
    await expect(text).toHaveValue(new RegExp(AGED.fallback));

    // The number stands by itself; the dead address of the page about it does not go along.
    await text.fill('@police secours');
    await expect(window.getByText(picker.numberAlone)).toBeVisible();
    await text.press('Enter');
    await expect(text).toHaveValue(/Police secours.*\n17\nHoraires/);
  },
);
