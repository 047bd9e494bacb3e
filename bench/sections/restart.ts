import { compareQueue, type Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Citizen } from '../load/citizen.ts';
import { connectCitizens, PATIENCE } from '../load/crowd.ts';
import { Desk } from '../load/desk.ts';
import { checkDelivery, readJournals } from '../load/journals.ts';
import { textOf } from '../load/texts.ts';
import { percentile } from '../report/statistics.ts';
import { inParallel, pause, type Scope, until } from '../scope.ts';
import type { Section } from '../section.ts';
import { type Relay, startRelayProcess } from '../servers/relay-process.ts';

/** DESIGN.md, "Budgets": 95 % of 2,000 clients back within 5 s. */
const BUDGET = 5_000;
/** How often one citizen writes around the kill; milliseconds. */
const WRITES_EVERY = 1_000;

type Size = { readonly citizens: number; readonly desks: number; readonly heldEach: number };

/** Everyone who is there, and what they know. */
type Scene = {
  readonly relay: Relay;
  readonly citizens: readonly Citizen[];
  readonly desks: readonly Desk[];
  /** Each held conversation's desk, by number. */
  readonly holders: ReadonlyMap<Id, number>;
  /** Each citizen's place in the queue as they were last told. */
  readonly positions: ReadonlyMap<Id, number>;
  /** Acknowledged at any time, before the kill or after it. */
  readonly acked: ReadonlySet<string>;
  readonly refused: () => number;
  /** Called with every client's welcome. */
  onWelcome: (client: string) => void;
};

async function setScene(scope: Scope, size: Size): Promise<Scene> {
  const relay = await startRelayProcess(scope, { officers: size.desks, supervisors: 1 });
  const positions = new Map<Id, number>();
  const acked = new Set<string>();
  const holders = new Map<Id, number>();
  let refused = 0;
  let onWelcome: (client: string) => void = () => undefined;
  const ids: Id[] = [];
  const citizens = await connectCitizens(scope, relay.port, size.citizens, {
    parse: 'plain',
    hooks: (index) => ({
      onWelcome: () => onWelcome(`citizen ${index}`),
      onAck: (id) => void acked.add(id),
      onRefused: () => {
        refused += 1;
      },
      onPosition: (position) => {
        const conversation = ids[index];
        if (conversation === undefined) return;
        if (position === null) positions.delete(conversation);
        else positions.set(conversation, position);
      },
    }),
  });
  const desks = relay.staff.officers.map(({ token }, index) => {
    const hooks = { onWelcome: () => onWelcome(`desk ${index}`) };
    const desk = new Desk({ port: relay.port, token, parse: 'plain', hooks });
    scope.defer(() => desk.stop());
    desk.connect();
    return desk;
  });
  ids.push(...citizens.map((citizen) => citizen.conversation));
  await until('the desks', PATIENCE, () => desks.every((desk) => desk.complete));
  for (const desk of desks) desk.available(50);
  // Every tenth citizen or so is taken, so that the queue that remains has been taken from in the middle.
  const stride = Math.floor(size.citizens / (size.desks * size.heldEach));
  await inParallel(desks, 8, async (desk, index) => {
    for (let turn = 0; turn < size.heldEach; turn += 1) {
      const conversation = citizens[(index * size.heldEach + turn) * stride]?.conversation;
      if (conversation === undefined) continue;
      const outcome = await desk.command({ kind: 'take', conversation });
      if (outcome.kind === 'refused') throw new Error(`taking was refused: ${outcome.code}`);
      if (desk.cursor(conversation) === 0) desk.follow(conversation);
      holders.set(conversation, index);
    }
  });
  return {
    relay,
    citizens,
    desks,
    holders,
    positions,
    acked,
    refused: () => refused,
    set onWelcome(listener: (client: string) => void) {
      onWelcome = listener;
    },
  };
}

function waitingOrder(heads: Iterable<Head>): Id[] {
  const waiting = [...heads].filter((head) => head.status === 'waiting');
  return waiting.sort(compareQueue).map((head) => head.conversation);
}

/** One fifth of the citizens write, all kill long; answers what each text's order was, and how to stop. */
function startWriting(citizens: readonly Citizen[]): { sent: Map<string, number>; stop: () => void } {
  const sent = new Map<string, number>();
  const writers = citizens.filter((_, index) => index % 5 === 0);
  let turn = 0;
  const ticks = 20;
  const timer = setInterval(() => {
    for (let index = turn % ticks; index < writers.length; index += ticks) {
      const text = `${textOf(index)} (${sent.size})`;
      sent.set(text, sent.size);
      writers[index]?.send(text);
    }
    turn += 1;
  }, WRITES_EVERY / ticks);
  return { sent, stop: () => clearInterval(timer) };
}

