import type { Chance } from '../../e2e/model/random.ts';
import { openConversations } from '../load/http.ts';
import { inParallel, pause, type Scope } from '../scope.ts';
import { ChaosCitizen } from './citizen.ts';
import { ChaosDesk } from './desk.ts';
import { Promises } from './promises.ts';
import { FaultyProxy } from './proxy.ts';
import { ChaosRelay } from './relay.ts';

/** A workstation's clock is wrong by up to this, either way, and jumps within it; milliseconds. */
const DESK_SKEW = 3 * 86_400_000;
/** One desk in so many has its cache in a process of its own, as shipped: on two cores not all can. */
const FORKED = 5;
/** Desks that start at once. */
const WIDTH = 4;

export type Scene = {
  readonly relay: ChaosRelay;
  readonly proxy: FaultyProxy;
  readonly citizens: readonly ChaosCitizen[];
  readonly desks: readonly ChaosDesk[];
  readonly promises: Promises;
};

export function deskSkew(chance: Chance): number {
  return chance.below(2 * DESK_SKEW) - DESK_SKEW;
}

export function startDesk(chance: Chance, desk: ChaosDesk): Promise<void> {
  return desk.start(chance.below(2 ** 31), deskSkew(chance));
}

/** The relay, the proxy before it, the citizens' pages and the desks' processes. */
export async function setScene(
  scope: Scope,
  chance: Chance,
  size: { readonly citizens: number; readonly desks: number },
): Promise<Scene> {
  const relay = await ChaosRelay.open(scope, chance, size.desks - 1);
  const proxy = await FaultyProxy.open(chance, relay.port);
  scope.defer(() => proxy.close());
  const promises = new Promises();
  const opened = await openConversations(relay.port, size.citizens);
  const citizens = opened.map(
    (each, index) => new ChaosCitizen({ ...each, name: `c${index}`, port: proxy.port, promises }),
  );
  for (const citizen of citizens) scope.defer(() => citizen.stop());
  const folder = scope.directory();
  const compiled = scope.directory();
  const members = [
    ...relay.staff.officers.map((member) => ({ ...member, role: 'officer' as const })),
    ...relay.staff.supervisors.map((member) => ({ ...member, role: 'supervisor' as const })),
  ];
  const officers = members.map(({ officer }) => officer);
  const known = citizens.map(({ conversation, name }) => ({ conversation, name }));
  const desks = members.map(({ officer, login, token, role }, index) => {
    const self = { officer, login, role, rank: 'Gardien de la paix', alias: `Agent ${index}`, capacity: 50 };
    return new ChaosDesk({
      scope,
      name: `d${index}`,
      self,
      token,
      port: proxy.port,
      folder,
      compiled,
      promises,
      forked: index % FORKED === 0,
      citizens: known,
      officers,
    });
  });
  // The first one alone: it leaves its compiled code to the others.
  const [first, ...others] = desks;
  if (first !== undefined) await startDesk(chance, first);
  await inParallel(others, WIDTH, (desk) => startDesk(chance, desk));
  return { relay, proxy, citizens, desks, promises };
}

/**
 * Everything works again. True when every client is back and every outbox empty within `limit` milliseconds.
 */
export async function rest({ relay, proxy, citizens, desks }: Scene, limit: number): Promise<boolean> {
  relay.emptyDisk();
  proxy.quiet = true;
  proxy.cutAll();
  for (const desk of desks) desk.work(false);
  const pagesRest = () =>
    citizens.every(({ client }) => {
      const { phase, light, outbox } = client.state();
      const unsent = outbox.some(({ state }) => state !== 'refused');
      return !unsent && (phase !== 'open' || light === 'online');
    });
  const desksRest = async () => {
    const all = await Promise.all(desks.map((desk) => desk.status()));
    return all.every((status) => status?.online === true && status.sending.length === 0);
  };
  const until = performance.now() + limit;
  while (performance.now() < until) {
    // The network is back: browsers and workstations say so.
    for (const { client, isOnline } of citizens) if (!isOnline) client.hurry();
    for (const desk of desks) desk.reconnect();
    await pause(500);
    if (pagesRest() && (await desksRest())) {
      // What the relay told last is on its way into the desks' files.
      await pause(700);
      return true;
    }
  }
  return false;
}
