import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  CITIZEN_LINE_PATH,
  LINE_BATCH,
  LineBatch,
  LineId,
  type LineMode,
  LineOpened,
  OpenLine,
} from '../../protocol/citizen-line.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { Rate } from '../domain/rate.ts';
import type { Client } from './address.ts';
import { type Context, clientOf, type Heartbeat, refuse } from './context.ts';
import { perMinute } from './limiter.ts';
import { Line } from './line.ts';
import { faultDetails } from './log.ts';

/** How often overdue questions and silent lines are looked for, in milliseconds. */
const LOOK_EVERY = 1_000;
/** A closed line whose page does not come to hear why is dropped after this (ms). */
const GOODBYE = 5_000;

/** Citizens' lines over plain HTTP, for networks that forbid WebSocket (rule F1). */
export class Lines {
  readonly #context: Context;
  readonly #lines = new Map<LineId, Line>();
  readonly #rate: Rate;
  readonly #heartbeat: Heartbeat;
  readonly #timer: NodeJS.Timeout;

  constructor(context: Context) {
    this.#context = context;
    this.#rate = perMinute(context.config.citizenFramesPerMinute);
    this.#heartbeat = context.heartbeat ?? { every: TIMES.beat, silence: TIMES.silence };
    this.#timer = setInterval(() => this.#look(), Math.min(LOOK_EVERY, this.#heartbeat.every));
    this.#timer.unref();
  }

  get count(): number {
    return this.#lines.size;
  }

  /** Cuts what is left. */
  terminate(): void {
    clearInterval(this.#timer);
    for (const line of [...this.#lines.values()]) line.terminate();
  }

  routes(app: FastifyInstance): void {
    const bodyLimit = LINE_BATCH.bytes;
    app.post(CITIZEN_LINE_PATH, { bodyLimit }, (request, reply) => this.#openFor(request, reply));
    app.post(`${CITIZEN_LINE_PATH}/:line`, { bodyLimit }, (request, reply) => this.#said(request, reply));
    app.post(`${CITIZEN_LINE_PATH}/:line/next`, { bodyLimit }, (request, reply) =>
      this.#asked(request, reply),
    );
  }

  #openFor(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const context = this.#context;
    if (!context.origins.fromPage(request.raw)) return refuse(context, reply, 'forbidden');
    const asked = OpenLine.safeParse(request.body);
    if (!asked.success) return refuse(context, reply, 'malformed');
    const token = context.cookie.read(request.raw);
    if (token === null) return refuse(context, reply, 'not-found');
    const client = clientOf(request);
    const admission = context.doors.admit(client);
    if (admission.kind === 'refused') return refuse(context, reply, admission.code, admission.retryAfter);
    const line = this.#begin(token, asked.data.mode, client);
    if (asked.data.mode === 'poll') {
      this.#greet(line);
      return reply.code(201).send(LineOpened.parse({ line: line.id }));
    }
    reply.hijack();
    reply.raw.writeHead(200, {
      ...context.headers.other,
      'cache-control': 'no-store, no-transform',
      'content-type': 'text/event-stream; charset=utf-8',
      // Told to nginx: pass it on as it comes.
      'x-accel-buffering': 'no',
    });
    line.streamTo(reply.raw);
    this.#greet(line);
    return reply;
  }

  #begin(token: string, mode: LineMode, client: Client): Line {
    const { doors, metrics } = this.#context;
    const id = randomBytes(16).toString('base64url');
    const line = new Line(id, token, mode, this.#rate, () => {
      this.#lines.delete(id);
      doors.left(client);
      metrics.connected('citizen', -1);
    });
    line.origin = client.key;
    this.#lines.set(id, line);
    doors.entered(client);
    metrics.connected('citizen', 1);
    return line;
  }

  #greet(line: Line): void {
    this.#context.hub
      .citizen(line.token, line)
      .then((peer) => (peer === null ? line.close('conversation-gone') : line.attach(peer)))
      .catch((error: unknown) => {
        this.#context.log('error', 'greeting-failed', faultDetails(error));
        line.close('internal-error');
      });
  }

  /** The line a request names, if the request's cookie is the one that opened it. */
  #lineOf(request: FastifyRequest): Line | null {
    const { origins, cookie } = this.#context;
    if (!origins.fromPage(request.raw)) return null;
    const id = LineId.safeParse((request.params as Record<string, unknown>)['line']);
    const line = id.success ? this.#lines.get(id.data) : undefined;
    return line !== undefined && line.token === cookie.read(request.raw) ? line : null;
  }

  #said(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const line = this.#lineOf(request);
    if (line === null) return refuse(this.#context, reply, 'not-found');
    const batch = LineBatch.safeParse(request.body);
    if (!batch.success) return refuse(this.#context, reply, 'malformed');
    if (line.take(batch.data)) return reply.code(204).send();
    line.terminate();
    return refuse(this.#context, reply, 'out-of-order');
  }

  async #asked(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const line = this.#lineOf(request);
    if (line === null || line.mode !== 'poll') return refuse(this.#context, reply, 'not-found');
    // An answer nobody received is a cut: the line is over, and the page resumes with its cursor.
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) line.terminate();
    });
    return reply.send(await line.ask());
  }

  #look(): void {
    const now = performance.now();
    for (const line of [...this.#lines.values()]) {
      line.expire(this.#heartbeat.every);
      const isSilent = !line.isAsking && now - line.heardAt > this.#heartbeat.silence;
      const isClosed = line.closingAt !== 0 && now - line.closingAt > GOODBYE;
      if (isSilent || isClosed) line.terminate();
    }
  }
}
