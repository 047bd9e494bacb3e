import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  ContentEdit,
  ContentHistory,
  ContentOverview,
  EditAnswer,
  HistoryQuery,
  PersonalEdit,
} from '../../protocol/content-editing.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { type Context, refuse } from './context.ts';
import { bearerToken } from './desk-routes.ts';

type Work = (self: OfficerSelf) => Promise<FastifyReply>;

/** Editing from a desk: what is shared by supervisors alone (rule A1), an officer's own responses by them alone. */
export function contentRoutes(app: FastifyInstance, context: Context): void {
  const { accounts, origins, editor } = context;

  async function signedIn(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<FastifyReply> {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const token = bearerToken(request.raw);
    const session = token === null ? null : await accounts.bySession(token);
    if (session === null) return refuse(context, reply, 'not-signed-in');
    return work(session.self);
  }

  function supervisor(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<FastifyReply> {
    return signedIn(request, reply, async (self) =>
      self.role === 'supervisor' ? work(self) : refuse(context, reply, 'forbidden'),
    );
  }

  app.post('/api/desk/content', (request, reply) =>
    supervisor(request, reply, async ({ officer }) => {
      const edit = ContentEdit.safeParse(request.body);
      if (!edit.success) return refuse(context, reply, 'malformed');
      return reply.send(EditAnswer.parse(await editor.edit(officer, edit.data)));
    }),
  );

  app.get('/api/desk/content/overview', (request, reply) =>
    supervisor(request, reply, async () => reply.send(ContentOverview.parse(await editor.overview()))),
  );

  app.get('/api/desk/content/history', (request, reply) =>
    supervisor(request, reply, async () => {
      const query = HistoryQuery.safeParse(request.query);
      if (!query.success) return refuse(context, reply, 'malformed');
      return reply.send(ContentHistory.parse(await editor.history(query.data)));
    }),
  );

  app.post('/api/desk/personal', (request, reply) =>
    signedIn(request, reply, async ({ officer }) => {
      const edit = PersonalEdit.safeParse(request.body);
      if (!edit.success) return refuse(context, reply, 'malformed');
      return reply.send(EditAnswer.parse(await editor.editPersonal(officer, edit.data)));
    }),
  );
}