function sameOrder(before: readonly Id[], after: readonly Id[]): boolean {
  return (
    before.length === after.length && before.every((conversation, index) => conversation === after[index])
  );
}

/** SIGKILL, start again on the same data, and everyone comes back with full jitter. */
export const restart: Section = {
  name: 'restart',
  seconds: { quick: 15, usual: 120 },
  run: async ({ quick, scope, add, note, say }) => {
    const size: Size = quick
      ? { citizens: 300, desks: 5, heldEach: 5 }
      : { citizens: 2_000, desks: 20, heldEach: 10 };
    say(`${size.citizens} citizens, ${size.desks} desks`);
    const scene = await setScene(scope, size);
    const { relay, citizens, desks } = scene;
    const [supervisor] = relay.staff.supervisors;
    if (supervisor === undefined) throw new Error('no supervisor');
    const before = await readJournals(scope, relay.port, supervisor.token, []);
    await until('the queue', PATIENCE, () => before.desk.heads.size === citizens.length);
    const orderBefore = waitingOrder(before.desk.heads.values());
    before.desk.stop();

    const writing = startWriting(citizens);
    scope.defer(writing.stop);
    await pause(quick ? 500 : 2_000);
    const back = new Map<string, number>();
    const start = performance.now();
    scene.onWelcome = (client) => {
      if (!back.has(client)) back.set(client, performance.now() - start);
    };
    const ackedBefore = scene.acked.size;
    await relay.server.kill();
    await relay.again();
    const listening = performance.now() - start;
    say(`listening again after ${Math.round(listening)} ms`);
    const clients = citizens.length + desks.length;
    await until('everyone', 60_000, () => back.size === clients);
    writing.stop();
    await until('all outboxes empty', 30_000, () =>
      citizens.every((citizen) => citizen.unacknowledged === 0),
    );

    const conversations = citizens.map((citizen) => citizen.conversation);
    const { journals, desk } = await readJournals(scope, relay.port, supervisor.token, conversations);
    const delivery = checkDelivery(journals, writing.sent, scene.acked);
    const orderAfter = waitingOrder(desk.heads.values());
    const told = orderAfter.filter((conversation, index) => scene.positions.get(conversation) !== index + 1);
    const kept = [...scene.holders].filter(
      ([conversation, index]) =>
        desk.heads.get(conversation)?.holder?.officer === relay.staff.officers[index]?.officer,
    );

    const times = [...back.values()].sort((a, b) => a - b);
    const samples = times.length;
    const of = `of ${clients.toLocaleString('en-GB')} clients back after the kill`;
    add({
      what: `95 % ${of}`,
      value: percentile(times, 0.95),
      unit: 'ms',
      samples,
      budget: { sense: 'at-most', limit: BUDGET },
    });
    add({ what: `100 % ${of}`, value: percentile(times, 1), unit: 'ms', samples });
    add({ what: 'the relay listens again after the kill', value: listening, unit: 'ms' });
    const nothing = { sense: 'at-most', limit: 0 } as const;
    const counted = { unit: '', samples: scene.acked.size, budget: nothing };
    add({ what: 'acknowledged messages lost', value: delivery.lost, ...counted });
    add({ what: 'messages doubled', value: delivery.doubled, ...counted });
    add({ what: 'messages out of their sender’s order', value: delivery.reordered, ...counted });
    add({ what: 'sent and never acknowledged', value: writing.sent.size - scene.acked.size, ...counted });
    const queue = { unit: '', samples: orderBefore.length, budget: nothing };
    add({
      what: 'queue order changed (1: yes)',
      value: sameOrder(orderBefore, orderAfter) ? 0 : 1,
      ...queue,
    });
    add({ what: 'citizens told another place than theirs', value: told.length, ...queue });
    const heldBudget = { unit: '', samples: scene.holders.size, budget: nothing };
    add({
      what: 'held conversations taken from their desk',
      value: scene.holders.size - kept.length,
      ...heldBudget,
    });
    note(
      `${writing.sent.size} messages around the kill, ${ackedBefore} acknowledged before it; checked by reading all ` +
        `${journals.size} journals back through a supervisor’s desk; ${scene.refused()} refusals on the way`,
    );
    note('times run from just before SIGKILL; clients wait with full jitter, 0 to 0.5 s × 2ⁿ, and try again');
  },
};
