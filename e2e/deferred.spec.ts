import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { test as base, expect } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { CitizenPage } from './support/citizen.ts';
import { CAMILLE } from './support/relay.ts';
import { comesBack, withReturns } from './support/returns.ts';

/** A new relay's first conversation. */
const REFERENCE = 'C-1001';
const ADDRESS = 'canari.41d9@exemple.fr';

/** The same house with a mail server: real SMTP on the loopback. */
const test = base.extend({
  settings: async ({ mail }, use) => use(mail.settings),
});

/** Fills the form in, looks at the address, and sends. */
async function leave(
  person: CitizenPage,
  question: string | null,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  const { deferred } = fr;
  const { page } = person;
  await expect(page.getByRole('heading', { name: deferred.title })).toBeVisible();
  if (question !== null) await page.getByLabel(deferred.questionLabel).fill(question);
  await page.getByLabel(deferred.addressLabel).fill('canari.41d9@exemple');
  await page.getByRole('button', { name: deferred.review }).click();
  await expect(page.getByText(deferred.addressWrong)).toBeVisible();
  await expect(page.getByLabel(deferred.addressLabel)).toBeFocused();
  await look('the form, with a fault');
  await page.getByLabel(deferred.addressLabel).fill(ADDRESS);
  await page.getByRole('button', { name: deferred.review }).click();
  await expect(page.getByText(ADDRESS, { exact: true })).toBeVisible();
  await look('the address, to be checked');
  await page.getByRole('button', { name: deferred.confirm }).click();
  await expect(page.getByRole('heading', { name: deferred.done.title })).toBeVisible();
  await look('left');
}

