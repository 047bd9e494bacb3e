import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { expectFocusOn } from './support/focus.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { personal } = french;
/** A number for tests of payment: nobody's card. */
const CARD = '4970 1012 3456 7893';
const PHONE = '06 12 34 56 78';
const MASKED_CARD = personal.show(personal.masked.card);

test('V2: what a citizen typed is covered until an officer looks, off line too, and the journal says who did', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say(`Ma carte ${CARD} est volée, appelez le ${PHONE} ou le 17.`);
  const reference = await camille.takeNext();
  const mask = window.getByRole('button', { name: MASKED_CARD });
  await expect(mask).toBeVisible();
  await picture(window, 'masked');

  await test.step('nothing of it is in the document, and a copy holds the masks', async () => {
    expect(await window.content()).not.toContain('4970');
    const copied = await window.evaluate(() => {
      const bubble = document.querySelector('.message.citizen .bubble');
      if (bubble !== null) getSelection()?.selectAllChildren(bubble);
      return getSelection()?.toString() ?? '';
    });
    expect(copied).toContain(personal.masked.card);
    expect(copied).toContain(personal.masked.phone);
    expect(copied).toMatch(/ou le 17/);
    expect(copied).not.toMatch(/4970|06 12/);
  });

  await test.step('by keyboard alone it shows, the keyboard stays there, and the journal notes it', async () => {
    await mask.focus();
    await window.keyboard.press('Enter');
    await expect(camille.journal.getByText(CARD)).toBeVisible();
    await expectFocusOn(window.getByRole('button', { name: personal.hide(personal.names.card) }));
    await expect(camille.journal.getByText(/a affiché une donnée du citoyen/)).toHaveCount(1);
    await window.keyboard.press('Enter');
    await expect(camille.journal.getByText(CARD)).toHaveCount(0);
    await expectFocusOn(mask);
  });

  await test.step('off line it works too, and is noted when the relay is back', async () => {
    await relay.kill();
    await expect(camille.offline).toBeVisible();
    await window.getByRole('button', { name: personal.show(personal.masked.phone) }).click();
    await expect(camille.journal.getByText(PHONE)).toBeVisible();
    await expect(camille.journal.getByText(personal.revealing(personal.names.phone))).toBeVisible();
    await picture(window, 'revealed-offline');
    await relay.start();
    await expect(camille.journal.getByText(/a affiché une donnée du citoyen/)).toHaveCount(2, {
      timeout: 30_000,
    });
  });

  await test.step('search shows the place and not the number; a colleague starts from masks', async () => {
    await window.keyboard.press('Alt+f');
    await window.keyboard.type('carte volée');
    const found = window.getByRole('list', { name: french.search.finds }).getByRole('button');
    await expect(found).toContainText(`[${personal.masked.card}]`);
    expect(await found.textContent()).not.toMatch(/4970|06 12/);
    await window.keyboard.press('Escape');
    await expect(person.log).not.toContainText('affiché');

    const alix = await desk();
    await alix.signIn(ALIX);
    await alix.window.getByRole('button', { name: french.shell.views.board }).click();
    await alix.window.getByText(reference, { exact: true }).first().click();
    await expect(alix.window.getByRole('button', { name: MASKED_CARD })).toBeVisible();
  });
});

test('V3: data of another conversation leaves on a second word only, without a lost letter, and is noted', async ({
  relay,
  citizen,
  desk,
}) => {
  const { warning } = personal;
  const first = await citizen();
  const second = await citizen();
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await first.open(relay.url);
  await first.say(`Je suis au ${PHONE}.`);
  await camille.takeNext();
  await second.open(relay.url);
  await second.say('Qui puis-je appeler ?');
  const reference = await camille.takeNext();

  const text = 'Appelez le +33 6 12 34 56 78, il vous attend.';
  await camille.composer.fill(text);
  await window.keyboard.press('Enter');
  const alert = window.getByRole('alert').filter({ hasText: warning.title(reference) });
  await expect(alert).toBeVisible();
  await picture(window, 'carry-warning');
  await expect(camille.composer).toHaveValue(text);
  await window.keyboard.press('Enter');
  await expect(camille.composer).toHaveValue(text);
  // The large button and its hint say so too: what was asked is answered in the warning.
  const send = window.getByRole('button', { name: french.composer.send(reference), exact: true });
  await expect(send).toBeDisabled();
  await expect(window.getByText(warning.hint)).toBeVisible();
  await send.click({ force: true });
  await expect(camille.composer).toHaveValue(text);
  await window.getByRole('button', { name: warning.reread }).click();
  await expect(alert).toHaveCount(0);
  await expect(send).toBeEnabled();
  await expectFocusOn(camille.composer);
  await expect(second.log).not.toContainText('il vous attend');

  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: warning.sendAnyway(reference) }).click();
  await expect(second.message(text)).toBeVisible();
  await expect(camille.journal.getByText(/malgré l’avertissement/)).toHaveCount(1);
  await expect(camille.composer).toHaveValue('');
  await expect(second.log).not.toContainText('avertissement');
});
