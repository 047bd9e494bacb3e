import { newId } from '../../protocol/ids.ts';
import { pause, until } from '../scope.ts';
import type { Contender } from './contender.ts';
import { textOf } from './texts.ts';

export type ClosedLoop = {
  /** Messages of each citizen that are on the way at once. */
  readonly window: number;
  readonly warmUp: number;
  readonly length: number;
};

export type Throughput = {
  /** Durable acknowledgements a second. */
  readonly rate: number;
  readonly acked: number;
  /** Processor time of the server a message, in microseconds. */
  readonly serverCpu: number;
  /** Share of one core that the server, and the load generator, used. */
  readonly serverLoad: number;
  readonly generatorLoad: number;
  /** Acknowledged messages that never came out at the desk. */
  readonly missing: number;
};

/**
 * Every citizen keeps `window` messages on the way: an acknowledgement sends the next. Counts acknowledgements
 * between the end of the warm-up and the end; all messages must also have come out at their desk.
 */
export async function closedLoop(contender: Contender, loop: ClosedLoop): Promise<Throughput> {
  const owner = new Map<string, number>();
  let running = true;
  let acked = 0;
  let arrived = 0;
  let sent = 0;
  const send = (conversation: number) => {
    const id = newId();
    owner.set(id, conversation);
    contender.send({ conversation, from: 'citizen', id }, textOf(sent));
    sent += 1;
  };
  contender.listen({
    acked: (id) => {
      const conversation = owner.get(id);
      if (conversation === undefined) return;
      owner.delete(id);
      acked += 1;
      if (running) send(conversation);
    },
    arrived: () => {
      arrived += 1;
    },
  });
  for (let round = 0; round < loop.window; round += 1) {
    for (let conversation = 0; conversation < contender.conversations; conversation += 1) send(conversation);
  }
  await pause(loop.warmUp);
  await contender.server.usage();
  const own = process.cpuUsage();
  const start = performance.now();
  const before = acked;
  await pause(loop.length);
  const counted = acked - before;
  const took = performance.now() - start;
  const { user, system } = process.cpuUsage(own);
  const usage = await contender.server.usage();
  running = false;
  await until('the last acknowledgements', 5_000, () => acked >= sent && arrived >= sent).catch(
    () => undefined,
  );
  return {
    rate: (counted / took) * 1000,
    acked: counted,
    serverCpu: (usage.cpu * 1000) / Math.max(1, counted),
    serverLoad: usage.cpu / usage.wall,
    generatorLoad: (user + system) / 1000 / took,
    missing: sent - arrived,
  };
}
