import type { Locator, Page } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { board, colleagues, context, conversation, dialogs, editing, lists, personal, refusals, shell } =
  french;
const { connection, presence } = shell;

/** Says that it waits for the relay, keeps the focus when it is pressed, and tells why nothing happens. */
async function expectWaits(window: Page, button: Locator): Promise<void> {
  const name = await button.textContent();
  const told = window.getByRole('status').getByText(refusals.offline);
  await expect(button, name ?? '').toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(new RegExp(RegExp.escape(connection.waits)));
  await expect(told).toHaveCount(0);
  await button.press('Enter');
  await expect(told, name ?? '').toBeVisible();
  await expect(button).toBeFocused();
  await window.getByRole('button', { name: shell.dismiss }).click();
}

const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole('button', { name, exact: typeof name === 'string' }).first();

test('what is decided with the relay looks so without it, says why, and works when it is back', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const first = await openCitizen(relay.url, 'fr', 'Vol de vélo');
  await first.say('On m’a volé mon vélo.');
  const second = await openCitizen(relay.url, 'fr', 'Bruit');
  await second.say('Mes voisins font du bruit.');
  await camille.takeNext();
  const status = window.getByRole('region', { name: shell.status });
  await expect(status.getByText(presence.lost)).toHaveCount(0);

  await relay.kill();
  await expect(camille.offline).toBeVisible();

  await test.step('each act says that it waits', async () => {
    for (const name of [
      lists.queue.takeNext,
      lists.queue.takeNamed(second.reference),
      context.actions.close,
      context.actions.assign,
      context.actions.park,
      context.actions.release,
      personal.abuse.warn,
      context.emergency.flag,
      colleagues.consult.ask,
    ]) {
      await expectWaits(window, button(window, name));
    }
    await picture(window, 'offline-acts');
    await expectAccessible(window, 'the desk without its relay');
  });

  await test.step('the officer’s presence is no longer claimed, and can be chosen for later', async () => {
    const choice = status.getByRole('combobox', { name: new RegExp(presence.label) });
    await expect(status.getByText(presence.lost)).toBeVisible();
    await expect(status.locator('[data-presence]')).toHaveAttribute('data-presence', 'unknown');
    await choice.selectOption({ label: presence.names.break });
  });

  await test.step('a tag and a subject that cannot be saved stay in their fields', async () => {
    const tag = window.getByRole('combobox', { name: context.tags.add });
    await tag.fill('cadre gravé');
    await tag.press('Enter');
    await expect(window.getByText(refusals.offline)).toBeVisible();
    await expect(tag).toHaveValue('cadre gravé');
    const subject = window.getByRole('textbox', { name: context.subject.edit });
    await subject.fill('Vol de vélo électrique');
    await subject.press('Enter');
    await expect(subject).toHaveValue('Vol de vélo électrique');
  });

  await test.step('the keys for closing open nothing that could not be finished', async () => {
    await window.keyboard.press('Alt+c');
    await expect(window.getByText(refusals.offline)).toBeVisible();
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await window.keyboard.press('Control+k');
    const line = window.getByRole('menuitem', { name: new RegExp(french.shortcutNames.takeNext) });
    await expect(line).toContainText(connection.offline);
    await window.keyboard.press('Escape');
  });

  await relay.start();
  await expect(camille.online).toBeVisible({ timeout: 30_000 });
  await expect(window.getByText(refusals.offline)).toHaveCount(0);
  await expect(status.locator('[data-presence]')).toHaveAttribute('data-presence', 'break');
  const close = button(window, context.actions.close);
  await expect(close).not.toHaveAttribute('aria-disabled');
  await close.click();
  await expect(window.getByRole('dialog')).toBeVisible();
});

