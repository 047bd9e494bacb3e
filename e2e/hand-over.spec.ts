import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE, SACHA } from './support/relay.ts';

const { handOver } = french.dialogs;

test('Q5: one chord hands over: the conversation on screen to a supervisor, the others to the head of the queue, in under 2 s', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second, third] = [await citizen(), await citizen(), await citizen()];
  for (const person of [first, second, third]) await person.open(relay.url);
  await first.say('Bonjour, j’ai perdu mon permis.');
  const [camille, alix] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await alix.signIn(ALIX);
  const one = await camille.takeNext();
  await camille.say('Bonjour, je regarde.');
  const two = await camille.takeNext();
  await camille.composer.fill('Un texte commencé');
  await camille.show(one);
  // What a colleague should know is typed and not sent: it goes along.
  await camille.composer.fill('Je vous envoie le lien');

  const mine = alix.window.getByRole('region', { name: new RegExp(french.lists.mine.title) });
  const started = Date.now();
  await camille.window.keyboard.press('Alt+Shift+KeyS');
  await expect(mine.getByText(one, { exact: true })).toBeVisible();
  await expect(alix.window.getByText(french.lists.queue.returned).first()).toBeAttached();
  const took = Date.now() - started;
  console.log(JSON.stringify({ handOver: 'chord to both desks', milliseconds: took }));
  expect(took).toBeLessThan(2_000);

  await expect(camille.window.getByText(/Relève faite/)).toBeVisible();
  await expect(camille.window.getByLabel(french.shell.presence.label)).toHaveValue('finishing');
  await picture(camille.window, 'hand-over-done');
  // The citizen sees who goes on, and that nothing need be told again.
  await expect(first.log.getByText(fr.chat.takenOver('Commandant Alix'))).toBeVisible();
  await expect(second.log.getByText(fr.chat.released)).toBeVisible();

  await alix.show(one);
  await expect(alix.entry('Bonjour, j’ai perdu mon permis.')).toBeVisible();
  await expect(alix.journal.getByText(/Brouillon non envoyé.*Je vous envoie le lien/)).toBeVisible();
  await picture(alix.window, 'hand-over-received');
  await alix.say('Je reprends avec vous.');
  await expect(first.message('Je reprends avec vous.')).toBeVisible();
  const next = await alix.takeNext();
  expect(next).toBe(two);
  await expect(alix.journal.getByText(/Un texte commencé/)).toBeVisible();
  await expect(first.log.getByText('Je vous envoie le lien')).toHaveCount(0);
});

test('Q5: with no supervisor there it is marked for one; by mouse, and the end of a shift', async ({
  relay,
  citizen,
  desk,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  for (const person of [first, second]) await person.open(relay.url);
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  const one = await camille.takeNext();
  await camille.window.getByRole('button', { name: handOver.open, exact: true }).click();
  const dialog = camille.window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: handOver.note }).fill('Le citoyen menace le policier.');
  await expectAccessible(camille.window, 'hand over');
  await picture(camille.window, 'hand-over-dialog');
  await dialog.getByRole('button', { name: handOver.relief }).click();
  await expect(dialog).toHaveCount(0);
  await expect(sacha.window.getByTitle(french.lists.queue.needsSupervisor).first()).toBeVisible();
  await picture(sacha.window, 'hand-over-needs-supervisor');
  expect(await sacha.takeNext()).toBe(one);
  await expect(sacha.journal.getByText(/Le citoyen menace le policier/)).toBeVisible();
  await sacha.takeNext();
  await sacha.window.getByRole('button', { name: handOver.open, exact: true }).click();
  await sacha.window.getByRole('dialog').getByRole('button', { name: handOver.shiftEnd }).click();
  await expect(sacha.window.getByLabel(french.shell.presence.label)).toHaveValue('break');
  await expect(sacha.window.getByText(french.lists.mine.empty)).toBeVisible();
  await expect(second.log.getByText(fr.chat.released)).toBeVisible();
});

test('Q5: the chord pressed in the dialog takes along what was typed there', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  await person.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const one = await camille.takeNext();
  await camille.window.getByRole('button', { name: handOver.open, exact: true }).click();
  await camille.window
    .getByRole('dialog')
    .getByRole('textbox', { name: handOver.note })
    .fill('Menace : prudence.');
  await camille.window.keyboard.press('Alt+Shift+KeyS');
  await expect(camille.window.getByText(/Relève faite/)).toBeVisible();
  await expect(camille.window.getByRole('dialog')).toHaveCount(0);
  await camille.show(one);
  await expect(camille.journal.getByText(/Menace : prudence/)).toBeVisible();
});
