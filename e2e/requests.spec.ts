import { french } from '../renderer/i18n/fr/index.ts';
import { requestsFr } from '../server/site/requests/words-fr.ts';
import { test as base, expect } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const ADDRESS = 'canari.9c21@exemple.fr';
const { malfunction, problems, received, rights } = requestsFr;

/** The same house with a mail server: real SMTP on the loopback. */
const test = base.extend({
  settings: async ({ mail }, use) => use(mail.settings),
});

test('without scripts: a right is asked for, corrected, received, answered by e-mail by a supervisor, and gone', async ({
  mail,
  relay,
  citizen,
  desk,
}) => {
  const { page } = await citizen({ javaScriptEnabled: false });
  const supervisor = await desk();
  const { window } = supervisor;
  await supervisor.signIn(ALIX);

  await test.step('the page says what is wrong beside the field, and keeps what was typed', async () => {
    await page.goto(`${relay.url}/droits?lang=fr`);
    await expect(page.getByRole('heading', { name: rights.heading })).toBeVisible();
    await picture(page, 'rights-form');
    await page.getByLabel(rights.text).fill('Je demande une copie de la conversation du 24 novembre à 9 h.');
    await page.getByLabel(rights.address).fill('canari.9c21@exemple');
    await page.getByRole('button', { name: rights.submit }).click();
    await expect(page.getByText(problems['no-right'])).toBeVisible();
    await expect(page.getByText(problems['wrong-address'])).toBeVisible();
    await expect(page.getByLabel(rights.text)).toHaveValue(/^Je demande une copie/);
    await expect(page.getByRole('radio', { name: rights.rights.access })).toBeFocused();
    await picture(page, 'rights-form-faults');
    await page.getByRole('radio', { name: rights.rights.access }).check();
    await page.getByLabel(rights.address).fill(ADDRESS);
    await page.getByLabel(rights.concerns).fill('c-4242');
    await page.getByRole('button', { name: rights.submit }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(received.rights);
    await picture(page, 'rights-received');
  });

  const reference = (await page.locator('.request-reference').textContent()) ?? '';
  expect(reference).toMatch(/^C-\d+$/);

  await test.step('the supervisor is told at once, and sees it in the list with its age and state', async () => {
    const { requests } = french;
    await expect(window.getByText(requests.arrived('rights', reference))).toBeVisible();
    const list = window.getByRole('region', { name: new RegExp(`^${requests.title}`) });
    await expect(list.getByText(reference, { exact: true })).toBeVisible();
    await expect(list.getByText(new RegExp(`^${requests.states.new} · Droit d’accès$`))).toBeVisible();
    await picture(window, 'requests-list');
    await window.getByRole('button', { name: requests.show }).click();
    await expect(
      supervisor.entry('Je demande une copie de la conversation du 24 novembre à 9 h.'),
    ).toBeVisible();
    await expect(supervisor.journal.getByText(requests.entry.rights('access', 'C-4242'))).toBeVisible();
    await expect(window.getByText(ADDRESS)).toHaveCount(0);
    await expectAccessible(window, 'a request');
  });

  await test.step('who is no supervisor does not see it', async () => {
    const officer = await desk();
    await officer.signIn(CAMILLE);
    await expect(officer.window.getByText(reference)).toHaveCount(0);
    await officer.close();
  });

  await test.step('it is taken, answered by e-mail, and closed; the board shows each state', async () => {
    const { requests, shell, board } = french;
    await window.getByRole('button', { name: french.composer.blocked.take(reference) }).click();
    const { composer } = french.deferred;
    await window.getByRole('textbox', { name: composer.label(reference) }).fill('Voici votre copie.');
    await window.getByText(shell.views.board, { exact: true }).click();
    const row = window
      .getByRole('row')
      .filter({ has: window.getByRole('button', { name: board.open_(reference) }) });
    await expect(row.getByText(requests.states['in-hand'])).toBeVisible();
    await expect(row.getByText(ALIX.alias)).toBeVisible();
    await picture(window, 'requests-board');
    await expectAccessible(window, 'the board with a request');
    await row.getByRole('button', { name: board.open_(reference) }).click();
    await window.getByRole('button', { name: composer.send(reference) }).click();
    await expect.poll(() => mail.received.length).toBe(1);
    expect(mail.received[0]?.to).toEqual([ADDRESS]);
    await expect(supervisor.journal.getByText(french.deferred.entry.destroyed)).toBeVisible();
    await window.getByText(shell.views.board, { exact: true }).click();
    await expect(row.getByText(requests.states.answered)).toBeVisible();
  });
  expect(relay.log).not.toContain(ADDRESS);
});

test('without scripts: a malfunction is reported without an address, at 320 px, and closed with its outcome', async ({
  relay,
  citizen,
  desk,
}) => {
  const supervisor = await desk();
  await supervisor.signIn(ALIX);
  const { window } = supervisor;
  const { page } = await citizen({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await page.goto(`${relay.url}/?lang=fr`);
  await page.getByRole('link', { name: malfunction.title }).click();
  await picture(page, 'malfunction-form');
  await page.getByLabel(malfunction.place).fill('Centre d’aide, compte 06 12 34 56 78');
  await page.getByLabel(malfunction.text).fill('Le bouton Rechercher ne répond pas.');
  await page.getByRole('button', { name: malfunction.submit }).click();
  await expect(page.getByText(received.unanswered)).toBeVisible();
  await expectNoSidewaysScroll(page, 'received');
  const reference = (await page.locator('.request-reference').textContent()) ?? '';

  await supervisor.show(reference);
  await window.getByRole('button', { name: french.composer.blocked.take(reference) }).click();
  await expect(window.getByText(french.requests.noAddress)).toBeVisible();
  await expect(window.getByText(/Centre d’aide, compte/).first()).toBeVisible();
  await expect(window.getByText('06 12 34 56 78')).toHaveCount(0);
  await expect(window.getByRole('textbox', { name: `Message à ${reference}` })).toHaveCount(0);
  await picture(window, 'request-without-address');
  await supervisor.closeConversation('answered');
  const list = window.getByRole('region', { name: new RegExp(`^${french.requests.title}`) });
  await expect(list).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the forms, filled in wrongly and sent, ${theme}: no violation at 320 px`, async ({
    relay,
    citizen,
  }) => {
    const { page } = await citizen({ viewport: { width: 320, height: 640 }, colorScheme: theme });
    for (const [path, submit] of [
      ['/droits', rights.submit],
      ['/signaler', malfunction.submit],
    ] as const) {
      await page.goto(`${relay.url}${path}?lang=fr`);
      await expectAccessible(page, path);
      await page.getByRole('button', { name: submit }).click();
      await expect(page.getByText(problems['no-text'])).toBeVisible();
      await expectAccessible(page, `${path}, with faults`);
      await expectNoSidewaysScroll(page, path);
      await page.getByLabel(rights.text).or(page.getByLabel(malfunction.text)).fill('Essai.');
      if (path === '/droits') {
        await page.getByRole('radio', { name: rights.rights.erasure }).check();
        await page.getByLabel(rights.address).fill(ADDRESS);
      }
      await page.getByRole('button', { name: submit }).click();
      await expect(page.locator('.request-reference')).toBeVisible();
      await expectAccessible(page, `${path}, received`);
    }
  });
}
