import { connectCitizens } from '../load/crowd.ts';
import { PeerClient } from '../peers/socketio-client.ts';
import { startPeer } from '../peers/socketio-contender.ts';
import { type Point, slope } from '../report/statistics.ts';
import { inParallel, type Scope } from '../scope.ts';
import type { Section } from '../section.ts';
import { startRelayProcess } from '../servers/relay-process.ts';
import type { ServerProcess } from '../servers/server-process.ts';

/** DESIGN.md, "Budgets": memory per idle citizen, in thousands of bytes (12 KB read the strict way). */
const BUDGET = 12;

type Reading = {
  readonly clients: number;
  readonly rssAsFound: number;
  readonly rss: number;
  readonly heap: number;
};

/** Connects up to each step's count and reads the server's memory there, after two full collections. */
async function climb(
  server: ServerProcess,
  steps: readonly number[],
  connect: (count: number) => Promise<unknown>,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  let clients = 0;
  for (const step of steps) {
    await connect(step - clients);
    clients = step;
    const { rssAsFound, rss, heapUsed, external } = await server.memory();
    readings.push({ clients, rssAsFound, rss, heap: heapUsed + external });
  }
  return readings;
}

function perClient(readings: readonly Reading[], pick: (reading: Reading) => number): number {
  return slope(readings.map((reading): Point => ({ x: reading.clients, y: pick(reading) }))) / 1000;
}

async function peerReadings(scope: Scope, steps: readonly number[]): Promise<Reading[]> {
  const server = await startPeer(scope, 'each');
  const silent = { onAck: () => undefined, onEntry: () => undefined };
  let number = 0;
  return climb(server, steps, (count) =>
    inParallel(Array.from({ length: count }), 64, async () => {
      number += 1;
      const query = { desk: 'nobody', conversation: `c${number}` };
      const client = await PeerClient.connect(server.port, query, silent);
      scope.defer(() => client.stop());
    }),
  );
}

/** What one more connected, waiting, silent citizen adds to the relay. */
export const memory: Section = {
  name: 'memory',
  seconds: { quick: 4, usual: 90 },
  run: async ({ quick, scope, add, note, say }) => {
    const steps = quick ? [100, 250, 400] : [100, 500, 1_000, 1_500, 2_000];
    say(`up to ${steps.at(-1)} citizens on the relay`);
    const relay = await startRelayProcess(scope, { officers: 0, supervisors: 0 });
    const ours = await climb(relay.server, steps, (count) =>
      connectCitizens(scope, relay.port, count, { parse: 'schema', hooks: () => ({}) }),
    );
    await relay.server.kill();
    say('the same on Socket.IO');
    const theirs = await peerReadings(scope, steps);
    const rss = perClient(ours, (reading) => reading.rss);
    const peerRss = perClient(theirs, (reading) => reading.rss);
    const samples = steps.length;
    const budget = { sense: 'at-most', limit: BUDGET } as const;
    const heap = perClient(ours, (reading) => reading.heap);
    const peak = (readings: readonly Reading[]) => Math.max(...readings.map((one) => one.rssAsFound)) / 1e6;
    add({ what: 'resident memory an idle citizen, relay', value: rss, unit: 'KB', samples, budget });
    add({ what: 'heap and buffers an idle citizen, relay', value: heap, unit: 'KB', samples });
    add({
      what: 'whole process at its largest, garbage included, relay',
      value: peak(ours),
      unit: 'MB',
      samples,
    });
    add({ what: 'resident memory an idle client, Socket.IO', value: peerRss, unit: 'KB', samples });
    const peerHeap = perClient(theirs, (reading) => reading.heap);
    add({ what: 'heap and buffers an idle client, Socket.IO', value: peerHeap, unit: 'KB', samples });
    add({
      what: 'whole process at its largest, garbage included, Socket.IO',
      value: peak(theirs),
      unit: 'MB',
    });
    add({ what: 'relay / Socket.IO, resident', value: rss / peerRss, unit: '×' });
    const list = (readings: readonly Reading[]) =>
      readings.map((one) => `${one.clients}: ${Math.round(one.rss / 1e6)}`).join(', ');
    note(`resident MB at so many clients: relay ${list(ours)}; Socket.IO ${list(theirs)}`);
    note(
      'slope by least squares from 100 clients on, each reading after two last-resort collections; “at its largest” is before them, just after a part of the crowd arrived',
    );
    note(
      'the relay’s citizen is a waiting conversation with its journal; Socket.IO’s is a bare socket in a room',
    );
  },
};
