import { join } from 'node:path';
import { type ClosedLoop, closedLoop, type Throughput } from '../load/closed-loop.ts';
import type { Contender, LoadSize } from '../load/contender.ts';
import { relayContender } from '../load/relay-contender.ts';
import { textOf } from '../load/texts.ts';
import { oneCommitRate } from '../peers/one-commit.ts';
import { socketioContender } from '../peers/socketio-contender.ts';
import { breakdown } from '../report/profile.ts';
import { median } from '../report/statistics.ts';
import type { Context, Section } from '../section.ts';

const SIZE: LoadSize = { conversations: 200, desks: 20, supervisors: 0, waiting: 0 };

/** How many functions of a profile are worth reading. */
const TOP = 25;

async function profileRelay(context: Context, relay: Contender, loop: ClosedLoop): Promise<void> {
  if (context.profile === null) return;
  const file = join(context.profile, 'relay.cpuprofile');
  await relay.server.startProfile();
  await closedLoop(relay, loop);
  await relay.server.stopProfile(file);
  context.note(`profile of the relay under this load: ${file}`);
  const { functions, modules } = await breakdown(file, TOP);
  for (const { name, share } of [...modules, ...functions]) {
    context.note(`${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
  }
}

function tell({ add, note }: Context, name: string, measured: readonly Throughput[]): number {
  const of = (pick: (one: Throughput) => number) => median(measured.map(pick));
  const rate = of((one) => one.rate);
  const samples = measured.reduce((sum, one) => sum + one.acked, 0);
  add({ what: `durable acknowledged messages, ${name}`, value: rate, unit: '/s', samples });
  add({ what: `processor time a message, ${name}`, value: of((one) => one.serverCpu), unit: 'µs' });
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  note(
    `${name}: server used ${percent(of((one) => one.serverLoad))} of a core, ` +
      `the load generator ${percent(of((one) => one.generatorLoad))} of the other; rounds ` +
      measured.map((one) => Math.round(one.rate).toLocaleString('en-GB')).join(', '),
  );
  const missing = measured.reduce((sum, one) => sum + one.missing, 0);
  if (missing > 0) note(`${name}: ${missing} messages were sent and never came out at their desk`);
  return rate;
}

/** How many messages a second are acknowledged once durable: the relay, its peer, and the bare disk. */
export const throughput: Section = {
  name: 'throughput',
  seconds: { quick: 8, usual: 150 },
  run: async (context) => {
    const { quick, scope, say, add, note } = context;
    const loop: ClosedLoop = {
      window: quick ? 5 : 8,
      warmUp: quick ? 400 : 1_500,
      length: quick ? 1_000 : 5_000,
    };
    say('connecting');
    const relay = await relayContender(scope, SIZE, 'plain');
    const peers = [await socketioContender(scope, SIZE, 'each')];
    if (!quick) peers.push(await socketioContender(scope, SIZE, 'group'));
    const directory = scope.directory();
    const all: Contender[] = [relay, ...peers];
    const measured = all.map((): Throughput[] => []);
    const bare: number[] = [];
    const rounds = quick ? 1 : 3;
    for (let round = 0; round < rounds; round += 1) {
      say(`round ${round + 1} of ${rounds}`);
      bare.push(oneCommitRate(directory, textOf(round), loop.length / 2));
      for (const [index, contender] of all.entries()) {
        measured[index]?.push(await closedLoop(contender, loop));
      }
    }
    const oneCommit = median(bare);
    const rates = all.map((contender, index) => tell(context, contender.name, measured[index] ?? []));
    const [ours = Number.NaN, each = Number.NaN, group] = rates;
    add({ what: 'bare loop, one commit a message, no network', value: oneCommit, unit: '/s' });
    add({
      what: 'relay / one commit a message',
      value: ours / oneCommit,
      unit: '×',
      budget: { sense: 'at-least', limit: 10 },
    });
    add({
      what: 'relay / Socket.IO, one commit a message',
      value: ours / each,
      unit: '×',
      budget: { sense: 'above', limit: 1 },
    });
    if (group !== undefined) {
      add({ what: 'relay / Socket.IO given a group commit', value: ours / group, unit: '×' });
    }
    add({
      what: 'refused, relay',
      value: relay.refused(),
      unit: '',
      budget: { sense: 'at-most', limit: 0 },
    });
    note(
      `closed loop: ${SIZE.conversations} citizens, ${loop.window} messages each on the way, ${SIZE.desks} desks that receive ` +
        `all; ${rounds === 1 ? 'one round' : `medians of ${rounds} interleaved rounds`} of ${loop.length / 1000} s, ${loop.warmUp / 1000} s of warm-up left out`,
    );
    note(
      'the relay also seals, chains, checks schemas and keeps resumable journals; Socket.IO here does none',
    );
    await profileRelay(context, relay, loop);
  },
};
