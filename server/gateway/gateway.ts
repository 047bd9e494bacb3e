import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type FastifyError, type FastifyInstance, fastify } from 'fastify';
import { LIMITS } from '../../protocol/limits.ts';
import type { Config } from '../config/index.ts';
import { DocumentMaker } from '../documents/maker.ts';
import { StoreFull, StoreUnavailable } from '../store/errors.ts';
import { createAddressRule } from './address.ts';
import { Audience } from './audience.ts';
import { contentRoutes } from './content-routes.ts';
import { type Context, type GatewayOptions, refuse, rememberClient } from './context.ts';
import { createCitizenCookie } from './cookie.ts';
import { copyRoutes } from './copy-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { Doors } from './doors.ts';
import { exitRoutes } from './exit-routes.ts';
import { formRoutes } from './form-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { securityHeaders } from './headers.ts';
import { Limiter, perHour, perMinute } from './limiter.ts';
import { Lines } from './lines.ts';
import { faultDetails } from './log.ts';
import { createOriginRule } from './origin.ts';
import { satisfactionRoutes } from './satisfaction-routes.ts';
import { citizenRoutes, pageRoutes, serviceRoutes } from './service-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { Sockets } from './sockets.ts';
import { stationRoutes } from './station-routes.ts';

/** A request's headers, and the whole request, must arrive within these milliseconds. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 15_000;
/** How long a connection without a request is kept. */
const KEEP_ALIVE = 30_000;
/** How long the sockets may take to say goodbye at the end. */
const FAREWELL = 3_000;

export interface Gateway {
  /** The port that was taken. */
  readonly port: number;
  /** Stops accepting, lets the hub drain, and closes every socket; within a bounded time. */
  close(): Promise<void>;
}

/** Citizens' traffic is under TLS: here, or up to the declared proxy. */
export function isUnderTls(config: Config): boolean {
  return config.tlsCertificateFile !== null || config.trustedProxies.length > 0;
}

function createHttpServer(config: Config, handler: Parameters<typeof createServer>[1]): Server {
  if (config.tlsCertificateFile === null || config.tlsKeyFile === null) return createServer(handler);
  const cert = readFileSync(config.tlsCertificateFile);
  const key = readFileSync(config.tlsKeyFile);
  return createTlsServer({ cert, key, minVersion: 'TLSv1.2' }, handler);
}

/** Transcripts from one address: a family's or an office's, not a machine's. */
const DOCUMENTS_PER_MINUTE = 12;

/** Tries to come back by a phrase (rule S4): a hand that mistypes, not a machine that guesses. */
const RETURNS_PER_HOUR = 30;
const RETURNS_AT_A_REFERENCE = { burst: 5, perSecond: 1 / 600 } as const;

function createContext(options: GatewayOptions): Context {
  const { config, clock } = options;
  const tls = isUnderTls(config);
  return {
    ...options,
    addresses: createAddressRule(config.trustedProxies),
    origins: createOriginRule(config.origins, tls),
    cookie: createCitizenCookie(tls),
    headers: securityHeaders(tls, config.origins),
    audience: new Audience({
      on: config.audienceMeasurement,
      secure: tls,
      store: options.counts,
      clock,
      log: options.log,
    }),
    doors: new Doors(new Limiter(perMinute(config.handshakesPerMinute), clock), config.connectionsPerAddress),
    documents: new DocumentMaker(),
    limits: {
      requests: new Limiter(perMinute(config.requestsPerMinute), clock),
      conversations: new Limiter(perHour(config.conversationsPerHour), clock),
      forms: new Limiter(perHour(config.formsPerHour), clock),
      documents: new Limiter(perMinute(DOCUMENTS_PER_MINUTE), clock),
      returns: {
        address: new Limiter(perHour(RETURNS_PER_HOUR), clock),
        reference: new Limiter(RETURNS_AT_A_REFERENCE, clock),
      },
      signIns: new Limiter(perMinute(config.signInsPerMinute), clock),
    },
  };
}

/** What holds for every request, before and after its route. */
function commonRules(app: FastifyInstance, context: Context): void {
  const { addresses, headers, limits, log } = context;

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers.other);
    reply.header('cache-control', 'no-store');
    const client = addresses.client(request.raw);
    if (client === null) return refuse(context, reply, 'forbidden');
    rememberClient(request, client);
    const wait = limits.requests.take(client.key);
    if (wait > 0) return refuse(context, reply, 'rate-limited', wait);
    return undefined;
  });

  app.setNotFoundHandler((_request, reply) => refuse(context, reply, 'not-found'));

  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof StoreFull || error instanceof StoreUnavailable) {
      return refuse(context, reply, 'storage-unavailable', 1_000);
    }
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(context, reply, 'too-large');
    if (status < 500) return refuse(context, reply, 'malformed', 0, status);
    log('error', 'request-failed', { ...faultDetails(error), route: request.routeOptions.url ?? '' });
    return refuse(context, reply, 'not-available', 0, 500);
  });
}

/** Opens the doors: HTTP and both sockets, on the configured address. Rejects when the port is taken. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, hub, log } = options;
  const context = createContext(options);
  const app = fastify({
    logger: false,
    bodyLimit: LIMITS.httpBodyBytes,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    serverFactory: (handler) => {
      const server = createHttpServer(config, handler);
      server.headersTimeout = HEADERS_WITHIN;
      server.requestTimeout = REQUEST_WITHIN;
      server.keepAliveTimeout = KEEP_ALIVE;
      return server;
    },
  });
  // A parsed body is JSON or it is refused: no other content type is understood.
  app.removeContentTypeParser('text/plain');
  commonRules(app, context);
  serviceRoutes(app, context);
  citizenRoutes(app, context);
  copyRoutes(app, context);
  satisfactionRoutes(app, context);
  exitRoutes(app, context);
  deskRoutes(app, context);
  contentRoutes(app, context);
  groupRoutes(app, context);
  stationRoutes(app, context);
  const { exit } = await pageRoutes(app, context);
  await siteRoutes(app, context, exit);
  await formRoutes(app, context, exit);

  const lines = new Lines(context);
  lines.routes(app);
  const sockets = new Sockets(context);
  sockets.listen(app.server);
  await app.listen({ host: config.host, port: config.port });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');

  let closing: Promise<void> | null = null;
  async function close(): Promise<void> {
    context.doors.stop();
    await hub.drain();
    const patience = performance.now() + FAREWELL;
    while (sockets.count + lines.count > 0 && performance.now() < patience) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const left = sockets.count + lines.count;
    if (left > 0) log('warn', 'sockets-cut', { count: left });
    sockets.terminate();
    lines.terminate();
    app.server.closeAllConnections();
    await app.close();
    await context.audience.close();
  }
  return {
    port: address.port,
    close() {
      closing ??= close();
      return closing;
    },
  };
}
