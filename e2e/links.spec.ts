import { french } from '../renderer/i18n/fr/index.ts';
import { test as base, expect } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { AGED, withAgedCatalogue } from './support/aged-catalogue.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

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
