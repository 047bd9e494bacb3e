import type { Locator, Page } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { OfficerDesk } from './support/officer.ts';
import { hear, listen, lookAway } from './support/outside.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE, type Relay, SACHA } from './support/relay.ts';
import { comesBack, withReturns as test } from './support/returns.ts';

const { colleagues, deferred, dialogs, lists, shell } = french;
const ADDRESS = 'canari.41d9@exemple.fr';
/** What the system shows: which conversation, and nothing of what was written or to whom. */
const NOTE = 'Une réponse par e-mail est revenue';
/** The ordinary sound. */
const TONES = 2;

const tasksOf = (window: Page): Locator =>
  window.getByRole('region', { name: new RegExp(`^${deferred.title}`) });
const noticesOf = (window: Page): Locator => window.getByRole('status', { name: shell.notices });
const news = (reference: string): string =>
  deferred.entry.news(reference, deferred.entry.outcome('returned', 'mailbox'));

/** A question left by a citizen and answered from this desk; the mail server took the answer. */
async function answered(relay: Relay, { window, journal }: OfficerDesk): Promise<string> {
  const citizen = await openCitizen(relay.url, 'fr', 'Perte de papiers');
  await citizen.say('Où déclarer la perte de ma carte d’identité ?');
  await citizen.defer(ADDRESS);
  const { reference } = citizen;
  await tasksOf(window)
    .getByRole('button', { name: lists.queue.takeNamed(reference) })
    .click();
  await window
    .getByRole('textbox', { name: deferred.composer.label(reference) })
    .fill('Dans tout commissariat.');
  await window.getByRole('button', { name: deferred.composer.send(reference) }).click();
  await expect(journal.getByText(deferred.states.accepted, { exact: true })).toBeVisible();
  return reference;
}

async function signOut({ window }: OfficerDesk): Promise<void> {
  await window.getByRole('button', { name: shell.settings, exact: true }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: dialogs.settings.signOut, exact: true }).click();
  await expect(window.getByText(french.signIn.notices['signed-out'])).toBeVisible();
}

test('W6: whoever wrote the answer hears once that it came back, sees why, and deals with it; colleagues are left alone', async ({
  relay,
  mail,
  desk,
}) => {
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  const { window } = camille;
  const reference = await answered(relay, camille);
  const [said, elsewhere] = [await listen(camille.running.app), await listen(sacha.running.app)];
  const [tones, theirs] = [await hear(window), await hear(sacha.window)];
  for (const each of [camille, sacha]) await lookAway(each.running.app);
  expect(await comesBack(relay, mail, ADDRESS)).toMatchObject({ code: 250 });

  await test.step('outside the window: one notification, one sound, a number', async () => {
    await expect.poll(async () => (await said()).notes).toEqual([`${NOTE} ${reference}`]);
    await expect.poll(tones).toBe(TONES);
    await expect.poll(async () => (await said()).badges.at(-1)).toBe(1);
    await expect.poll(async () => (await said()).tips.at(-1)).toContain('1 réponse revenue');
  });

  await test.step('in the window: said politely, and marked in its list with why', async () => {
    await expect(noticesOf(window)).toContainText(news(reference));
    await expect(noticesOf(window)).not.toContainText(shell.failed);
    const tasks = tasksOf(window);
    await expect(tasks.getByText(deferred.why('returned', 'mailbox'))).toBeVisible();
    await expect(tasks.getByText(deferred.yours, { exact: true })).toHaveCount(1);
    await expect(tasks.getByText(deferred.cameBackSpoken(1))).toHaveCount(1);
    await picture(window, 'came-back');
    await expectAccessible(window, 'an answer that came back');
  });

  await test.step('a colleague sees the task, and is not disturbed by it', async () => {
    await expect(tasksOf(sacha.window).getByText(deferred.why('returned', 'mailbox'))).toBeVisible();
    expect(await elsewhere()).toMatchObject({ notes: [] });
    expect(await theirs()).toBe(0);
    await expect(noticesOf(sacha.window)).not.toContainText(reference);
  });

  await test.step('the same report again says nothing new', async () => {
    expect(await comesBack(relay, mail, ADDRESS)).toMatchObject({ code: 250 });
    await noticesOf(window)
      .getByRole('button', { name: colleagues.notices.open(reference) })
      .click();
    await expect(noticesOf(window)).not.toContainText(reference);
    await tasksOf(window)
      .getByRole('button', { name: lists.queue.takeNamed(reference) })
      .click();
    await expect(window.getByText(deferred.blocked.returned)).toBeVisible();
    await camille.closeConversation('deferred');
    await expect(tasksOf(window)).toHaveCount(0);
    await expect.poll(async () => (await said()).badges.at(-1)).toBe(0);
    expect(await said()).toMatchObject({ notes: [`${NOTE} ${reference}`] });
    expect(await tones()).toBe(TONES);
  });

  expect(JSON.stringify([await said(), await elsewhere()])).not.toContain(ADDRESS);
});

test('W6: with its author gone the others hear of it; whoever comes later, author or not, sees it and hears nothing', async ({
  relay,
  mail,
  desk,
}) => {
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  const reference = await answered(relay, camille);
  await signOut(camille);
  const said = await listen(sacha.running.app);
  await lookAway(sacha.running.app);
  expect(await comesBack(relay, mail, ADDRESS)).toMatchObject({ code: 250 });
  await expect.poll(async () => (await said()).notes).toEqual([`${NOTE} ${reference}`]);
  await expect(noticesOf(sacha.window)).toContainText(news(reference));

  const alix = await desk();
  for (const [late, officer] of [
    [alix, ALIX],
    [camille, CAMILLE],
  ] as const) {
    const heard = await listen(late.running.app);
    await lookAway(late.running.app);
    const tones = await hear(late.window);
    await late.signIn(officer);
    const tasks = tasksOf(late.window);
    await expect(tasks.getByText(deferred.why('returned', 'mailbox'))).toBeVisible();
    await expect(tasks.getByText(deferred.cameBackSpoken(1))).toHaveCount(1);
    const mine = officer === CAMILLE;
    await expect(tasks.getByText(deferred.yours, { exact: true })).toHaveCount(mine ? 1 : 0);
    await expect
      .poll(async () => (await heard()).tips.at(-1))
      .toMatch(mine ? /1 réponse revenue/ : /Disponible/);
    expect(await heard()).toMatchObject({ notes: [] });
    expect(await tones()).toBe(0);
    await expect(noticesOf(late.window)).not.toContainText(reference);
  }
  // Somebody takes it: it is no news for the others any more.
  await tasksOf(camille.window)
    .getByRole('button', { name: lists.queue.takeNamed(reference) })
    .click();
  await expect(noticesOf(sacha.window)).not.toContainText(reference);
});
