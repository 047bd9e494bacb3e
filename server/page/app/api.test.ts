import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import { createApi } from './api.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The API against a real HTTP server that answers everything alike. */
async function against(status: number, body: string) {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return createApi((path, init) => fetch(`http://127.0.0.1:${port}${String(path)}`, init));
}

describe('answers', () => {
  it('are parsed by the contract', async () => {
    const opened = { conversation: newId(), reference: 'C-1' };
    const api = await against(200, JSON.stringify({ current: opened }));
    expect(await api.current()).toEqual({ kind: 'ok', value: { current: opened } });
    expect(await api.service()).toEqual({ kind: 'unreachable' });
  });

  it('are refusals with a code', async () => {
    const api = await against(409, '{"code":"terms-outdated"}');
    const request = { id: newId(), termsVersion: '1', language: 'fr', subject: null } as const;
    expect(await api.open(request)).toEqual({ kind: 'refused', code: 'terms-outdated', retryAfter: 0 });
  });

  it.each([
    [502, '<html>Bad gateway</html>'],
    [503, '{"error":"x"}'],
    [200, 'ok'],
  ])('are no answer when a stranger answers %i %s', async (status, body) => {
    const api = await against(status, body);
    expect(await api.terms('fr')).toEqual({ kind: 'unreachable' });
  });

  it('are no answer when nobody answers', async () => {
    const api = createApi(() => Promise.reject(new TypeError('fetch failed')));
    expect(await api.current()).toEqual({ kind: 'unreachable' });
  });
});

describe('the quick exit (S6)', () => {
  const id = newId();

  it('goes as a beacon, which outlives the page in every browser', async () => {
    const sent: [string, string, string][] = [];
    const texts: Promise<void>[] = [];
    const api = createApi(
      () => Promise.reject(new Error('asked for nothing')),
      (path, body) => {
        texts.push(body.text().then((text) => void sent.push([path, body.type, text])));
        return true;
      },
    );
    api.quickExit(id);
    await Promise.all(texts);
    expect(sent).toEqual([['/api/conversation/exit', 'application/json', JSON.stringify({ id })]]);
  });

  it.each([
    ['refuses it', () => false],
    [
      'has none',
      () => {
        throw new TypeError('navigator.sendBeacon is not a function');
      },
    ],
  ])('goes as a request that is kept alive where the browser %s', (_, beacon) => {
    const asked: RequestInit[] = [];
    const api = createApi((_path, init) => {
      asked.push(init ?? {});
      return Promise.reject(new TypeError('off line'));
    }, beacon);
    api.quickExit(id);
    expect(asked).toMatchObject([{ method: 'POST', keepalive: true, body: JSON.stringify({ id }) }]);
  });
});
