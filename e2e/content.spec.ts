import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { OfficerDesk } from './support/officer.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { editing, notices, shell } = french;
const label = (field: string): string => {
  const found = editing.fields[field];
  if (found === undefined) throw new Error(`no field ${field}`);
  return found;
};
const NAME = 'Info Escroqueries';

/** Opens an item of the content by what it is called, with the keyboard alone. */
async function openItem(desk: OfficerDesk, kind: 'platform' | 'response', query: string): Promise<void> {
  const { window } = desk;
  await window.keyboard.press('Alt+e');
  await window.getByRole('button', { name: editing.kinds[kind], exact: true }).press('Enter');
  const search = window.getByRole('searchbox', { name: editing.search });
  await search.fill(query);
  const first = window.getByRole('listbox', { name: editing.kinds[kind] }).getByRole('option').first();
  await expect(first).toContainText(query);
  await first.focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 2, name: query })).toBeVisible();
}

const field = (desk: OfficerDesk, name: string) => desk.window.getByLabel(label(name), { exact: true });
const save = (desk: OfficerDesk) => desk.window.getByRole('button', { name: editing.save, exact: true });

test('a supervisor corrects a platform, and every desk and the page of services have it at once', async ({
  relay,
  citizen,
  desk,
}) => {
  const [alix, camille] = await Promise.all([desk(), desk()]);
  await Promise.all([alix.signIn(ALIX), camille.signIn(CAMILLE)]);
  const person = await citizen();
  await person.open(relay.url);
  await person.say('On m’a vendu une voiture qui n’existe pas.');
  await camille.takeNext();

  await openItem(alix, 'platform', NAME);
  await picture(alix.window, 'content-platform');
  await expectAccessible(alix.window, 'the content editor on a platform');

  await test.step('what is wrong is said at its field, and nothing leaves', async () => {
    await field(alix, 'url').fill('http://exemple.fr');
    await alix.window.keyboard.press('Control+s');
    await expect(alix.window.getByText(editing.problems.title)).toBeVisible();
    await expect(alix.window.getByText(editing.problems.malformed['url'] ?? '-')).toBeVisible();
    await picture(alix.window, 'content-wrong');
    await expectAccessible(alix.window, 'the content editor with a mistake');
    await field(alix, 'url').fill('https://exemple.fr/escroqueries');
  });

  await field(alix, 'purposeFr').fill('Parler à un conseiller des escroqueries.');
  await alix.window.keyboard.press('Control+s');
  await expect(alix.window.getByText(notices.contentSaved(NAME))).toBeVisible();

  await camille.composer.fill('@info escroqueries');
  await expect(camille.window.getByText('Parler à un conseiller des escroqueries.')).toBeVisible();
  await camille.composer.press('Enter');
  await camille.window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  await expect(person.log.getByText('Parler à un conseiller des escroqueries.')).toBeVisible();
  await person.page.goto(`${relay.url}/plateformes?lang=fr`);
  await expect(person.page.getByText('Parler à un conseiller des escroqueries.')).toBeVisible();

  await test.step('who changed it, when, and how often it was sent', async () => {
    await alix.window.getByRole('button', { name: editing.history.show }).click();
    const history = alix.window.getByRole('region', { name: editing.history.title });
    await expect(history.getByText('Commandant Alix')).toBeVisible();
    await picture(alix.window, 'content-history');
    await history.getByRole('listitem').last().getByRole('button', { name: editing.history.restore }).click();
    await expect(field(alix, 'purposeFr')).not.toHaveValue('Parler à un conseiller des escroqueries.');
    await save(alix).click();
    const shipped = history.getByRole('listitem').last();
    await expect(shipped).toContainText(editing.shipped);
    await expect(shipped.getByRole('button')).toHaveCount(0);
    await expect(history.getByRole('listitem')).toHaveCount(3);
  });
});

test('E5: two supervisors on one response: the second sees both texts and decides', async ({ desk }) => {
  const [alix, again] = await Promise.all([desk(), desk()]);
  await Promise.all([alix.signIn(ALIX), again.signIn(ALIX)]);
  await openItem(alix, 'response', 'Accueil simple');
  await openItem(again, 'response', 'Accueil simple');
  await field(again, 'titleFr').fill('Accueil de nuit');
  await field(alix, 'titleFr').fill('Accueil du matin');
  await save(alix).click();
  await expect(alix.window.getByText(notices.contentSaved('Accueil du matin'))).toBeVisible();

  const conflict = again.window.getByRole('alert').filter({ hasText: editing.conflict.safe });
  await expect(conflict.getByRole('cell', { name: 'Accueil du matin' })).toBeVisible();
  await expect(conflict.getByRole('cell', { name: 'Accueil de nuit' })).toBeVisible();
  await picture(again.window, 'content-conflict');
  await expectAccessible(again.window, 'two texts of one response');
  await save(again).click({ force: true });
  await expect(conflict).toBeFocused();
  await conflict.getByRole('button', { name: editing.conflict.keepMine }).click();
  await expect(again.window.getByText(notices.contentSaved('Accueil de nuit'))).toBeVisible();
  await expect(alix.window.getByRole('heading', { level: 2, name: 'Accueil de nuit' })).toBeVisible();
});

