import type { Store } from '../../server/store/store.ts';
import { inParallel, type Scope, until } from '../scope.ts';
import { type Relay, startRelayProcess } from '../servers/relay-process.ts';
import { type Contender, type Listener, type LoadSize, type Sending, SILENT } from './contender.ts';
import { connectCitizens, PATIENCE } from './crowd.ts';
import { Desk } from './desk.ts';

export type RelayContender = Contender & { readonly relay: Relay };

/** The real relay in its own process, with desks that hold the conversations, and citizens who are connected. */
export async function relayContender(
  scope: Scope,
  size: LoadSize,
  parse: 'schema' | 'plain',
  fill?: (store: Store) => Promise<void>,
): Promise<RelayContender> {
  const staff = { officers: size.desks, supervisors: size.supervisors };
  const relay = await startRelayProcess(scope, staff, fill);
  const { port } = relay;
  let listener: Listener = SILENT;
  let refused = 0;

  const citizens = await connectCitizens(scope, port, size.conversations + size.waiting, {
    parse,
    hooks: () => ({
      onAck: (id, _seq, at) => listener.acked(id, at),
      onOfficer: (id, at) => listener.arrived(id, at),
      onRefused: () => {
        refused += 1;
      },
    }),
  });

  const desk = (token: string, isOfficer: boolean) => {
    const made = new Desk({
      port,
      token,
      parse,
      hooks: {
        onEntry: (entry, at) => {
          if (isOfficer && entry.author.role === 'citizen') listener.arrived(entry.id, at);
        },
      },
    });
    scope.defer(() => made.stop());
    made.connect();
    return made;
  };
  const desks = relay.staff.officers.map((officer) => desk(officer.token, true));
  const supervisors = relay.staff.supervisors.map((supervisor) => desk(supervisor.token, false));
  await until('the desks', PATIENCE, () => [...desks, ...supervisors].every((one) => one.complete));
  for (const one of desks) one.available(50);

  const held = citizens.slice(0, size.conversations);
  const deskOf = (index: number): Desk => {
    const one = desks[index % desks.length];
    if (one === undefined) throw new Error('a load with conversations needs desks');
    return one;
  };
  await inParallel(held, 32, async ({ conversation }, index) => {
    const one = deskOf(index);
    const outcome = await one.command({ kind: 'take', conversation });
    if (outcome.kind === 'refused') throw new Error(`taking a conversation was refused: ${outcome.code}`);
    if (one.cursor(conversation) === 0) one.follow(conversation);
    await until('a journal', PATIENCE, () => one.cursor(conversation) >= outcome.seq);
  });

  return {
    name: 'relay',
    server: relay.server,
    relay,
    conversations: size.conversations,
    refused: () => refused,
    listen: (given) => {
      listener = given;
    },
    send: ({ conversation: index, from, id }: Sending, text) => {
      const citizen = held[index];
      if (citizen === undefined) return;
      if (from === 'citizen') {
        citizen.send(text, id);
        return;
      }
      const { conversation } = citizen;
      void deskOf(index)
        .command({ kind: 'message', conversation, text }, id)
        .then((outcome) => {
          if (outcome.kind === 'refused') refused += 1;
          else listener.acked(id, performance.now());
        });
    },
  };
}
