import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE, SACHA } from './support/relay.ts';

const { colleagues, context, dialogs } = french;

test('G1, G2: a conversation passed to a group waits for it first, and says so; the citizen sees continuity', async ({
  relay,
  citizen,
  desk,
}) => {
  await relay.admin('group', 'add', 'Cyber');
  await relay.admin('group', 'join', 'Cyber', SACHA.login);
  const person = await citizen();
  await person.open(relay.url);
  await person.say('Mon compte a été piraté.');
  const [camille, sacha, alix] = [await desk(), await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  await alix.signIn(ALIX);
  const reference = await camille.takeNext();

  await camille.window.getByRole('button', { name: context.actions.assign, exact: true }).click();
  const dialog = camille.window.getByRole('dialog');
  await dialog.getByRole('button', { name: colleagues.pass.targets.group, exact: true }).click();
  await dialog.getByRole('radio', { name: /^Cyber/ }).press('Space');
  await dialog.getByRole('textbox', { name: colleagues.pass.note }).fill('Identifiants déjà changés');
  await expectAccessible(camille.window, 'pass to a group');
  await picture(camille.window, 'group-dialog');
  await dialog.getByRole('button', { name: colleagues.pass.submitGroup }).click();
  await expect(dialog).toHaveCount(0);

  await expect(person.log.getByText(fr.chat.released)).toBeVisible();
  const queueOf = (one: typeof camille) =>
    one.window.getByRole('region', { name: new RegExp(`^${french.lists.queue.title}`) });
  await expect(queueOf(camille).getByText(colleagues.forGroup('Cyber')).first()).toBeVisible();
  await expect(
    queueOf(camille).getByRole('button', { name: french.lists.queue.takeNamed(reference) }),
  ).toBeDisabled();
  await camille.window.keyboard.press('Alt+KeyP');
  await expect(camille.window.getByText(french.refusals['for-group'])).toBeVisible();
  await picture(camille.window, 'group-queue-other');

  await alix.window.getByText(french.shell.views.board, { exact: true }).click();
  await expect(alix.window.getByText(colleagues.forGroup('Cyber')).last()).toBeVisible();
  await picture(alix.window, 'group-board');

  await picture(sacha.window, 'group-queue-member');
  expect(await sacha.takeNext()).toBe(reference);
  await expect(sacha.journal.getByText(/Identifiants déjà changés/)).toBeVisible();
  await expect(person.log.getByText(fr.chat.takenOver('Brigadier-chef Sacha'))).toBeVisible();
});

test('G3, G4: a colleague whose advice is asked reads and whispers; only the holder writes to the citizen', async ({
  relay,
  citizen,
  desk,
}) => {
  const [person, other] = [await citizen(), await citizen()];
  await person.open(relay.url);
  await person.say('On me menace sur un réseau.');
  await other.open(relay.url);
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  const reference = await camille.takeNext();
  await camille.window.getByRole('button', { name: colleagues.consult.ask }).click();
  const dialog = camille.window.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Sacha/ }).press('Space');
  await dialog
    .getByRole('textbox', { name: colleagues.consult.note })
    .fill('Faut-il l’orienter vers PHAROS ?');
  await expectAccessible(camille.window, 'ask for advice');
  await picture(camille.window, 'consult-dialog');
  await dialog.getByRole('button', { name: colleagues.consult.submit }).click();
  await expect(dialog).toHaveCount(0);

  await expect(
    sacha.window.getByText(colleagues.notices.asked(reference, 'Gardien de la paix Camille')),
  ).toBeVisible();
  await picture(sacha.window, 'consult-asked');
  await sacha.window.getByRole('button', { name: colleagues.notices.open(reference) }).click();
  await expect(sacha.entry('On me menace sur un réseau.')).toBeVisible();
  await expect(sacha.journal.getByText(/Faut-il l’orienter vers PHAROS/)).toBeVisible();
  await expect(sacha.composer).toHaveCount(0);
  await expect(camille.window.getByText(colleagues.present.reads)).toBeVisible();
  await picture(camille.window, 'consult-present');
  await picture(sacha.window, 'consult-colleague');

  // The holder is elsewhere: the whisper reaches them all the same.
  await camille.takeNext();
  await sacha.window
    .getByRole('textbox', { name: /^Note interne sur C-\d+/ })
    .fill('Oui, PHAROS, et garder les captures.');
  await sacha.window.getByRole('button', { name: /^Ajouter la note à C-\d+/ }).click();
  const whisper = camille.window.getByText(colleagues.notices.whisper(reference, 'Brigadier-chef Sacha'));
  await expect(whisper).toBeVisible();
  await picture(camille.window, 'consult-whisper');
  await camille.window.getByRole('button', { name: colleagues.notices.open(reference) }).click();
  await expect(camille.entry('Oui, PHAROS, et garder les captures.')).toBeVisible();
  await expect(person.log.getByText(/PHAROS/)).toHaveCount(0);

  await camille.window.getByRole('button', { name: colleagues.consult.end('Brigadier-chef Sacha') }).click();
  await expect(sacha.window.getByText(colleagues.notices.over(reference))).toBeVisible();
  await expect(sacha.window.getByText(french.lists.mine.empty)).toBeVisible();
  await expect(camille.window.getByText(colleagues.present.nobody)).toBeVisible();
});

test('G6: what it was about is said before it is closed', async ({ relay, citizen, desk }) => {
  const person = await citizen();
  await person.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  await camille.window.getByRole('button', { name: context.actions.close }).click();
  const dialog = camille.window.getByRole('dialog');
  await dialog.getByRole('radio', { name: french.dispositions.answered.name }).press('Space');
  await dialog.getByRole('button', { name: /^Clore C-\d+/ }).click();
  await expect(dialog.getByText(dialogs.close.subjectFirst)).toBeVisible();
});

test('G7: a supervisor makes a group at the board, and every desk has it', async ({ desk }) => {
  const [camille, alix] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await alix.signIn(ALIX);
  const { groups } = colleagues;
  await alix.window.getByText(french.shell.views.board, { exact: true }).click();
  await alix.window.getByRole('button', { name: groups.manage }).click();
  const dialog = alix.window.getByRole('dialog', { name: groups.title });
  await dialog.getByRole('textbox', { name: groups.add }).fill('Circulation');
  await dialog.getByRole('button', { name: groups.addSubmit }).click();
  const who = dialog.getByRole('combobox', { name: groups.addMember('Circulation') });
  await who.selectOption({ label: 'Gardien de la paix Camille' });
  await expect(
    dialog.getByRole('button', { name: groups.leave('Gardien de la paix Camille', 'Circulation') }),
  ).toBeVisible();
  await dialog.getByRole('textbox', { name: groups.add }).fill('circulation');
  await dialog.getByRole('button', { name: groups.addSubmit }).click();
  await expect(alix.window.getByText(french.refusals['name-taken'])).toBeVisible();
  await expectAccessible(alix.window, 'groups');
  await picture(alix.window, 'groups-dialog');
  await dialog.getByRole('button', { name: groups.removeNamed('Circulation') }).click();
  await dialog.getByRole('button', { name: groups.removeNamed('Circulation') }).click();
  await expect(dialog.getByText(groups.none)).toBeVisible();
});
