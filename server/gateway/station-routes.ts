import type { FastifyInstance } from 'fastify';
import { type Context, refuse } from './context.ts';
import { bearerToken } from './desk-routes.ts';

/** The directory of stations, to officers' desks: all of it at once, and only when it is another one (rule E8). */
export function stationRoutes(app: FastifyInstance, context: Context): void {
  const { accounts, origins, stations } = context;
  app.get('/api/desk/stations', async (request, reply) => {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const token = bearerToken(request.raw);
    const session = token === null ? null : await accounts.bySession(token);
    if (session === null) return refuse(context, reply, 'not-signed-in');
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-encoding', 'gzip')
      .send(await stations.packed());
  });
}
