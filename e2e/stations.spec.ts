import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { french } from '../renderer/i18n/fr/index.ts';
import { ar } from '../server/page/i18n/ar.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { CAMILLE } from './support/relay.ts';

const HEADER = 'id,name,address,postcode,town,phone,wheelchair,note,hours,hours-en,updated';

/** The operator's file: two towns that sound alike, and one with everything a spreadsheet quotes. */
function csv(...rows: readonly string[]): string {
  return [HEADER, ...rows].join('\r\n');
}
const SAINT =
  'saint,Commissariat de Saint-Modèle,"4, rue du Port",03990,Saint-Modèle,03 53 01 30 99,yes,Sonnez à la grille.';
const CEPOY = 'cepoy,Brigade de Cepoy-Fictif,"1, place ""Neuve""",05990,Cepoy-Fictif,17,,';
const HOURS = 'De 8 h à 20 h,8 am to 8 pm,2026-11-01';

test('K2: what the operator imports is found by # and sent as an address, keyboard only', async ({
  relay,
  citizen,
  desk,
}, testInfo) => {
  const file = join(relay.dataDirectory, 'stations.csv');
  const person = await citizen({ viewport: { width: 320, height: 640 } });
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('Je veux porter plainte, où aller ?');
  await camille.takeNext();

  await test.step('what is imported beside the running relay reaches the desk that is open', async () => {
    writeFileSync(file, csv(`${SAINT},${HOURS}`, `${CEPOY},${HOURS}`));
    await relay.admin('stations', 'import', file);
    await camille.composer.fill('#');
    await expect(camille.window.getByText(french.composer.station.ask(2))).toBeVisible({ timeout: 15_000 });
    await expectAccessible(camille.window, 'picker without a query');
  });

  await test.step('by town without its accent and with a slip, by the beginning of a postcode, by name', async () => {
    for (const query of ['st modle', '0399', 'commisariat saint', 'à saint-modèle', 'saintmodele']) {
      await camille.composer.fill(`#${query}`);
      await expect(camille.options).toHaveText([/Commissariat de Saint-Modèle/]);
    }
    await camille.composer.fill('#nulle part');
    await expect(camille.window.getByText(french.composer.picker.none)).toBeVisible();
    await camille.composer.fill('#modele');
    await expect(camille.options).toHaveCount(1);
    await expect(camille.window.getByText('4, rue du Port')).toBeVisible();
    await expectAccessible(camille.window, 'picker with a preview');
    await testInfo.attach('picker', { body: await camille.window.screenshot(), contentType: 'image/png' });
  });

  await test.step('Enter takes it, Enter sends it', async () => {
    await camille.composer.press('Enter');
    await expect(camille.composer).toHaveValue('');
    await camille.composer.press('Enter');
    await expect(camille.journal.getByText('Commissariat de Saint-Modèle')).toBeVisible();
    await expect(camille.journal.getByText(french.conversation.state.sending)).toHaveCount(0);
    await expectAccessible(camille.window, 'card in the journal');
  });

  await test.step('the citizen reads where and when, and can call', async () => {
    await expect(person.log.getByText(fr.station.title)).toBeVisible();
    await expect(person.log.locator('address')).toContainText('4, rue du Port03990 Saint-Modèle');
    await expect(person.log.getByText('De 8 h à 20 h')).toBeVisible();
    const call = person.log.getByRole('link', { name: fr.redirection.call('03 53 01 30 99') });
    await expect(call).toHaveAttribute('href', 'tel:0353013099');
    await expectAccessible(person.page, 'the card');
    await expectNoSidewaysScroll(person.page, 'the card');
    await expect(person.log.getByText(fr.station.wheelchair)).toBeVisible();
    await expect(person.log.getByText('Sonnez à la grille.')).toBeVisible();
    for (const width of [320, 390]) {
      await person.page.setViewportSize({ width, height: 844 });
      const picture = { body: await person.page.screenshot(), contentType: 'image/png' };
      await testInfo.attach(`card ${width}`, picture);
    }
    await person.page.goto(`${relay.url}/?lang=ar`);
    await expect(person.log.getByText(ar.station.title)).toBeVisible();
    await expectAccessible(person.page, 'the card in Arabic');
    await testInfo.attach('card ar', { body: await person.page.screenshot(), contentType: 'image/png' });
    await person.page.goto(`${relay.url}/?lang=fr`);
  });

  await test.step('a changed directory changes no journal', async () => {
    writeFileSync(file, csv(`${SAINT.replace('4, rue', '99, rue')},${HOURS}`, `${CEPOY},${HOURS}`));
    await relay.admin('stations', 'import', file);
    await expect
      .poll(
        async () => {
          // Another query each time: the same one is asked once.
          await camille.composer.fill('#');
          await camille.composer.fill('#modele');
          await expect(camille.options).toHaveCount(1);
          return camille.window.getByText('99, rue du Port').count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    await camille.composer.fill('');
    await person.page.reload();
    await expect(person.log.getByText('4, rue du Port', { exact: true })).toBeVisible();
  });

  await test.step('off line the directory is still there, and the address leaves when the relay is back', async () => {
    await relay.kill();
    await expect(camille.offline).toBeVisible();
    await camille.composer.fill('Ou bien ici : #cepoy');
    await expect(camille.options).toHaveText([/Brigade de Cepoy-Fictif/]);
    await camille.composer.press('Enter');
    await camille.composer.press('Enter');
    await expect(camille.journal.getByText('Brigade de Cepoy-Fictif')).toBeVisible();
    await relay.start();
    await expect(person.log.getByText('Brigade de Cepoy-Fictif')).toBeVisible({ timeout: 30_000 });
    await expect(person.message('Ou bien ici :')).toHaveCount(1);
    await expect(camille.journal.getByText(french.conversation.state.sending)).toHaveCount(0);
  });
});