test('a connection lost while a dialog is open loses nothing that was written in it', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const { reference } = await camille.serve('Bruit', 'Mes voisins font du bruit.');
  await button(window, context.actions.close).click();
  const dialog = window.getByRole('dialog');
  const comment = dialog.getByRole('textbox', { name: dialogs.close.comment });
  await dialog.getByRole('radio', { name: french.dispositions.answered.name }).press('Space');
  await comment.fill('Renseigné sur la médiation.');

  await relay.kill();
  await expect(dialog.getByText(connection.dialog)).toBeVisible();
  await expectAccessible(window, 'closing without the relay');
  await picture(window, 'offline-closing');
  const submit = dialog.getByRole('button', { name: dialogs.close.submit(reference), exact: true });
  await submit.press('Enter');
  await expect(window.getByText(refusals.offline)).toBeVisible();
  await expect(comment).toHaveValue('Renseigné sur la médiation.');
  await expect(dialog.getByRole('radio', { name: french.dispositions.answered.name })).toBeChecked();

  await relay.start();
  await expect(camille.online).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText(connection.dialog)).toHaveCount(0);

  await test.step('lost between the officer’s word and its sending: it need not be said again', async () => {
    await submit.press('Enter');
    await expect(dialog).toHaveCount(0);
    await relay.kill();
    await expect(window.getByText(french.notices.acts.close)).toBeVisible({ timeout: 30_000 });
    await relay.start();
    await expect(camille.online).toBeVisible({ timeout: 30_000 });
    await button(window, context.actions.close).click();
    await expect(comment).toHaveValue('Renseigné sur la médiation.');
    await dialog.getByRole('button', { name: dialogs.close.submit(reference), exact: true }).click();
    await expect(window.getByText(french.notices.closed(reference))).toBeVisible({ timeout: 30_000 });
  });
});

test('a supervisor’s board and content say what waits for the relay too', async ({ relay, desk }) => {
  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  const [held, waiting] = [
    await openCitizen(relay.url, 'fr', 'Violences'),
    await openCitizen(relay.url, 'fr', 'Bruit'),
  ];
  await held.say('Au secours, quelqu’un force ma porte');
  await alix.takeNext();
  await waiting.say('Mes voisins font du bruit.');
  await expect(window.getByRole('button', { name: conversation.emergency.acknowledge })).toBeVisible();
  await relay.kill();
  await expect(alix.offline).toBeVisible();
  await expectWaits(window, button(window, conversation.emergency.acknowledge));
  await expectWaits(window, button(window, context.actions.export));

  await window.keyboard.press('Alt+b');
  const shown = window.getByLabel(board.region, { exact: true });
  await expectWaits(window, button(shown, board.take(waiting.reference)));
  await expectWaits(window, button(shown, board.assign(waiting.reference)));
  await expectWaits(window, button(shown, board.reassign(held.reference)));
  await expectWaits(window, button(shown, board.close(held.reference)));
  await expect(shown.getByText(presence.unknown)).toBeVisible();
  await picture(window, 'offline-board');
  await expectAccessible(window, 'the board without its relay');

  await test.step('groups', async () => {
    await window.getByRole('button', { name: colleagues.groups.manage }).click();
    const dialog = window.getByRole('dialog', { name: colleagues.groups.title });
    await expect(dialog.getByText(connection.dialog)).toBeVisible();
    const name = dialog.getByRole('textbox', { name: colleagues.groups.add });
    await name.fill('Circulation');
    await name.press('Enter');
    await expect(window.getByText(refusals.offline)).toBeVisible();
    await expect(name).toHaveValue('Circulation');
    await window.keyboard.press('Escape');
  });

  await test.step('content: the text stays', async () => {
    await window.getByRole('button', { name: shell.views.content, exact: true }).click();
    await button(window, editing.kinds.platform).click();
    await window.getByRole('listbox', { name: editing.kinds.platform }).getByRole('option').first().click();
    const purpose = window.getByLabel(editing.fields['purposeFr'] ?? '-', { exact: true });
    await purpose.fill('Un autre mot.');
    await expect(button(window, editing.save)).toHaveAttribute('aria-disabled', 'true');
    await window.keyboard.press('Control+s');
    await expect(window.getByText(french.notices.contentRefused(refusals.offline))).toBeVisible();
    await expect(purpose).toHaveValue('Un autre mot.');
  });
});
