import type { Contender, LoadSize } from '../load/contender.ts';
import { type Latencies, type OpenLoop, openLoop } from '../load/open-loop.ts';
import { relayContender } from '../load/relay-contender.ts';
import { socketioContender } from '../peers/socketio-contender.ts';
import { median, type Summary, summarize } from '../report/statistics.ts';
import type { Context, Section } from '../section.ts';

/** DESIGN.md, "Budgets": citizen → officer's screen, p99, for the full size. Also held against the small one. */
const BUDGET = 250;

const SMALL: LoadSize = { conversations: 200, desks: 20, supervisors: 2, waiting: 0 };
const FULL: LoadSize = { conversations: 500, desks: 150, supervisors: 20, waiting: 1_500 };

type Pooled = {
  readonly toOfficer: number[];
  readonly toCitizen: number[];
  readonly ack: number[];
  readonly lateness: number[];
  /** Shares of one core that the server used, a round each. */
  readonly loads: number[];
  missing: number;
};

async function rounds(contenders: readonly Contender[], count: number, loop: OpenLoop): Promise<Pooled[]> {
  const pooled = contenders.map(
    (): Pooled => ({ toOfficer: [], toCitizen: [], ack: [], lateness: [], loads: [], missing: 0 }),
  );
  for (let round = 0; round < count; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      await contender.server.usage();
      const measured: Latencies = await openLoop(contender, loop);
      const usage = await contender.server.usage();
      const pool = pooled[index];
      if (pool === undefined) continue;
      for (const key of ['toOfficer', 'toCitizen', 'ack', 'lateness'] as const) {
        for (const sample of measured[key]) pool[key].push(sample);
      }
      pool.loads.push(usage.cpu / usage.wall);
      pool.missing += measured.missing;
    }
  }
  return pooled;
}

function tell(context: Context, size: string, name: string, summary: Summary, budget: number | null): void {
  const { count: samples, p50, p99, maximum } = summary;
  context.add({ what: `${size}: ${name}, p50`, value: p50, unit: 'ms', samples });
  const p99Figure = { what: `${size}: ${name}, p99`, value: p99, unit: 'ms', samples };
  context.add(budget === null ? p99Figure : { ...p99Figure, budget: { sense: 'below', limit: budget } });
  context.add({ what: `${size}: ${name}, slowest`, value: maximum, unit: 'ms', samples });
}

async function measure(context: Context, label: string, size: LoadSize, loop: OpenLoop, count: number) {
  // At full size 170 desks each get 2,000 heads: checking every one here would take the generator's time, not the relay's.
  const parse = size === SMALL ? 'schema' : 'plain';
  const { scope, add, note, say } = context;
  say(`${label}: connecting`);
  const relay = await relayContender(scope, size, parse);
  const peer = await socketioContender(scope, size, 'each');
  say(`${label}: ${count} rounds of ${loop.length / 1000} s on each`);
  const [ours, theirs] = await rounds([relay, peer], count, loop);
  if (ours === undefined || theirs === undefined) return;
  const relaySummary = summarize(ours.toOfficer);
  const peerSummary = summarize(theirs.toOfficer);
  tell(context, label, 'citizen → officer’s socket, relay', relaySummary, BUDGET);
  tell(context, label, 'citizen → officer’s socket, Socket.IO', peerSummary, null);
  add({ what: `${label}: relay / Socket.IO, p50`, value: relaySummary.p50 / peerSummary.p50, unit: '×' });
  add({ what: `${label}: relay / Socket.IO, p99`, value: relaySummary.p99 / peerSummary.p99, unit: '×' });
  tell(context, label, 'officer → citizen’s socket, relay', summarize(ours.toCitizen), null);
  tell(context, label, 'citizen’s acknowledgement, relay', summarize(ours.ack), null);
  const budget = { sense: 'at-most', limit: 0 } as const;
  add({
    what: `${label}: never arrived or refused, relay`,
    value: ours.missing + relay.refused(),
    unit: '',
    budget,
  });
  add({ what: `${label}: never arrived, Socket.IO`, value: theirs.missing, unit: '' });
  const rate = size.conversations * (1000 / loop.citizenEvery + 1000 / loop.officerEvery);
  note(
    `${label}: ${size.conversations} conversations on ${size.desks} desks, ${size.supervisors} supervisors, ` +
      `${size.waiting} waiting; ${Math.round(rate)} messages a second, Poisson, open loop; first ` +
      `${loop.warmUp / 1000} s of each round left out; generator late by p99 ` +
      `${summarize(ours.lateness).p99.toFixed(1)} ms (relay), ${summarize(theirs.lateness).p99.toFixed(1)} ms (peer)`,
  );
  const percent = (loads: readonly number[]) => `${Math.round(median(loads) * 100)} %`;
  note(`${label}: of one core the relay used ${percent(ours.loads)}, Socket.IO ${percent(theirs.loads)}`);
  await relay.server.kill();
  await peer.server.kill();
}

/** Citizen → officer, on one clock: both ends are in this process, the server in its own. */
export const latency: Section = {
  name: 'latency',
  seconds: { quick: 8, usual: 240 },
  run: async (context) => {
    const { quick } = context;
    // A lively chat: a citizen writes every 3 s, each conversation's officer every 6 s.
    const loop = { citizenEvery: 3_000, officerEvery: 6_000, warmUp: quick ? 300 : 2_000 };
    await measure(context, '200 on 20', SMALL, { ...loop, length: quick ? 1_700 : 10_000 }, quick ? 1 : 3);
    if (!quick) await measure(context, '500 on 150', FULL, { ...loop, length: 10_000 }, 3);
    context.note('the officer’s socket, not yet the screen: the desk section measures event → painted frame');
  },
};
