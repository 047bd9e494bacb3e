import { SIGNS } from '../main/shell/words.ts';
import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { glance, listen, lookAway } from './support/outside.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

const { colleagues, dialogs, shell } = french;

test('task bar and tray say how many wait, and never a word of it', async ({ relay, citizen, desk }) => {
  const [person, other] = [await citizen(), await citizen()];
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const said = await listen(camille.running.app);
  await person.open(relay.url);
  await expect.poll(async () => (await said()).tips.at(-1)).toContain('1 en file');
  const { menus } = await said();
  await camille.takeNext();
  await expect
    .poll(async () => (await said()).tips.at(-1))
    .toBe(SIGNS.fr.state('available', { unread: 0, waiting: 0, emergencies: 0, cameBack: 0 }));
  // Another one on screen, and the officer in another program.
  await other.open(relay.url);
  await camille.takeNext();
  await lookAway(camille.running.app);
  await person.say('CANARI un secret');
  await expect.poll(async () => (await said()).badges.at(-1)).toBe(1);
  // Where a task bar has no place for a number, it shows the window's title.
  const title = () =>
    camille.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toBe(`(1) ${shell.product}`);
  await expect.poll(async () => (await said()).tips.at(-1)).toContain('1 conversation non lue');
  // Whoever writes on is announced once, until the officer has looked.
  const announced = async () => (await said()).notes.filter((note) => note.startsWith('Nouveau message'));
  await person.say('CANARI encore');
  await person.say('Il a un couteau, aidez-moi');
  await expect.poll(async () => (await said()).tips.at(-1)).toContain('1 urgence');
  expect(await announced()).toHaveLength(1);
  await glance(camille.running.app);
  await person.say('CANARI toujours');
  await expect.poll(announced).toHaveLength(2);
  const all = JSON.stringify(await said());
  expect(all).toContain('Urgence signalée');
  expect(all).not.toContain('CANARI');
  expect(all).not.toContain('couteau');
  // The system keeps much of a menu that was: counts alone make none.
  expect((await said()).menus).toBe(menus);
  await camille.window.getByLabel(shell.presence.label).selectOption('break');
  await expect.poll(async () => (await said()).tips.at(-1)).toContain(shell.presence.names.break);
  expect((await said()).menus).toBe(menus + 1);
});

test('volume and quiet are each officer’s own, at one workstation', async ({ relay, desk, workstation }) => {
  expect(relay.url).not.toBe('');
  const here = workstation();
  const one = await desk(here);
  const { window } = one;
  const settings = () => window.getByRole('button', { name: shell.settings, exact: true });
  const dialog = window.getByRole('dialog');
  const quiet = dialog.getByRole('checkbox', { name: new RegExp(`^${dialogs.settings.quiet}`) });
  await one.signIn(CAMILLE);
  await settings().click();
  await quiet.check();
  await window.getByRole('slider').fill('20');
  await picture(window, 'settings-quiet');
  await dialog.getByRole('button', { name: dialogs.settings.signOut, exact: true }).click();
  await one.signIn(SACHA);
  await settings().click();
  await quiet.uncheck();
  await window.getByRole('slider').fill('90');
  await dialog.getByRole('button', { name: dialogs.settings.signOut, exact: true }).click();
  await one.signIn(CAMILLE);
  await expect(window.getByRole('button', { name: shell.sound.quiet(20) })).toBeVisible();
});

test.describe('G5: where the relay hands conversations out', () => {
  test.use({
    settings: {
      PERMANENCE_DISTRIBUTION: 'automatic',
      PERMANENCE_OFFER_SECONDS: '2',
      PERMANENCE_MISSED_OFFERS: '2',
    },
  });

  test('an officer who opens nothing is away, is told so, and comes back with one button', async ({
    relay,
    citizen,
    desk,
  }) => {
    const [first, second] = [await citizen(), await citizen()];
    const camille = await desk();
    await camille.signIn(CAMILLE);
    await first.open(relay.url);
    await second.open(relay.url);
    const band = camille.window.getByText(colleagues.missed.sentence);
    await expect(band).toBeVisible({ timeout: 30_000 });
    await expect(camille.window.getByLabel(shell.presence.label)).toHaveValue('away');
    await expect(camille.window.getByText(french.lists.mine.empty)).toBeVisible();
    await picture(camille.window, 'missed-offers');
    await camille.window.getByRole('button', { name: colleagues.missed.back }).click();
    await expect(band).toHaveCount(0);
    await expect(camille.window.getByLabel(shell.presence.label)).toHaveValue('available');
  });
});
