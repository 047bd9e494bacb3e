import type { FastifyInstance } from 'fastify';
import type { RefusalCode } from '../../protocol/errors.ts';
import { GroupChange, GroupChanged } from '../../protocol/group.ts';
import type { Grouped } from '../accounts/groups.ts';
import { type Context, refuse } from './context.ts';
import { bearerToken } from './desk-routes.ts';

const REFUSALS: Readonly<Record<Exclude<Grouped['kind'], 'done'>, RefusalCode>> = {
  'unknown-group': 'not-found',
  'unknown-login': 'not-found',
  'name-taken': 'name-taken',
  'invalid-name': 'malformed',
  'too-many': 'too-large',
};

/** Rule G7: groups of officers, changed by a supervisor at their desk. */
export function groupRoutes(app: FastifyInstance, context: Context): void {
  const { accounts, origins, changeGroup, log } = context;

  app.post('/api/desk/groups', async (request, reply) => {
    if (!origins.fromDesk(request.raw)) return refuse(context, reply, 'forbidden');
    const change = GroupChange.safeParse(request.body);
    if (!change.success) return refuse(context, reply, 'malformed');
    const token = bearerToken(request.raw);
    const session = token === null ? null : await accounts.bySession(token);
    if (session === null) return refuse(context, reply, 'not-signed-in');
    const { officer, role } = session.self;
    if (role !== 'supervisor') return refuse(context, reply, 'forbidden');
    const result = await changeGroup(change.data, officer);
    if (result.kind !== 'done') return refuse(context, reply, REFUSALS[result.kind]);
    log('info', 'group-changed', { officer, group: result.group, change: change.data.kind });
    return reply.send(GroupChanged.parse({ kind: 'done' }));
  });
}
