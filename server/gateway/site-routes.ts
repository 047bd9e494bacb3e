import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Announcement } from '../../protocol/announcement.ts';
import { HelpIndex, QUERY_CHARACTERS } from '../../protocol/help.ts';
import { CitizenLanguage, LANGUAGES, Language, langTag, writtenFor } from '../../protocol/language.ts';
import type { AudienceView } from '../site/audience/page.ts';
import type { Visit } from '../site/visit.ts';
import { type Context, refuse } from './context.ts';
import { choose, type Encoded, encodeAll } from './encoded.ts';
import { chooseLanguage, chooseTheme } from './page.ts';

/** Pages kept compressed. Searches are never among them: what somebody typed is held by nothing. */
const KEPT = 120;
/** Where a page of the site may stand: nothing longer or stranger is looked up. */
const PATH = /^\/[a-z0-9-]{1,60}(?:\/[a-z0-9-]{1,60})?$/;

/** The site's own pages by their first part; what follows is one more part or nothing. */
export const SITE_ROUTES = [
  '/aide',
  '/aide/:name',
  '/orientation',
  '/orientation/:name',
  '/plateformes',
  '/mentions-legales',
  '/conditions',
  '/confidentialite',
  '/droits',
  '/signaler',
  '/verification',
  '/cookies',
  '/accessibilite',
] as const;

/** A page with a form tells this site alone where it was sent from: with "no-referrer" its origin would be "null". */
export const FORM_REFERRER = 'same-origin';

export type SiteRequest = FastifyRequest<{ Querystring: Record<string, unknown>; Params: { name?: string } }>;

export function visitOf(
  request: SiteRequest,
  path: string,
  exit: string,
  announcement: Announcement | undefined,
  audience?: AudienceView,
): Visit {
  const { lang, theme } = request.query;
  const spoken = chooseLanguage(lang, request.headers['accept-language']);
  return {
    language: writtenFor(spoken),
    spoken,
    languageChosen: CitizenLanguage.safeParse(lang).success,
    theme: chooseTheme(theme),
    path,
    exit,
    announcement,
    ...(audience === undefined ? {} : { audience }),
  };
}

/** What is searched for: one text, bounded; anything else is no search. */
export function queryOf(asked: unknown): string | null {
  return typeof asked === 'string' && asked.trim() !== '' ? asked.slice(0, QUERY_CHARACTERS) : null;
}

function answer(reply: FastifyReply, encoded: Encoded, request: FastifyRequest): FastifyReply {
  const { bytes, encoding } = choose(encoded, request.headers['accept-encoding']);
  if (encoding !== null) reply.header('content-encoding', encoding);
  return reply.header('vary', 'accept-encoding, accept-language').send(bytes);
}

/** Packed as small as it can be when it is first asked for, once: no start of the relay waits for it. */
function packedOnce(text: string): () => Promise<Encoded> {
  let packed: Promise<Encoded> | null = null;
  return () => {
    packed ??= encodeAll(Buffer.from(text), 11);
    return packed;
  };
}

/** The help centre and its neighbours, whole without a script. `exit` is where the quick exit leads. */
export async function siteRoutes(app: FastifyInstance, context: Context, exit: string): Promise<void> {
  const { audience, hub, site, headers } = context;
  const kept = new Map<string, Promise<Encoded>>();
  const files = [
    { ...site.files.sheet, type: 'text/css; charset=utf-8' },
    { ...site.files.script, type: 'text/javascript; charset=utf-8' },
  ];
  const indexes = new Map<Language, () => Promise<Encoded>>();
  for (const language of LANGUAGES) {
    const index = JSON.stringify(HelpIndex.parse(site.index(language)));
    indexes.set(language, packedOnce(index));
  }

  function encoded(html: string, keep: boolean): Promise<Encoded> {
    if (!keep) return encodeAll(Buffer.from(html), 4);
    // The text itself, because it changes with the day (an article that must be read again).
    const key = createHash('sha256').update(html).digest('base64');
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = encodeAll(Buffer.from(html), 5);
    kept.set(key, made);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    return made;
  }

  async function serve(request: SiteRequest, reply: FastifyReply): Promise<FastifyReply> {
    const route = request.routeOptions.url ?? '';
    const path = route.replace(':name', request.params.name ?? '');
    const { announcement } = hub.serviceInfo();
    const visit = visitOf(
      request,
      PATH.test(path) ? path : '/aide/-',
      exit,
      announcement,
      audience.viewOf(request.raw),
    );
    if (route !== '/cookies') audience.saw(request.raw, route);
    const query = route === '/aide' ? queryOf(request.query['q']) : null;
    const page = site.page(visit, query);
    if (page === null) return refuse(context, reply, 'not-found');
    reply.headers(headers.page).code(page.status).type('text/html; charset=utf-8');
    reply.header('content-language', page.translated === true ? langTag(visit.spoken) : visit.language);
    if (page.own === true) reply.header('referrer-policy', FORM_REFERRER);
    return answer(
      reply,
      await encoded(page.html, query === null && page.status === 200 && page.own !== true),
      request,
    );
  }

  for (const route of SITE_ROUTES) app.get(route, (request, reply) => serve(request as SiteRequest, reply));

  for (const { path, text, type } of files) {
    const file = packedOnce(text);
    app.get(path, async (request, reply) => {
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable');
      return answer(reply, await file(), request);
    });
  }

  app.get<{ Querystring: Record<string, unknown> }>('/api/help', async (request, reply) => {
    const language = Language.safeParse(request.query['lang'] ?? 'fr');
    const index = language.success ? indexes.get(language.data) : undefined;
    if (index === undefined) return refuse(context, reply, 'malformed');
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache');
    return answer(reply, await index(), request);
  });
}
