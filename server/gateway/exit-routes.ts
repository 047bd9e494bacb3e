import type { FastifyInstance } from 'fastify';
import type { ToCitizen } from '../../protocol/citizen-channel.ts';
import type { CloseReason, RefusalCode } from '../../protocol/errors.ts';
import { QuickExit } from '../../protocol/http.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import type { Link } from '../relay/ports.ts';
import { type Context, clientOf, refuse } from './context.ts';

/** What became of the word; null when the person has left, now or before. */
type Outcome = RefusalCode | null;

function outcomeOf(reason: CloseReason): Outcome {
  if (reason === 'conversation-gone') return null;
  return reason === 'come-back' ? 'shutting-down' : 'not-available';
}

/** The end of a wire on which one word is said. Of all that comes back only the answer to it is heard. */
class OneWord implements Link {
  readonly origin: string;
  readonly answered: Promise<Outcome>;
  readonly #id: Id;
  #answer: (outcome: Outcome) => void = () => undefined;

  constructor(id: Id, origin: string) {
    this.#id = id;
    this.origin = origin;
    this.answered = new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  send(frame: string): void {
    if (!frame.includes(this.#id)) return;
    const said = JSON.parse(frame) as ToCitizen;
    if (said.type === 'ack') this.#answer(null);
    // What is over is left: by this very word on the page's own wire, or before it.
    if (said.type === 'refused') this.#answer(said.code === 'conversation-closed' ? null : said.code);
  }

  buffered(): number {
    return 0;
  }

  close(reason: CloseReason): void {
    this.#answer(outcomeOf(reason));
  }
}

/**
 * The quick exit of a page whose wire is cut, not yet welcomed, or cut without knowing it (rule S6). The page is gone
 * before the answer: the request outlives it.
 */
export function exitRoutes(app: FastifyInstance, context: Context): void {
  const { hub, cookie, origins } = context;

  async function leave(token: string, id: Id, origin: string): Promise<Outcome> {
    const link = new OneWord(id, origin);
    const peer = await hub.citizen(token, link);
    if (peer === null) return null;
    try {
      peer.receive({ type: 'hello', version: PROTOCOL_VERSIONS.citizen, epoch: null, cursor: 0 });
      peer.receive({ type: 'leave', id, manner: 'quick-exit' });
      return await link.answered;
    } finally {
      peer.gone();
    }
  }

  app.post('/api/conversation/exit', async (request, reply) => {
    if (!origins.fromPage(request.raw)) return refuse(context, reply, 'forbidden');
    const body = QuickExit.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const token = cookie.read(request.raw);
    // Whatever becomes of the word: whoever opens this browser next finds nothing in it.
    reply.header('set-cookie', cookie.takeBack());
    const code = token === null ? null : await leave(token, body.data.id ?? newId(), clientOf(request).key);
    return code === null ? reply.code(204).send() : refuse(context, reply, code);
  });
}
