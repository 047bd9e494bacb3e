import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../scripts/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE, type Relay } from './support/relay.ts';

const run = promisify(execFile);
const FR = 'Maintenance ce soir de 22 h à 23 h : le tchat sera fermé. Pour une urgence, appelez le 17.';
const EN = 'Maintenance tonight from 10 to 11 p.m.: the chat will be closed. In an emergency, call 17.';

async function announce(relay: Relay, ...args: string[]): Promise<void> {
  const { PERMANENCE_LOOK: _, ...environment } = process.env;
  await run(
    process.execPath,
    [join(ROOT, 'server/cli/admin.ts'), '--data', relay.dataDirectory, 'announce', ...args],
    { env: { ...environment, PERMANENCE_MASTER_KEY: relay.masterKey } },
  );
}

test('D8: a maintenance is announced over the open page and desk, and without a script', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  await person.open(relay.url);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await announce(relay, 'set', '--fr', FR, '--en', EN, '--until', until);

  await expect(person.page.getByText(FR)).toBeVisible();
  await expect(camille.window.getByText(FR)).toBeVisible();
  await expectAccessible(person.page, 'the chat with an announcement');
  await expectAccessible(camille.window, 'the desk with an announcement');
  await picture(person.page, 'announcement-chat');
  await picture(camille.window, 'announcement-desk');

  const other = await citizen({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  for (const path of ['/?lang=fr', '/aide?lang=fr']) {
    await other.page.goto(relay.url + path);
    await expect(other.page.getByText(FR)).toBeVisible();
    await expectNoSidewaysScroll(other.page, path);
    await picture(other.page, path === '/?lang=fr' ? 'announcement-home-static' : 'announcement-help');
  }
  const third = await citizen();
  await third.page.goto(`${relay.url}/?lang=en`);
  await expect(third.page.getByRole('status').getByText(EN)).toBeVisible();
  await expectAccessible(third.page, 'home with an announcement');
  await picture(third.page, 'announcement-home');

  await announce(relay, 'clear');
  await expect(person.page.getByText(FR)).toHaveCount(0);
  await expect(camille.window.getByText(FR)).toHaveCount(0);
});
