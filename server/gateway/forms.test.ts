import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { TestRelay } from './relay.testkit.ts';

const CANARY = 'canari-du-formulaire';
const lines: string[] = [];
let relay: TestRelay;
beforeAll(async () => {
  relay = await TestRelay.start({
    settings: { PERMANENCE_LOG_LEVEL: 'debug', PERMANENCE_FORMS_PER_HOUR: '600' },
    logTarget: { write: (line) => void lines.push(line) },
  });
});
afterAll(() => relay.destroy());

type Fields = Record<string, string>;

/** As a browser sends a form without a script. */
function send(path: string, fields: Fields | string, headers: Fields = {}): Promise<Response> {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return fetch(relay.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: relay.url, ...headers },
    body,
  });
}

const malfunction = (change: Fields = {}): Fields => ({ id: newId(), place: '', text: CANARY, ...change });

async function reference(response: Response): Promise<string | undefined> {
  expect(response.status).toBe(200);
  return /<strong>(C-\d+)<\/strong>/.exec(await response.text())?.[1];
}

describe('the malfunction form (terms.md, the site)', () => {
  test('is whole without a script, and each page has an id of its own', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await fetch(`${relay.url}/signaler?lang=en`)).text()),
    );
    expect(first).toContain('<form class="defer-form" method="post" action="/signaler?lang=en"');
    expect(first).toContain('href="tel:17"');
    const id = /name="id" value="([^"]+)"/;
    expect(id.exec(first ?? '')?.[1]).not.toBe(id.exec(second ?? '')?.[1]);
  });

  test('answers with a reference, once for the same form, and tells a supervisor at once', async () => {
    const { desk } = await relay.desk('moreau');
    const fields = malfunction({ place: 'Centre d’aide', text: `${CANARY}\r\nligne` });
    const given = await reference(await send('/signaler', fields));
    expect(given).toMatch(/^C-\d+$/);
    expect(await reference(await send('/signaler', fields))).toBe(given);
    const { heads } = await desk.frame('heads', (frame) =>
      frame.heads.some((head) => head.reference === given),
    );
    const head = heads.find((each) => each.reference === given);
    expect(head).toMatchObject({ form: 'malfunction', status: 'deferred', language: 'fr' });
    desk.send({ type: 'follow', conversation: head?.conversation ?? '', after: 0 });
    const { entries } = await desk.frame('entries');
    expect(entries.map(({ body }) => body)).toMatchObject([
      { kind: 'opened', form: { about: 'malfunction', place: 'Centre d’aide' } },
      { kind: 'message', text: `${CANARY}\nligne` },
    ]);
  });

  test('says beside the field what is wrong, and keeps what was typed', async () => {
    const response = await send('/signaler', malfunction({ text: '  ', place: '<b>ici</b>' }));
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('<title>Erreur\u00a0: Signaler un problème');
    expect(page).toMatch(
      /<textarea id="text"[^>]*aria-describedby="text-help text-fault"[^>]*aria-invalid="true"[^>]*autofocus/,
    );
    expect(page).toContain('id="text-fault">Écrivez quelques mots');
    expect(page).toContain('value="&lt;b&gt;ici&lt;/b&gt;"');
  });

  test('a text beyond the limit is given back whole', async () => {
    const text = 'é'.repeat(4_001);
    const response = await send('/signaler', malfunction({ text }));
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(text);
    expect(page).toMatch(/4[\u202f\u00a0]000 caractères au plus/);
  });

  test('what is no such form is refused in words, without what it said', async () => {
    for (const body of ['id=1&text=x', `id=${newId()}&text=${CANARY}&text=twice`, `text=${CANARY}`]) {
      const response = await send('/signaler', body);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain(CANARY);
    }
    expect((await send('/signaler', malfunction({ other: 'x' }))).status).toBe(400);
    expect((await send('/signaler', malfunction({ text: 'x'.repeat(70_000) }))).status).toBe(413);
    const json = await relay.post('/signaler', malfunction(), { origin: relay.url });
    expect(json.status).toBe(415);
  });

  test('another site cannot send it, nor put words into it', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ]) {
      const response = await send('/signaler', malfunction(), headers);
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain(CANARY);
    }
    // A browser that hides the origin and says where the form stands.
    const hidden = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await send('/signaler', malfunction(), hidden)).status).toBe(200);
  });

  test('its page says where it comes from to this site alone', async () => {
    const response = await fetch(`${relay.url}/signaler`);
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(await response.text()).toContain('<meta name="referrer" content="same-origin">');
    expect((await fetch(`${relay.url}/aide`)).headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('words of danger are answered with the numbers', async () => {
    const text = 'Il me frappe, au secours, il a un couteau';
    expect(await (await send('/signaler', malfunction({ text }))).text()).toMatch(
      /role="alert">[^<]*appelez le 17 ou le 112/,
    );
  });
});

describe('the request for a right (terms.md, article 6)', () => {
  const rights = (change: Fields = {}): Fields => ({
    id: newId(),
    text: CANARY,
    right: 'erasure',
    concerns: 'c1234',
    ...change,
  });

  test('explains each right, says that no identity document is sent, and takes the request', async () => {
    const page = await (await fetch(`${relay.url}/droits`)).text();
    expect(page).toMatch(
      /N’envoyez aucune pièce d’identité.*<form class="defer-form" method="post" action="\/droits"/s,
    );
    expect(page).not.toMatch(/type="file"/);
    // This relay sends no e-mail: none is asked for, and the page says where the answer is to be had.
    expect(page).not.toContain('name="address"');
    const response = await send('/droits', rights());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('place Beauvau');
  });

  test.each([
    [{ right: '' }, 'Choisissez un droit'],
    [{ concerns: 'mon dossier' }, 'Une référence s’écrit C-'],
    [{ text: '' }, 'Écrivez quelques mots'],
  ])('%o', async (change, said) => {
    const response = await send('/droits', rights(change));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(said);
  });
});

test('B3: too many are refused in words, with what was typed', async () => {
  const strict = await TestRelay.start({ settings: { PERMANENCE_FORMS_PER_HOUR: '1' } });
  const post = () =>
    fetch(`${strict.url}/signaler`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: strict.url },
      body: new URLSearchParams(malfunction()).toString(),
    });
  try {
    expect((await post()).status).toBe(200);
    const second = await post();
    expect(second.status).toBe(429);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    const page = await second.text();
    expect(page).toContain(CANARY);
    expect(page).toContain('Trop d’envois');
  } finally {
    await strict.destroy();
  }
});

test('nothing that was written is in the log', () => {
  expect(lines.join('')).toContain('request-received');
  expect(lines.join('')).not.toContain(CANARY);
});
