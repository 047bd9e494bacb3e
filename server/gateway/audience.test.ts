import { afterEach, describe, expect, test } from 'vitest';
import type { SqliteStore } from '../store/sqlite/open.ts';
import { TestRelay } from './relay.testkit.ts';

let relay: TestRelay | null = null;
let store: SqliteStore | null = null;
afterEach(async () => {
  await relay?.destroy();
  relay = null;
});

async function start(on: boolean): Promise<TestRelay> {
  relay = await TestRelay.start({
    settings: { PERMANENCE_AUDIENCE_MEASUREMENT: String(on) },
    storeOpened: (opened) => {
      store = opened;
    },
  });
  return relay;
}

/** What is in the store once the relay has closed: it writes what it counted, then closes it. */
async function counted(house: TestRelay): Promise<Record<string, number>> {
  const kept: Record<string, number> = {};
  const { store: open } = { store };
  if (open === null) throw new Error('no store');
  const count = open.count.bind(open);
  open.count = async (counts, at) => {
    for (const [name, number] of counts) kept[name] = (kept[name] ?? 0) + number;
    await count(counts, at);
  };
  await house.close();
  return kept;
}

const get = (house: TestRelay, path: string, headers: Record<string, string> = {}) =>
  fetch(house.url + path, { headers });

describe('the audience measurement (terms.md, tracking)', () => {
  test('is off by default: nothing is counted, no cookie is set, and the page says so', async () => {
    const house = await start(false);
    const response = await get(house, '/cookies?lang=fr');
    expect(response.headers.getSetCookie()).toEqual([]);
    const page = await response.text();
    expect(page).toContain('ne mesure pas l’audience');
    expect(page).not.toContain('method="post" action="/cookies');
    await get(house, '/aide');
    expect(await counted(house)).toEqual({});
  });

  test('on, it counts pages by route alone, of whoever does not refuse', async () => {
    const house = await start(true);
    await get(house, '/aide?q=canari');
    await get(house, '/aide/bruit-voisins');
    await get(house, '/aide/canari-inconnu');
    await get(house, '/');
    for (const refusal of [
      { 'sec-gpc': '1' },
      { dnt: '1' },
      { cookie: 'autre=1; permanence-audience=refused' },
    ]) {
      await get(house, '/plateformes', refusal as Record<string, string>);
    }
    const page = await get(house, '/cookies', { dnt: '0' });
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(await counted(house)).toEqual({ 'page /aide': 1, 'page /aide/:name': 2, 'page /': 1 });
  });

  test('is refused on the page of the cookies, without a script, and taken back there', async () => {
    const house = await start(true);
    const choose = (choice: string, headers: Record<string, string> = {}) =>
      fetch(`${house.url}/cookies?lang=fr`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: house.url, ...headers },
        body: new URLSearchParams({ choice }).toString(),
      });
    const refused = await choose('refuse');
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/cookies?lang=fr']);
    const [cookie = ''] = refused.headers.getSetCookie();
    // Until the browser is closed, and the same for everybody.
    expect(cookie).toBe('permanence-audience=refused; Path=/; HttpOnly; SameSite=Lax');
    const page = await (
      await get(house, '/cookies?lang=fr', { cookie: 'permanence-audience=refused' })
    ).text();
    expect(page).toContain('Vous avez refusé');
    expect(page).toContain('name="choice" value="accept"');
    expect((await choose('accept')).headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await choose('refuse', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await choose('other')).status).toBe(400);
    const signal = await (await get(house, '/cookies?lang=fr', { 'sec-gpc': '1' })).text();
    expect(signal).toContain('Votre navigateur signale');
    expect(signal).not.toContain('name="choice"');
  });
});
