import { Agent, request } from 'node:http';
import { Opened, ServiceInfo } from '../../protocol/http.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { inParallel } from '../scope.ts';

type Answer = { readonly status: number; readonly body: string; readonly cookies: readonly string[] };

/** Sockets that open conversations at once; the relay answers them out of one loop anyway. */
const WIDTH = 16;

function ask(agent: Agent, port: number, method: string, path: string, body: string | null): Promise<Answer> {
  return new Promise((answered, failed) => {
    const headers: Record<string, string> = { origin: `http://127.0.0.1:${port}` };
    if (body !== null) headers['content-type'] = 'application/json';
    const sent = request({ host: '127.0.0.1', port, method, path, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', failed);
      response.on('end', () => {
        const cookies = (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');
        answered({ status: response.statusCode ?? 0, body: text, cookies });
      });
    });
    sent.on('error', failed);
    sent.end(body ?? undefined);
  });
}

export type OpenedConversation = { readonly conversation: Id; readonly cookie: string };

/**
 * Opens conversations as the page does, one after another per socket. Rejects when one is not answered 201: a
 * load that is smaller than it says would flatter every figure.
 */
export async function openConversations(port: number, count: number): Promise<OpenedConversation[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });
  try {
    const service = await ask(agent, port, 'GET', '/api/service', null);
    const { termsVersion } = ServiceInfo.parse(JSON.parse(service.body));
    return await inParallel(Array.from({ length: count }), WIDTH, async () => {
      const id = newId();
      const body = JSON.stringify({ id, termsVersion, language: 'fr', subject: 'Renseignement' });
      const { status, body: text, cookies } = await ask(agent, port, 'POST', '/api/conversation', body);
      if (status !== 201)
        throw new Error(`opening a conversation was answered ${status}: ${text.slice(0, 200)}`);
      return { conversation: Opened.parse(JSON.parse(text)).conversation, cookie: cookies.join('; ') };
    });
  } finally {
    agent.destroy();
  }
}
