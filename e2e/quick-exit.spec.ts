import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page, type WebSocketRoute } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { sandboxArguments } from '../scripts/desk.ts';
import { browserPath } from '../scripts/setup-tests.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { phraseFr } from '../server/page/i18n/phrase-fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { CitizenPage } from './support/citizen.ts';
import { filesHolding } from './support/files.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

const NEUTRAL = 'https://meteofrance.com/';
const PHRASE = 'Le chat noir, sur le toit';
const CANARY = 'Canari-quitter-58d2';

/** The neutral site, without the network. */
async function weather(page: Page): Promise<void> {
  await page.route(`${NEUTRAL}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Beau temps</title><p>Beau temps</p>' }),
  );
}

function exitLink(page: Page) {
  return page.getByRole('link', { name: new RegExp(`^${fr.exit.button}`) });
}

test('S3, S4: a phrase, a quick exit, and back from another device; the desk shows both', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen({ viewport: { width: 320, height: 640 }, hasTouch: true });
  const { page } = person;
  await weather(page);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('On me surveille.');
  const reference = await camille.takeNext();

  await test.step('the phrase is chosen in the chat, and a weak one is not taken', async () => {
    await page.locator('summary').tap();
    await page.getByRole('button', { name: fr.silence.phrase }).tap();
    const field = page.getByLabel(phraseFr.label);
    await field.fill('chat');
    await page.getByRole('button', { name: phraseFr.keep }).tap();
    await expect(page.getByText(phraseFr.tooShort)).toBeVisible();
    await expectAccessible(page, 'words to come back');
    await expectNoSidewaysScroll(page, 'words to come back');
    await picture(page, 'phrase-form');
    await field.fill(PHRASE);
    await page.getByRole('button', { name: phraseFr.keep }).tap();
    await expect(person.log.getByText(fr.silence.linePhrase(reference))).toBeVisible();
    await expect(camille.journal.getByText(french.silence.phrase)).toBeVisible();
  });

  await test.step('the exit leaves nothing to go back to, and the desk says so and writes no more', async () => {
    await exitLink(page).tap();
    await expect(page).toHaveURL(NEUTRAL);
    await expect(camille.window.getByText(french.silence.awaited)).toBeVisible();
    await expect(camille.composer).toHaveCount(0);
    await picture(camille.window, 'quick-exit-desk');
    await camille.window
      .getByRole('note')
      .getByRole('button', { name: french.context.actions.park, exact: true })
      .click();
    await page.goBack().catch(() => null);
    await expect(page.getByText('On me surveille.')).toHaveCount(0);
  });

  const elsewhere = await citizen({ viewport: { width: 390, height: 844 } });
  await test.step('another phrase opens nothing and says nothing', async () => {
    await elsewhere.page.goto(`${relay.url}/?lang=fr`);
    await elsewhere.page.getByRole('button', { name: fr.silence.comeBack }).click();
    await elsewhere.page.getByLabel(phraseFr.back.reference).fill(reference.toLowerCase());
    await elsewhere.page.getByLabel(phraseFr.back.label).fill('le chien noir sur le toit');
    await elsewhere.page.getByRole('button', { name: phraseFr.back.submit, exact: true }).click();
    await expect(elsewhere.page.getByText(phraseFr.back.refused)).toBeVisible();
    await expectAccessible(elsewhere.page, 'coming back');
    await picture(elsewhere.page, 'return-form');
  });

  await test.step('the right one gives the conversation back with its history', async () => {
    await elsewhere.page.getByLabel(phraseFr.back.label).fill('le chat noir sur le toit');
    await elsewhere.page.getByRole('button', { name: phraseFr.back.submit, exact: true }).click();
    await expect(elsewhere.message('On me surveille.')).toBeVisible();
    await expect(camille.journal.getByText(french.silence.returned)).toBeVisible();
    // The note that was the only thing left to write stays one until the officer says otherwise.
    await expect(camille.noteField).toBeVisible();
    await camille.writes('message');
    await camille.say('Vous pouvez parler ?');
    await expect(elsewhere.message('Vous pouvez parler ?')).toBeVisible();
    await expectAccessible(elsewhere.page, 'back in the conversation');
  });

  expect(relay.log).not.toContain('chat noir');
  expect(filesHolding(relay.dataDirectory, 'chatnoir')).toEqual([]);
});

test('S6: with the socket cut a quick exit is told all the same, and whoever opens the page next finds nothing', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const { page } = person;
  await weather(page);
  let blocked = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/ws\/citizen$/, (socket) => {
    if (blocked) void socket.close({ code: 1001 });
    else {
      socket.connectToServer();
      open.add(socket);
    }
  });
  // Neither does a line over HTTP take the socket's place: nothing is left but the one request.
  await page.route('**/api/line**', (route) => route.abort());
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('On me surveille.');
  await camille.takeNext();

  blocked = true;
  await Promise.all([...open].map((socket) => socket.close({ code: 1001 })));
  await expect(page.getByText(fr.light.lost)).toBeVisible();
  await exitLink(page).tap();
  await expect(page).toHaveURL(NEUTRAL);
  await expect(camille.window.getByText(french.composer.blocked['quick-exit'])).toBeVisible();
  await expect(camille.composer).toHaveCount(0);

  blocked = false;
  await page.goto(`${relay.url}/?lang=fr`);
  await expect(page.getByRole('button', { name: fr.silence.comeBack })).toBeVisible();
  await expect(page.getByText('On me surveille.')).toHaveCount(0);
  await expect(person.log).toHaveCount(0);
  expect(await page.context().cookies(relay.url)).toEqual([]);
});

test('after a quick exit nothing of it is in the browser’s profile', async ({ relay }) => {
  const profile = mkdtempSync(join(tmpdir(), 'permanence-profile-'));
  const executablePath = browserPath();
  const open = () =>
    chromium.launchPersistentContext(profile, {
      ...(executablePath === null ? {} : { executablePath }),
      args: [...sandboxArguments(), '--disable-gpu', '--no-first-run'],
      locale: 'fr-FR',
    });
  try {
    const context = await open();
    const person = new CitizenPage(await context.newPage());
    await weather(person.page);
    await person.open(relay.url);
    await person.say(`${CANARY} message`);
    await person.composer.fill(`${CANARY} brouillon`);
    await person.page.keyboard.press('Shift');
    await person.page.keyboard.press('Shift');
    await person.page.keyboard.press('Shift');
    await expect(person.page).toHaveURL(NEUTRAL);
    await context.close();
    expect(filesHolding(profile, CANARY)).toEqual([]);
    expect(filesHolding(profile, 'C-1001')).toEqual([]);
    // The profile was really written: the search would find what is there.
    expect(
      filesHolding(profile, 'meteofrance').length + filesHolding(profile, '127.0.0.1').length,
    ).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

test('the help pages: the exit and three Shifts replace the page, and the plain link works without a script', async ({
  relay,
  citizen,
}) => {
  for (const way of ['link', 'shift'] as const) {
    const person = await citizen();
    const { page } = person;
    await weather(page);
    await page.goto(`${relay.url}/aide?lang=fr`);
    await page.goto(`${relay.url}/aide/violences-conjugales?lang=fr`);
    if (way === 'link') await exitLink(page).tap();
    else for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await expect(page).toHaveURL(NEUTRAL);
    await page.goBack();
    await expect(page).not.toHaveURL(/violences/);
  }
  const plain = await citizen({ javaScriptEnabled: false });
  await weather(plain.page);
  await plain.page.goto(`${relay.url}/aide?lang=fr`);
  await exitLink(plain.page).click();
  await expect(plain.page).toHaveURL(NEUTRAL);
});

test('S6: the exit of a help page leaves the conversation of this browser too, in its other tab and at the desk', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say(CANARY);
  await camille.takeNext();
  const help = await person.page.context().newPage();
  await weather(help);
  await help.goto(`${relay.url}/aide?lang=fr`);
  await exitLink(help).click();
  await expect(help).toHaveURL(NEUTRAL);
  await expect(camille.journal.getByText(french.conversation.system.left['quick-exit'])).toBeVisible();
  await expect(person.page.getByText(CANARY)).toHaveCount(0);
  expect(await person.page.context().cookies(relay.url)).toEqual([]);
});
