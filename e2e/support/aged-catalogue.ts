import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CannedResponse } from '../../protocol/canned.ts';
import type { Platform } from '../../protocol/platform.ts';
import { SHIPPED_CONTENT } from '../../server/content/index.ts';
import { RottenSite } from '../../server/links/rot.testkit.ts';

/** What is out of date in an aged catalogue, by what a person reads. */
export const AGED = {
  /** Its site is gone; the next one is its fallback. */
  platform: 'THESEE – Plainte pour arnaque sur internet',
  fallback: 'Info Escroqueries',
  /** Its last day is over. */
  response: 'Accueil simple',
} as const;

/** Platforms with a link in it, and where that leads. The others have none: a test asks no site of the world. */
const PATHS: Readonly<Record<string, string>> = {
  thesee: '/gone',
  'appel-17': '/gone',
  'service-public': '/ok',
};

function read<Item>(file: string): Item[] {
  return JSON.parse(readFileSync(join(SHIPPED_CONTENT, file), 'utf8')) as Item[];
}

/**
 * The responses as shipped, one of them over. The others hold whatever the day is: pictures of them must look the same in a
 * year.
 */
function dated(over: (response: CannedResponse) => boolean): CannedResponse[] {
  return read<CannedResponse>('responses.json').map((response) => ({
    ...response,
    validUntil: over(response) ? '2026-03-31' : '2099-12-31',
  }));
}

/** No walk meets it. */
const OVER = 'cloture-silence';

/** The catalogue as shipped, grown old: links that lead nowhere any more, and a response that is over. */
function write(directory: string, site: RottenSite): void {
  cpSync(join(SHIPPED_CONTENT, 'tags.json'), join(directory, 'tags.json'));
  const platforms = read<Platform>('platforms.json').map((platform) => {
    const path = PATHS[platform.id];
    return { ...platform, url: path === undefined ? null : site.url(path) };
  });
  const responses = dated(({ titleFr }) => titleFr === AGED.response);
  writeFileSync(join(directory, 'platforms.json'), JSON.stringify(platforms));
  writeFileSync(join(directory, 'responses.json'), JSON.stringify(responses));
  writeFileSync(join(directory, 'authority.pem'), site.certificate);
}

/** Gives `use` a relay's settings for an aged catalogue whose links it checks, and tidies up after it. */
export async function withAgedCatalogue(
  use: (settings: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  const site = await RottenSite.open();
  const directory = mkdtempSync(join(tmpdir(), 'permanence-catalogue-'));
  write(directory, site);
  await use({
    PERMANENCE_CONTENT_DIRECTORY: directory,
    PERMANENCE_LINK_CHECKS: 'true',
    PERMANENCE_LINK_CHECK_PRIVATE_ADDRESSES: 'true',
    NODE_EXTRA_CA_CERTS: join(directory, 'authority.pem'),
  });
  await site.close();
  rmSync(directory, { recursive: true });
}

/** Gives `use` a relay's settings for the catalogue as shipped, one of whose responses is over whatever the day is. */
export async function withDatedTexts(
  use: (settings: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'permanence-texts-'));
  for (const file of ['platforms.json', 'tags.json'])
    cpSync(join(SHIPPED_CONTENT, file), join(directory, file));
  const responses = dated(({ id }) => id === OVER);
  writeFileSync(join(directory, 'responses.json'), JSON.stringify(responses));
  await use({ PERMANENCE_CONTENT_DIRECTORY: directory });
  rmSync(directory, { recursive: true });
}
