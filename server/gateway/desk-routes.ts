import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { SessionToken, SignedIn, SignIn, SignOut } from '../../protocol/http.ts';
import { type Context, clientOf, refuse } from './context.ts';

/** The session token of an `Authorization: Bearer` header, or null. */
export function bearerToken(request: IncomingMessage): string | null {
  const token = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const checked = SessionToken.safeParse(token);
  return checked.success ? checked.data : null;
}

/** Signing in and out. The desk names no origin; whoever names one is a browser, and is refused. */
export function deskRoutes(app: FastifyInstance, context: Context): void {
  const { accounts, origins, limits, log } = context;

  app.post('/api/desk/sign-in', async (request, reply) => {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const client = clientOf(request);
    const wait = limits.signIns.take(client.key);
    if (wait > 0) return refuse(context, reply, 'rate-limited', wait);
    const body = SignIn.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const result = await accounts.signIn(body.data.login, body.data.password, client.key);
    if (result.kind === 'failed') return refuse(context, reply, 'sign-in-failed');
    if (result.kind === 'locked') return refuse(context, reply, 'locked-out', result.retryAfter);
    log('info', 'signed-in', { officer: result.self.officer });
    const { token, self, expiresAt } = result;
    return reply.send(SignedIn.parse({ token, self, expiresAt }));
  });

  app.post('/api/desk/sign-out', async (request, reply) => {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const body = SignOut.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const token = bearerToken(request.raw);
    const session = token === null ? null : await accounts.bySession(token);
    if (token === null || session === null) return refuse(context, reply, 'not-signed-in');
    await accounts.signOut(token, body.data.everywhere);
    log('info', 'signed-out', { officer: session.self.officer, everywhere: body.data.everywhere });
    return reply.code(204).send();
  });
}
