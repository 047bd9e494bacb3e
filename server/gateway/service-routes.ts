import type { FastifyInstance, FastifyReply } from 'fastify';
import { CurrentConversation, OpenConversation, ServiceInfo, Terms } from '../../protocol/http.ts';
import { CitizenLanguage, langTag } from '../../protocol/language.ts';
import { ReturnToConversation } from '../../protocol/return-phrase.ts';
import { Networks } from './address.ts';
import { loadAssets } from './assets.ts';
import { type Context, clientOf, refuse } from './context.ts';
import { choose, type Encoded } from './encoded.ts';
import { chooseLanguage, chooseTheme, loadPage, type PageVisit } from './page.ts';

const NOT_BUILT =
  'La page n’est pas construite : lancez « npm run build ».\nThe page is not built: run "npm run build".\n' +
  'Urgence : 17, 112 ; 114 par SMS.\n';

function sendEncoded(
  reply: FastifyReply,
  encoded: Encoded,
  acceptEncoding: string | undefined,
): FastifyReply {
  const { bytes, encoding } = choose(encoded, acceptEncoding);
  if (encoding !== null) reply.header('content-encoding', encoding);
  return reply.header('vary', 'accept-encoding, accept-language').send(bytes);
}

/** What the page says of a visitor's own conversation. Without a store it says nothing: the numbers come all the same. */
async function visitOf(hub: Context['hub'], token: string): Promise<PageVisit> {
  try {
    return await hub.visit(token);
  } catch {
    return {};
  }
}

/** The page and its files. Answers where the page's quick exit leads, which the site's pages share. */
export async function pageRoutes(app: FastifyInstance, context: Context): Promise<{ readonly exit: string }> {
  const { hub, cookie, headers, pageDirectory, site, log } = context;
  const page = await loadPage(pageDirectory);
  const assets = await loadAssets(pageDirectory);
  if (assets.size === 0) log('warn', 'page-not-built');

  app.get<{ Querystring: Record<string, unknown> }>('/', async (request, reply) => {
    const language = chooseLanguage(request.query['lang'], request.headers['accept-language']);
    const token = cookie.read(request.raw);
    const visit = token === null ? { current: false } : await visitOf(hub, token);
    const theme = chooseTheme(request.query['theme']);
    const id = request.query['orientation'];
    const path = site.chosen(id, language);
    const orientation = path === null ? null : { id: String(id), path };
    const filled = await page.fill(hub.serviceInfo(), language, theme, { ...visit, orientation });
    context.audience.saw(request.raw, '/');
    reply.headers(headers.page);
    if (filled === null) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    // Never kept: whoever uses this computer next finds nothing.
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    reply.header('content-language', langTag(language));
    return sendEncoded(reply, filled, request.headers['accept-encoding']);
  });

  for (const [path, asset] of assets) {
    app.get(path, (request, reply) => {
      const keep = asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      reply.type(asset.type).header('cache-control', keep);
      return sendEncoded(reply, asset.body, request.headers['accept-encoding']);
    });
  }
  return { exit: page.exit };
}

/** Health, readiness, figures; and what the page says before the chat. */
export function serviceRoutes(app: FastifyInstance, context: Context): void {
  const { hub, metrics, terms, config } = context;
  const metricsFrom = new Networks(config.metricsFrom);

  app.get('/healthz', (_request, reply) => reply.send({ status: 'alive' }));

  app.get('/readyz', (_request, reply) => {
    const ready = hub.ready();
    return reply.code(ready ? 200 : 503).send({ ready });
  });

  app.get('/metrics', async (request, reply) => {
    const client = clientOf(request);
    if (client.pretends || !metricsFrom.has(client.address)) return refuse(context, reply, 'forbidden');
    return reply.type(metrics.contentType).send(await metrics.text());
  });

  app.get('/api/service', (_request, reply) => reply.send(ServiceInfo.parse(hub.serviceInfo())));

  app.get<{ Querystring: Record<string, unknown> }>('/api/terms', (request, reply) => {
    const asked = request.query['language'] ?? request.query['lang'] ?? 'fr';
    const language = CitizenLanguage.safeParse(asked);
    if (!language.success) return refuse(context, reply, 'malformed');
    return reply.send(Terms.parse(terms(language.data)));
  });
}

/** The citizen's requests: is there a conversation, open one. */
export function citizenRoutes(app: FastifyInstance, context: Context): void {
  const { hub, cookie, origins, limits, log } = context;

  app.get('/api/conversation', async (request, reply) => {
    const token = cookie.read(request.raw);
    const current = token === null ? null : await hub.current(token);
    return reply.send(CurrentConversation.parse({ current }));
  });

  app.post('/api/conversation/return', async (request, reply) => {
    if (!origins.fromPage(request.raw)) return refuse(context, reply, 'forbidden');
    const body = ReturnToConversation.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const { returns } = limits;
    const wait = returns.address.take(clientOf(request).key) || returns.reference.take(body.data.reference);
    if (wait > 0) return refuse(context, reply, 'rate-limited', wait);
    const result = await hub.comeBack(body.data);
    if (result.kind === 'refused') return refuse(context, reply, result.code);
    log('info', 'conversation-returned', { conversation: result.opened.conversation });
    return reply.code(201).header('set-cookie', cookie.give(result.token)).send(result.opened);
  });

  app.post('/api/conversation', async (request, reply) => {
    if (!origins.fromPage(request.raw)) return refuse(context, reply, 'forbidden');
    const body = OpenConversation.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const token = cookie.read(request.raw);
    const current = token === null ? null : await hub.current(token);
    if (current !== null) return reply.send(current);
    const until = await hub.blockedUntil(token, clientOf(request).key);
    if (until !== null) return refuse(context, reply, 'blocked', until - context.clock());
    const wait = limits.conversations.take(clientOf(request).key);
    if (wait > 0) return refuse(context, reply, 'rate-limited', wait);
    const result = await hub.open(body.data);
    if (result.kind === 'refused') return refuse(context, reply, result.code);
    log('info', 'conversation-opened', { conversation: result.opened.conversation });
    return reply.code(201).header('set-cookie', cookie.give(result.token)).send(result.opened);
  });
}
