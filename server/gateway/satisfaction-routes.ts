import type { FastifyInstance } from 'fastify';
import { SatisfactionAnswer } from '../../protocol/satisfaction.ts';
import { type Context, refuse } from './context.ts';

/** One tap after the end (rule D9). The cookie says of which conversation; what is kept is a number by day. */
export function satisfactionRoutes(app: FastifyInstance, context: Context): void {
  const { hub, cookie, origins } = context;
  app.post('/api/conversation/satisfaction', async (request, reply) => {
    if (!origins.fromPage(request.raw)) return refuse(context, reply, 'forbidden');
    const body = SatisfactionAnswer.safeParse(request.body);
    if (!body.success) return refuse(context, reply, 'malformed');
    const token = cookie.read(request.raw);
    if (token === null) return refuse(context, reply, 'not-found');
    const code = await hub.satisfaction(token, body.data.answer);
    return code === null ? reply.code(204).send() : refuse(context, reply, code);
  });
}
