import { french } from '../renderer/i18n/fr/index.ts';
import { type Citizen, openCitizen } from '../scripts/demo/citizen.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { abuse, blocks } = french.personal;
const startOrWait = new RegExp(`^(${fr.home.start}|${fr.home.wait})$`);

test('V5, V6: warned in one act, closed with a reason, kept out for a time, told so honestly, and lifted', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  await person.open(relay.url);
  await person.say('Vous ne servez à rien !');
  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  const reference = await alix.takeNext();

  await test.step('the prepared warning reaches the citizen, and the journal knows it', async () => {
    await alix.looked();
    await window.getByRole('button', { name: abuse.warn, exact: true }).click();
    await expect(person.log.getByText(/Les envois abusifs, répétés ou systématiques/)).toBeVisible();
    await expect(alix.journal.getByText(/Avertissement pour usage abusif/)).toBeVisible();
    await picture(window, 'warned');
  });

  await test.step('abusive asks for a kind and a word, and may close the chat', async () => {
    const { close } = french.dialogs;
    await window.getByRole('button', { name: french.context.actions.close }).click();
    const dialog = window.getByRole('dialog', { name: close.title(reference) });
    await dialog.getByRole('radio', { name: french.dispositions.abusive.name }).press('Space');
    await dialog.getByRole('textbox', { name: close.subject }).fill('Injures');
    await dialog.getByRole('button', { name: close.submit(reference) }).click();
    await expect(dialog.getByText(close.reasonFirst)).toBeVisible();
    await dialog.getByRole('combobox', { name: abuse.reason }).selectOption({ label: abuse.reasons.insults });
    await dialog
      .getByRole('combobox', { name: abuse.block })
      .selectOption({ label: `${abuse.targets.session}, ${abuse.spans[24]}` });
    await dialog
      .getByRole('textbox', { name: close.commentRequired })
      .fill('Injures répétées après avertissement');
    await picture(window, 'close-abusive');
    await dialog.getByRole('button', { name: close.submit(reference) }).click();
    await expect(dialog).toHaveCount(0);
    await expect(window.getByText(new RegExp(`a fermé le tchat ${abuse.targets.session}`))).toBeVisible();
  });

  await test.step('the page says until when, and what stays open', async () => {
    await person.page.reload();
    await person.page.getByRole('button', { name: startOrWait }).click();
    await person.page.getByRole('button', { name: fr.terms.accept }).click();
    await expect(person.page.getByRole('heading', { name: fr.blocked.title })).toBeVisible();
    await expect(person.page.getByText(/avant le \d+/)).toBeVisible();
    await expect(person.page.getByText(fr.blocked.emergency)).toBeVisible();
    await expect(person.page.getByRole('link', { name: fr.blocked.help })).toBeVisible();
    await picture(person.page, 'blocked-390');
    await person.page.setViewportSize({ width: 320, height: 640 });
    await picture(person.page, 'blocked-320');
    const other = await citizen();
    await other.open(relay.url);
    await other.say('Bonjour, je suis quelqu’un d’autre.');
  });

  await test.step('an officer does not lift it, a supervisor does', async () => {
    const camille = await desk();
    await camille.signIn(CAMILLE);
    await expect(camille.window.getByRole('button', { name: blocks.see })).toHaveCount(0);
    await camille.window.keyboard.press('Control+KeyK');
    await camille.window.getByRole('searchbox', { name: french.palette.line }).fill(blocks.title);
    await expect(camille.window.getByText(french.palette.nothing)).toBeVisible();

    await window.getByRole('button', { name: blocks.see }).click();
    const dialog = window.getByRole('dialog', { name: blocks.title });
    const line = dialog.getByRole('listitem').filter({ hasText: reference });
    await expect(line).toContainText(`${ALIX.rank} ${ALIX.alias}`);
    await expect(line).toContainText(abuse.reasons.insults);
    await expect(line.getByText(blocks.targets.session)).toBeVisible();
    await line.getByRole('button', { name: blocks.liftNamed(reference) }).click();
    await expect(line.getByText(blocks.reasonFirst)).toBeVisible();
    await picture(window, 'blocks');
    await expectAccessible(window, 'the blocks in force');
    await line.getByRole('combobox').selectOption({ label: blocks.reasons.settled });
    await line.getByRole('button', { name: blocks.liftNamed(reference) }).click();
    await expect(dialog.getByText(blocks.none)).toBeVisible();
    await picture(window, 'blocks-none');
    await window.keyboard.press('Escape');
    await expect(alix.journal.getByText(/Blocage levé.*situation réglée/)).toBeVisible();
    await expect(window.getByRole('button', { name: blocks.see })).toHaveCount(0);
    await person.open(relay.url);
  });
});

test('a press that began on one citizen warns no other', async ({ relay, desk }) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const people = new Map<string, Citizen>();
  for (const subject of ['Vol', 'Bruit']) {
    const person = await openCitizen(relay.url, 'fr', subject);
    await person.say('Bonjour');
    people.set(await camille.takeNext(), person);
  }
  const aimed = await camille.current();
  const { keyboard, mouse } = camille.window;
  await camille.window.getByRole('button', { name: abuse.warn, exact: true }).hover();
  await mouse.down();
  await keyboard.press('Alt+ArrowDown');
  await expect.poll(() => camille.shown()).not.toBe(aimed);
  const other = await camille.current();
  await camille.looked();
  await mouse.up();
  // Answers come in order: a warning would stand before this.
  await camille.say('Je vous écoute.');
  expect((await people.get(other)?.answer())?.body).toMatchObject({
    kind: 'message',
    text: 'Je vous écoute.',
  });
  await expect(camille.journal.getByText(/Avertissement pour usage abusif/)).toHaveCount(0);
  for (const person of people.values()) await person.leave();
});
