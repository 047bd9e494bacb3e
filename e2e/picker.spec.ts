import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { CAMILLE } from './support/relay.ts';

test('the list of prepared texts fills its place beside a long preview, and keeps it from line to line', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.resize(1366, 768);
  await camille.signIn(CAMILLE);
  // Without texts in this language a preview begins with a warning, and is longer than the list was.
  const citizen = await openCitizen(relay.url, 'de', null);
  await citizen.say('Guten Abend, mein Pass wurde gestohlen.');
  await camille.takeNext();
  await camille.composer.fill('/perte');
  await expect(camille.options.first()).toBeVisible();
  const list = window.getByRole('listbox');
  const place = list.locator('..');
  const heights: number[] = [];
  for (let line = 0; line < 12; line += 1) {
    await expect(camille.options.nth(line)).toHaveAttribute('aria-selected', 'true');
    const [inner, outer] = [await list.boundingBox(), await place.boundingBox()];
    expect(inner?.height, `line ${line}`).toBe(outer?.height);
    heights.push(outer?.height ?? 0);
    await window.keyboard.press('ArrowDown');
  }
  expect(new Set(heights).size, heights.join(' ')).toBe(1);
});

test('a prepared text names the card that leaves with it, never one sent or attached before', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window, composer } = camille;
  await camille.signIn(CAMILLE);
  const citizen = await openCitizen(relay.url, 'fr', null);
  await citizen.say('J’ai payé une location qui n’existe pas.');
  await camille.takeNext();
  const choose = async (query: string) => {
    await composer.press('End');
    await composer.pressSequentially(query);
    await expect(camille.options.first()).toBeVisible();
    await composer.press('Enter');
    await expect(camille.options).toHaveCount(0);
  };
  const says = (name: string) => new RegExp(`^Le service adapté à votre demande est ${name}\\.`);

  await choose('/plateforme');
  await expect(composer).toHaveValue(says('celui de la fiche ci-dessous'));
  await choose(' @thesee');
  await expect(composer).toHaveValue(says('THESEE[^.]*'));
  await choose(' @pharos');
  await expect(composer).toHaveValue(says('PHAROS[^.]*'));
  await expect(composer).not.toHaveValue(/THESEE/);
  await window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  await expect(camille.journal.getByText(/^.*Le service adapté à votre demande est PHAROS/)).toBeVisible();

  // What was sent before is another service: this text waits for its own card.
  await choose('/plateforme');
  await expect(composer).toHaveValue(says('celui de la fiche ci-dessous'));
  await composer.fill('');
  await choose('/cloture-orientation');
  await expect(composer).toHaveValue(/^Vous avez maintenant le service adapté\s: PHAROS/);
});