test('with nobody on duty: a question, an address, an officer the next day, a letter, and no address left', async ({
  mail,
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const { page } = person;
  const look = (screen: string) => expectAccessible(page, screen);

  await test.step('the page offers an answer by e-mail first, and takes it', async () => {
    await page.goto(`${relay.url}/?lang=fr`);
    await look('home, nobody on duty');
    await page.getByRole('button', { name: fr.deferred.home.leave }).click();
    await page.getByRole('button', { name: fr.terms.accept }).click();
    await leave(person, 'Où déclarer la perte de ma carte ?', look);
    await page.getByRole('button', { name: fr.deferred.done.finish }).click();
    await expect(page.getByText('Où déclarer la perte')).toHaveCount(0);
  });

  const camille = await desk();
  const { window } = camille;
  await test.step('the desk lists it as a task, apart from the queue', async () => {
    await camille.signIn(CAMILLE);
    const tasks = window.getByRole('region', { name: new RegExp(`^${french.deferred.title}`) });
    await expect(tasks.getByText(REFERENCE, { exact: true })).toBeVisible();
    await tasks.getByRole('button', { name: french.lists.queue.takeNamed(REFERENCE) }).click();
    await expect(camille.entry('Où déclarer la perte de ma carte ?')).toBeVisible();
    await expect(window.getByText(ADDRESS)).toHaveCount(0);
  });

  await test.step('the answer goes out as an e-mail, once', async () => {
    const { composer } = french.deferred;
    const text = window.getByRole('textbox', { name: composer.label(REFERENCE) });
    await text.fill('Bonjour,');
    await text.press('Enter');
    await text.press('Enter');
    await text.pressSequentially('Dans tout commissariat, avec une photo.');
    expect(mail.asked).toEqual([]);
    await expectAccessible(window, 'the e-mail composer');
    await window.getByRole('button', { name: composer.send(REFERENCE) }).click();
    await expect.poll(() => mail.received.length).toBe(1);
    const [received] = mail.received;
    expect(received?.to).toEqual([ADDRESS]);
    expect(received?.mail.subject).toBe(`Réponse à votre demande ${REFERENCE}`);
    expect(received?.mail.text).toContain('Bonjour,\n\nDans tout commissariat, avec une photo.');
    expect(received?.mail.text).toContain(`${CAMILLE.rank} ${CAMILLE.alias}`);
    await expect(camille.journal.getByText(french.deferred.entry.destroyed)).toBeVisible();
    await expect(camille.journal.getByText(french.deferred.states.accepted, { exact: true })).toBeVisible();
  });

  expect(relay.log).not.toContain(ADDRESS);
});

test('while waiting: a mailbox that does not exist comes back to the officer', async ({
  mail,
  relay,
  citizen,
  desk,
}) => {
  mail.refuseRecipient = { code: 550, text: '5.1.1 no such user' };
  const person = await citizen();
  await person.page.goto(`${relay.url}/?lang=fr`);
  await person.page.getByRole('button', { name: fr.deferred.home.waitInstead }).click();
  await person.page.getByRole('button', { name: fr.terms.accept }).click();
  await expect(person.log).toBeVisible();
  await person.say('Mon voisin fait du bruit.');
  await test.step('the form’s file cannot be had at first: a title, the way back, and it comes when it can', async () => {
    const { page } = person;
    const title = page.getByRole('heading', { name: fr.deferred.title });
    await page.route(/\/defer-form-/, (route) => route.abort());
    await page.getByRole('button', { name: fr.deferred.offer }).click();
    await expect(title).toBeVisible();
    await page.getByRole('button', { name: fr.deferred.back }).click();
    await expect(person.log).toBeVisible();
    await page.getByRole('button', { name: fr.deferred.offer }).click();
    await expect(title).toBeVisible();
    await page.unroute(/\/defer-form-/);
    await expect(page.getByText(fr.deferred.asked)).toBeVisible();
    await expect(title).toBeFocused();
  });
  await leave(person, null, async () => undefined);

  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.window.getByRole('button', { name: french.lists.queue.takeNamed(REFERENCE) }).click();
  const { composer, entry, states } = french.deferred;
  await camille.window.getByRole('textbox', { name: composer.label(REFERENCE) }).fill('Bonjour.');
  await camille.window.getByRole('button', { name: composer.send(REFERENCE) }).click();
  await expect(camille.journal.getByText(entry.outcome('bounced', 'mailbox'))).toBeVisible();
  await expect(camille.journal.getByText(states.bounced, { exact: true })).toBeVisible();
  await expect(camille.window.getByText(composer.deadAddress)).toBeVisible();
  await expect(camille.window.getByRole('button', { name: entry.reuse, exact: true })).toHaveCount(0);
  const answer = camille.window.getByRole('textbox', { name: composer.label(REFERENCE) });
  await answer.fill('Autre chose.');
  await camille.window.getByRole('button', { name: entry.reuseSame }).click();
  await expect(answer).toHaveValue('Autre chose.\nBonjour.');
});

withReturns(
  'an answer that the server took and could not deliver is a task again',
  async ({ mail, relay, citizen, desk }) => {
    const person = await citizen();
    await person.page.goto(`${relay.url}/?lang=fr`);
    await person.page.getByRole('button', { name: fr.deferred.home.leave }).click();
    await person.page.getByRole('button', { name: fr.terms.accept }).click();
    await leave(person, 'Où déclarer la perte de ma carte ?', async () => undefined);

    const camille = await desk();
    const { window, journal } = camille;
    const { composer, entry, states, blocked, title, why } = french.deferred;
    await camille.signIn(CAMILLE);
    const take = window.getByRole('button', { name: french.lists.queue.takeNamed(REFERENCE) });
    await take.click();
    await window.getByRole('textbox', { name: composer.label(REFERENCE) }).fill('Dans tout commissariat.');
    await window.getByRole('button', { name: composer.send(REFERENCE) }).click();
    await expect(journal.getByText(states.accepted, { exact: true })).toBeVisible();
    const tasks = window.getByRole('region', { name: new RegExp(`^${title}`) });
    await expect(tasks).toHaveCount(0);

    expect(await comesBack(relay, mail, ADDRESS)).toMatchObject({ code: 250 });

    await expect(tasks.getByText(REFERENCE, { exact: true })).toBeVisible();
    await expect(tasks.getByText(why('returned', 'mailbox'))).toBeVisible();
    await expect(journal.getByText(entry.outcome('returned', 'mailbox'))).toBeVisible();
    await expect(journal.getByText(states.returned, { exact: true })).toBeVisible();
    await expect(window.getByText(blocked.takeReturned)).toBeVisible();
    await tasks.getByRole('button', { name: french.lists.queue.takeNamed(REFERENCE) }).click();
    await expect(window.getByText(blocked.returned)).toBeVisible();
    await expectAccessible(window, 'an answer that came back');
    expect(relay.log).not.toContain(ADDRESS);
    expect(relay.log).not.toContain('user unknown');
  },
);
