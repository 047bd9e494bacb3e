import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

test('M1: emergency wording shows the card at once and goes to the head of the queue, flagged', async ({
  relay,
  citizen,
  desk,
}) => {
  const [calm, urgent] = [await citizen(), await citizen()];
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await calm.open(relay.url);
  await calm.say('Bonjour, une question sur une procuration.');
  await urgent.open(relay.url);
  await urgent.say('Au secours, quelqu’un force ma porte');
  await expect(urgent.emergencyCard).toBeVisible();
  await expect(calm.emergencyCard).toHaveCount(0);

  await expect(camille.window.getByRole('region', { name: french.shell.emergency.region })).toBeVisible();
  await camille.takeNext();
  await expect(camille.entry('Au secours, quelqu’un force ma porte')).toBeVisible();
  await expect(
    camille.window.getByRole('button', { name: french.conversation.emergency.acknowledge }),
  ).toBeVisible();
  // One button stands out, the one whose turn it is, and there is no second way around saying what was done.
  const standsOut = camille.window.locator('.button.emergency');
  await expect(standsOut).toHaveText(french.conversation.emergency.insert);
  await expect(camille.window.getByRole('button', { name: /(?:pris|prendre) en compte/i })).toHaveCount(1);
  // What the operator configured, and what was done with it, kept in the journal and never shown to the citizen.
  await expect(camille.window.getByText(/Danger immédiat/)).toBeVisible();
  await camille.window
    .getByRole('combobox', { name: french.conversation.emergency.doneTitle })
    .selectOption('passed-to-17');
  await expect(standsOut).toHaveText(french.conversation.emergency.acknowledge);
  await expectAccessible(camille.window, 'a flagged emergency');
  await picture(camille.window, 'emergency-panel');
  await camille.window.getByRole('button', { name: french.conversation.emergency.acknowledge }).click();
  await expect(camille.journal.getByText(/Urgence prise en compte par .* transmise au 17/)).toBeVisible();
  await expect(urgent.log.getByText('transmise au 17')).toHaveCount(0);
});

test('the card needs no connection: it appears while the relay is gone', async ({ relay, citizen }) => {
  const person = await citizen();
  await person.open(relay.url);
  await relay.kill();
  await person.write('Il a un couteau');
  await expect(person.emergencyCard).toBeVisible();
});

test('M1: the card is there in under 300 ms, on line and waiting, off line, and with the relay down', async ({
  relay,
  citizen,
}) => {
  const [waiting, offline, alone] = [await citizen(), await citizen(), await citizen()];
  for (const person of [waiting, offline, alone]) {
    await person.open(relay.url);
    await person.say('Bonjour, une question sur une procuration.');
    await expect(person.emergencyCard).toHaveCount(0);
  }
  expect(await waiting.timeToCard('Quelqu’un force ma porte')).toBeLessThan(300);
  await offline.page.context().setOffline(true);
  expect(await offline.timeToCard('Il a un couteau')).toBeLessThan(300);
  await relay.kill();
  expect(await alone.timeToCard('ya le feu dan mon imeuble')).toBeLessThan(300);
});

test('what a message is about brings its help line, first on the list and without an alarm', async ({
  relay,
  citizen,
}) => {
  const person = await citizen();
  await person.open(relay.url);
  for (const [text, number] of [
    ['Mon fils est harcelé au collège', 'tel:3018'],
    ['Mon père me frappait quand j’étais petite', 'tel:119'],
    ['Mon mari m’a frappée il y a deux ans', 'tel:3919'],
    ['Ma fille a fugué le mois dernier', 'tel:116000'],
    ['J’ai des idées noires depuis des mois', 'tel:3114'],
  ] as const) {
    await person.say(text);
    await expect(person.helpLines.getByRole('link').first()).toHaveAttribute('href', number);
  }
  await expect(person.helpLines.getByRole('link')).toHaveCount(2);
  await expect(person.emergencyCard).toHaveCount(0);
  await expectAccessible(person.page, 'the help lines');
  await expectNoSidewaysScroll(person.page, 'the help lines');
  await person.helpLines.getByRole('button', { name: fr.helpLines.hide }).click();
  await expect(person.helpLines).toHaveCount(0);
  await expect(person.composer).toBeFocused();
});

test('without JavaScript the page still gives 17, 112 and 114', async ({ relay, citizen }) => {
  const person = await citizen({ javaScriptEnabled: false });
  await person.page.goto(relay.url);
  for (const address of ['tel:17', 'tel:112', 'sms:114']) {
    await expect(person.page.locator(`a[href="${address}"]`).first()).toBeVisible();
  }
  await expect(person.page.getByText(/Le tchat a besoin de JavaScript/)).toBeVisible();
});

test('M1: of two emergencies at once neither is overlooked, whatever else the bar holds', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.resize(1366, 768);
  const people = [await openCitizen(relay.url, 'fr', 'Violences'), await openCitizen(relay.url, 'fr', null)];
  await Promise.all(people.map((person) => person.say('Au secours, quelqu’un force ma porte')));
  const strip = camille.window.getByRole('region', { name: french.shell.emergency.region });
  const others = strip.getByText(french.shell.emergency.others(1));
  await expect(others).toBeVisible();
  const cut = await others.evaluate((element) => {
    const { right } = element.getBoundingClientRect();
    return right - (element.parentElement?.getBoundingClientRect().right ?? 0);
  });
  expect(cut).toBeLessThanOrEqual(0);
  await picture(camille.window, 'two-emergencies');
});

test('an acknowledged emergency looks like none that still waits for somebody, in the list and on the board', async ({
  relay,
  desk,
}) => {
  const { conversation, lists, shell } = french;
  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  await (await openCitizen(relay.url, 'fr', 'Violences')).say('Au secours, quelqu’un force ma porte');
  await alix.takeNext();
  const board = window.getByLabel(french.board.region, { exact: true });
  const held = window.getByRole('list', { name: lists.mine.title });
  // What stands out, and the icons of its mark: not by colour alone.
  const expectMarked = async (place: typeof board, kind: keyof typeof lists.emergency) => {
    await expect(place.locator('.urgent').filter({ hasText: /C-\d/ })).toHaveCount(
      kind === 'flagged' ? 1 : 0,
    );
    const mark = place.getByTitle(lists.emergency[kind], { exact: true });
    await expect(mark.locator('svg')).toHaveCount(kind === 'flagged' ? 1 : 2);
  };
  await expectMarked(held, 'flagged');
  await window.getByText(shell.views.board, { exact: true }).click();
  await expectMarked(board, 'flagged');
  await picture(window, 'board-emergency');
  await window.getByText(shell.views.desk, { exact: true }).click();
  await window.getByRole('button', { name: conversation.emergency.acknowledge }).click();
  await expectMarked(held, 'acknowledged');
  await window.getByText(shell.views.board, { exact: true }).click();
  await expectMarked(board, 'acknowledged');
});