test('an officer’s own response is found first, off line too, and no colleague has it', async ({
  relay,
  citizen,
  desk,
}) => {
  const [camille, alix] = await Promise.all([desk(), desk()]);
  await Promise.all([camille.signIn(CAMILLE), alix.signIn(ALIX)]);
  const { window } = camille;
  await expect(window.getByRole('button', { name: shell.views.content, exact: true })).toHaveCount(0);
  await window.getByRole('button', { name: shell.views.own, exact: true }).click();
  await window.getByRole('button', { name: editing.add.personal }).click();
  await field(camille, 'titleFr').fill('Ma façon de dire bonsoir');
  await field(camille, 'titleEn').fill('My good evening');
  await field(camille, 'shortcut').fill('bonsoir-moi');
  await field(camille, 'category').fill('Accueil');
  await field(camille, 'textFr').fill('Écrivez-moi à camille@exemple.fr');
  await field(camille, 'textEn').fill('Good evening from {alias|me}.');
  await save(camille).click();
  await expect(window.getByText(editing.problems['personal-data'])).toBeVisible();
  await field(camille, 'textFr').fill('Bonsoir de la part de {alias|votre policier}.');
  await picture(window, 'content-own');
  await expectAccessible(window, 'an officer’s own responses');
  await save(camille).click();
  await expect(window.getByText(notices.ownSaved('Ma façon de dire bonsoir'))).toBeVisible();

  const person = await citizen();
  await person.open(relay.url);
  await person.say('Bonsoir.');
  await window.getByRole('button', { name: shell.views.desk, exact: true }).click();
  await camille.takeNext();
  await relay.kill();
  await expect(camille.offline).toBeVisible();
  await camille.composer.fill('/bonsoir');
  await expect(camille.options.first()).toContainText('Ma façon de dire bonsoir');
  await picture(window, 'picker-own');
  await camille.composer.press('Enter');
  await expect(camille.composer).toHaveValue('Bonsoir de la part de Camille.');
  await relay.start();
  await expect(camille.online).toBeVisible({ timeout: 30_000 });
  await expect(alix.online).toBeVisible({ timeout: 30_000 });
  await alix.window.getByRole('button', { name: shell.views.content, exact: true }).click();
  await alix.window.getByRole('button', { name: editing.kinds.personal, exact: true }).click();
  await expect(alix.window.getByText(editing.noneOwn)).toBeVisible();
});

test('the cards of a response are chosen in the catalogue by keyboard, in order', async ({ desk }) => {
  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  await openItem(alix, 'response', 'Vol de vélo');
  const cards = window.getByRole('group', { name: label('platforms') });
  const chosen = cards.getByRole('listitem');
  const finder = cards.getByRole('combobox', { name: editing.cards.add });
  const before = await chosen.count();

  await finder.focus();
  await finder.pressSequentially('thesee');
  const option = cards.getByRole('option').first();
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(option).toContainText('THESEE');
  await expectAccessible(window, 'choosing the cards of a response');
  await finder.press('Enter');
  await expect(chosen).toHaveCount(before + 1);
  await expect(chosen.last()).toContainText('THESEE');
  await expect(finder).toBeFocused();
  // What is chosen is not offered again.
  await finder.pressSequentially('thesee');
  await expect(cards.getByRole('option').filter({ hasText: 'THESEE –' })).toHaveCount(0);
  await finder.press('Escape');
  await finder.fill('');

  const up = cards.getByRole('button', { name: /^Monter THESEE/ });
  await up.focus();
  for (let place = before; place > 0; place -= 1) {
    await window.keyboard.press('Enter');
    await expect(chosen.nth(place - 1)).toContainText('THESEE');
    await expect(up).toBeFocused();
  }
  await save(alix).press('Enter');
  await expect(window.getByText(notices.contentSaved('Vol de vélo'))).toBeVisible();
  await expect(chosen.first()).toContainText('THESEE');

  await cards.getByRole('button', { name: /^Retirer THESEE/ }).press('Enter');
  await expect(chosen).toHaveCount(before);
});

test('V5: the warning for abuse is not removed: the editor says what needs it', async ({ desk }) => {
  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  await openItem(alix, 'response', 'Usage abusif du service');
  await window.getByRole('button', { name: editing.remove, exact: true }).press('Enter');
  await window.getByRole('button', { name: editing.removeConfirm, exact: true }).press('Enter');
  await expect(window.getByText(editing.problems.needed)).toBeVisible();
  await expect(window.getByRole('heading', { level: 2, name: 'Usage abusif du service' })).toBeVisible();
  await picture(window, 'content-needed');
});
