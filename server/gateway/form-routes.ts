import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { RefusalCode } from '../../protocol/errors.ts';
import { newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { REQUEST_KINDS, type RequestKind } from '../../protocol/request.ts';
import { REQUEST_PATHS, requestWords, type Trouble } from '../site/requests/pages.ts';
import { type Checked, type Entered, emptyForm, readForm } from '../site/requests/reading.ts';
import type { FormAnswer } from '../site/site.ts';
import { to } from '../site/visit.ts';
import { type Context, clientOf, refuse } from './context.ts';
import { retryAfterSeconds, statusOf } from './refuse.ts';
import { FORM_REFERRER, type SiteRequest, visitOf } from './site-routes.ts';

const AudienceChoice = z.strictObject({ choice: z.enum(['refuse', 'accept']) });

/** A field's name comes once: a form of ours never sends it twice. Null for what is no such form. */
export function parseForm(body: string): Record<string, string> | null {
  const fields = new URLSearchParams(body);
  const read = new Map<string, string>();
  for (const [name, value] of fields) {
    if (read.has(name)) return null;
    read.set(name, value);
  }
  return Object.fromEntries(read);
}

function troubleOf(code: RefusalCode): Trouble {
  if (code === 'id-reused' || code === 'not-found') return 'already-sent';
  return code === 'rate-limited' ? 'rate-limited' : 'unavailable';
}

/** What stands in the desk's lists, in the language of reference. */
function subjectOf({ form }: Checked): string {
  const words = requestWords({ language: 'fr' });
  return form.about === 'rights' ? words.rights.subjects[form.right] : words.malfunction.subject;
}

/**
 * The site's forms, sent without a script (rule D6). Whatever goes wrong is said on the form itself, with what was
 * typed in it. `exit` is where the quick exit leads.
 */
export async function formRoutes(app: FastifyInstance, context: Context, exit: string): Promise<void> {
  const { hub, limits, log, metrics, origins, site, headers } = context;

  function send(
    request: FastifyRequest,
    reply: FastifyReply,
    about: RequestKind,
    status: number,
    answer: FormAnswer,
  ): FastifyReply {
    const visit = visitOf(request as SiteRequest, REQUEST_PATHS[about], exit, hub.serviceInfo().announcement);
    reply.headers(headers.page).header('referrer-policy', FORM_REFERRER);
    reply.code(status).type('text/html; charset=utf-8').header('content-language', visit.language);
    return reply.send(site.answer(visit, about, answer));
  }

  async function receive(request: FastifyRequest, reply: FastifyReply, about: RequestKind) {
    const again = (status: number, entered: Entered, trouble: Trouble | null) =>
      send(request, reply, about, status, { kind: 'again', entered, trouble });
    if (!origins.fromForm(request.raw)) {
      metrics.turnedAway('http', 'forbidden');
      // Nothing of it is shown: another site must not put words into somebody's form.
      return again(403, emptyForm(newId()), 'forbidden');
    }
    const read = readForm(about, request.body, site.canMail);
    if (read.kind === 'malformed') return again(400, emptyForm(newId()), 'too-large');
    const { entered } = read;
    if (read.kind === 'wrong') return again(422, entered, null);
    const wait = limits.forms.take(clientOf(request).key);
    if (wait > 0) {
      metrics.turnedAway('http', 'rate-limited');
      reply.header('retry-after', retryAfterSeconds(wait));
      return again(429, entered, 'rate-limited');
    }
    const visit = visitOf(request as SiteRequest, REQUEST_PATHS[about], exit, hub.serviceInfo().announcement);
    const { checked } = read;
    const result = await hub.request({ ...checked, language: visit.language, subject: subjectOf(checked) });
    if (result.kind === 'refused') {
      const trouble = troubleOf(result.code);
      // Sent anew it is a new request: its id must be new as well.
      const next = trouble === 'already-sent' ? { ...entered, id: newId() } : entered;
      return again(statusOf(result.code), next, trouble);
    }
    const { kind: _, ...received } = result;
    return send(request, reply, about, 200, {
      kind: 'received',
      ...received,
      answered: checked.address !== null,
    });
  }

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LIMITS.formBodyBytes },
      (_request, body, done) => done(null, parseForm(String(body))),
    );
    /** The refusal of the audience measurement: a cookie until the browser is closed, and the page again. */
    scope.post('/cookies', (request, reply) => {
      if (!origins.fromForm(request.raw)) return refuse(context, reply, 'forbidden');
      const chosen = AudienceChoice.safeParse(request.body);
      if (!chosen.success) return refuse(context, reply, 'malformed');
      const visit = visitOf(request as SiteRequest, '/cookies', exit, undefined);
      reply.header('set-cookie', context.audience.cookie(chosen.data.choice === 'refuse'));
      return reply.code(303).header('location', to(visit, '/cookies')).send();
    });
    for (const about of REQUEST_KINDS) {
      scope.post(REQUEST_PATHS[about], {
        bodyLimit: LIMITS.formBodyBytes,
        handler: (request, reply) => receive(request, reply, about),
        errorHandler: (error: FastifyError, request, reply) => {
          const status = error.statusCode ?? 503;
          if (status >= 500) log('error', 'form-failed', { route: REQUEST_PATHS[about], name: error.name });
          const trouble = status < 500 ? 'too-large' : 'unavailable';
          send(request, reply, about, status, { kind: 'again', entered: emptyForm(newId()), trouble });
        },
      });
    }
  });
}
