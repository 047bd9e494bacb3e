import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageWeight } from '../scripts/page-weight.ts';
import { ROOT } from '../scripts/paths.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { CAMILLE } from './support/relay.ts';

const PAGE = join(ROOT, 'out/page');

test('all the script that a whole conversation loads: what is weighed, and less than 50 KB', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const { page } = person;
  const loaded = new Set<string>();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin !== relay.url) elsewhere.push(request.url());
    if (request.resourceType() === 'font') elsewhere.push(request.url());
    if (pathname.endsWith('.js')) loaded.add(pathname.replace('/assets/', ''));
  });
  await person.open(relay.url);
  await person.say('Bonjour, on m’a volé mon vélo hier soir devant la gare');
  await expect(page.getByRole('region', { name: fr.queue.articles })).toBeVisible();

  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  await camille.say('Bonjour, où était-il ?');
  await expect(person.message('Bonjour, où était-il ?')).toBeVisible();
  await person.say('Il a un couteau, il veut me tuer');
  await expect(person.emergencyCard).toBeVisible();
  await page.getByRole('button', { name: fr.emergency.cardHide }).click();
  await page.getByRole('button', { name: fr.chat.endLabel }).click();
  await page.getByRole('button', { name: fr.end.yes }).click();
  await expect(page.getByRole('heading', { name: fr.ended.title })).toBeVisible();

  expect([...loaded].sort()).toEqual(pageWeight(PAGE).waiting.scripts);
  const bytes = [...loaded].map((name) => gzipSync(readFileSync(join(PAGE, 'assets', name))).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(50_000);
  expect(elsewhere).toEqual([]);
});
