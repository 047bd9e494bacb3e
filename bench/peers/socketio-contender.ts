import { type Contender, type Listener, type LoadSize, type Sending, SILENT } from '../load/contender.ts';
import { inParallel, type Scope } from '../scope.ts';
import { ServerProcess } from '../servers/server-process.ts';
import { PeerClient, type PeerHooks } from './socketio-client.ts';

const MODULE = new URL('./socketio-server.ts', import.meta.url);

/** Starts the peer with its data in a new directory of the same disk. */
export function startPeer(scope: Scope, commit: 'each' | 'group'): Promise<ServerProcess> {
  return ServerProcess.start(scope, MODULE, { BENCH_DATA: scope.directory(), BENCH_COMMIT: commit });
}

/** The peer under the same load: the same conversations, desks, supervisors and waiting citizens. */
export async function socketioContender(
  scope: Scope,
  size: LoadSize,
  commit: 'each' | 'group',
): Promise<Contender> {
  const server = await startPeer(scope, commit);
  let listener: Listener = SILENT;
  const hooks: PeerHooks = {
    onAck: (id, at) => listener.acked(id, at),
    onEntry: (entry, at) => listener.arrived(entry.id, at),
  };
  const connect = async (query: Record<string, string>) => {
    const client = await PeerClient.connect(server.port, query, hooks);
    scope.defer(() => client.stop());
    return client;
  };
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  const deskOf = (conversation: number) => conversation % size.desks;
  const desks = await inParallel(numbers(size.desks), 32, (desk) => connect({ desk: String(desk) }));
  const citizens = await inParallel(numbers(size.conversations), 32, (index) =>
    connect({ desk: String(deskOf(index)), conversation: `c${index}` }),
  );
  await inParallel(numbers(size.supervisors), 32, (index) => connect({ desk: `supervisor${index}` }));
  await inParallel(numbers(size.waiting), 32, (index) =>
    connect({ desk: 'nobody', conversation: `w${index}` }),
  );
  return {
    name: commit === 'each' ? 'Socket.IO' : 'Socket.IO, group commit',
    server,
    conversations: size.conversations,
    refused: () => 0,
    listen: (given) => {
      listener = given;
    },
    send: ({ conversation, from, id }: Sending, text) => {
      if (from === 'citizen') citizens[conversation]?.send({ id, text });
      else desks[deskOf(conversation)]?.send({ id, text, conversation: `c${conversation}` });
    },
  };
}
