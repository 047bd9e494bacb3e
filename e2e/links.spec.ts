import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '../protocol/platform.ts';
import { french } from '../renderer/i18n/fr/index.ts';
import { SHIPPED_CONTENT } from '../server/content/index.ts';
import { RottenSite } from '../server/links/rot.testkit.ts';
import { test as base, expect } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

const { picker } = french.composer;
const DEAD = 'THESEE – Plainte pour arnaque sur internet';

/** The catalogue as shipped, with three links to a site of this machine; where two lead there is nothing any more. */
function writeCatalogue(directory: string, site: RottenSite): void {
  for (const file of ['responses.json', 'tags.json'])
    cpSync(join(SHIPPED_CONTENT, file), join(directory, file));
  const platforms = JSON.parse(readFileSync(join(SHIPPED_CONTENT, 'platforms.json'), 'utf8')) as Platform[];
  const paths: Record<string, string> = { thesee: '/gone', 'appel-17': '/gone', 'service-public': '/ok' };
  const moved = platforms.map((platform) => {
    const path = paths[platform.id];
    return { ...platform, url: path === undefined ? null : site.url(path) };
  });
  writeFileSync(join(directory, 'platforms.json'), JSON.stringify(moved));
}

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures it needs.
  settings: async ({}, use) => {
    const site = await RottenSite.open();
    const directory = mkdtempSync(join(tmpdir(), 'permanence-catalogue-'));
    writeCatalogue(directory, site);
    writeFileSync(join(directory, 'authority.pem'), site.certificate);
    await use({
      PERMANENCE_CONTENT_DIRECTORY: directory,
      PERMANENCE_LINK_CHECKS: 'true',
      PERMANENCE_LINK_CHECK_PRIVATE_ADDRESSES: 'true',
      NODE_EXTRA_CA_CERTS: join(directory, 'authority.pem'),
    });
    await site.close();
    rmSync(directory, { recursive: true });
  },
});

test('a platform whose link is dead is marked, does not leave, and its fallback does', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('J’ai payé une location qui n’existe pas.');
  await camille.takeNext();

  const dead = camille.options.filter({ hasText: picker.linkMarks.dead }).first();
  await camille.composer.fill('@thesee');
  await expect(dead).toBeVisible({ timeout: 60_000 });
  await expect(dead).toBeDisabled();
  await expect(camille.window.getByText(picker.blocked)).toBeVisible();
  await expectAccessible(camille.window, 'the picker on a dead link');
  await picture(camille.window, 'picker-dead-link');

  await camille.composer.press('Enter');
  await expect(camille.composer).toHaveValue('');
  await expect(camille.window.getByText(french.notices.linkBlocked(DEAD, 'Info Escroqueries'))).toBeVisible();
  await picture(camille.window, 'dead-link-refused');
  await camille.window
    .getByRole('button', { name: french.composer.join('Info Escroqueries'), exact: true })
    .click();
  await camille.window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  await expect(person.log.getByText('Info Escroqueries').first()).toBeVisible();
  await expect(person.log.getByText('THESEE')).toHaveCount(0);

  // A number is not blocked because a page about it is gone: the card says it, without the link.
  await camille.composer.fill('@police secours');
  await expect(camille.window.getByText(picker.numberAlone)).toBeVisible();
  await camille.composer.press('Enter');
  await camille.window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  await expect(person.log.getByText(/Police secours/).first()).toBeVisible();
});
