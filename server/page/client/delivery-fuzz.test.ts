import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToCitizen } from '../../../protocol/citizen-channel.ts';
import type { CitizenEntry } from '../../../protocol/entry.ts';
import { newId } from '../../../protocol/ids.ts';
import { TIMES } from '../../../protocol/limits.ts';
import { createClient } from './client.ts';
import { createWorld, entry, type FakeWire, welcomeFrame } from './fake-world.ts';

/**
 * A relay that keeps its promises (D1, D3, D4, R1, R2) over a wire that keeps none: frames of both directions
 * wait in queues that are delivered, cut and lost at will.
 */
function createRelay(world: ReturnType<typeof createWorld>) {
  const journal: CitizenEntry[] = [entry(1, { kind: 'opened', termsVersion: '1', language: 'fr' })];
  let epoch = newId();
  let served: FakeWire | null = null;
  let taken = 0;
  let cursor = 0;
  let toClient: ToCitizen[] = [];

  function stepIn(): void {
    const wire = world.wires[world.wires.length - 1];
    if (wire === undefined || wire.closedByClient) return;
    if (wire !== served) {
      served = wire;
      taken = 0;
      toClient = [];
      wire.open();
    }
    const frame = wire.sent[taken];
    if (frame === undefined) return;
    taken += 1;
    if (frame.type === 'hello') {
      const known = frame.epoch === null || (frame.epoch === epoch && frame.cursor <= journal.length);
      cursor = known ? frame.cursor : 0;
      toClient.push(welcomeFrame({ epoch, reset: !known, now: world.now }));
      publish();
    } else if (frame.type === 'message') {
      commit(frame.id, frame.text);
      const seq = journal.findIndex((one) => one.id === frame.id) + 1;
      toClient.push({ type: 'ack', id: frame.id, seq, at: 1 });
      publish();
    }
  }

  function commit(id: string, text: string): void {
    if (journal.some((one) => one.id === id)) return;
    journal.push(entry(journal.length + 1, { kind: 'message', text }, { role: 'citizen' }, id));
  }

  function publish(): void {
    const fresh = journal.slice(cursor);
    if (fresh.length === 0) return;
    toClient.push({ type: 'entries', after: cursor, through: journal.length, entries: fresh });
    cursor = journal.length;
  }

  return {
    journal,
    stepIn,
    stepOut: () => {
      const wire = world.wires[world.wires.length - 1];
      const frame = toClient.shift();
      if (wire !== undefined && wire === served && !wire.closedByClient && frame !== undefined)
        wire.deliver(frame);
    },
    cut: () => {
      const wire = world.wires[world.wires.length - 1];
      if (wire !== undefined && !wire.closedByClient) wire.cut();
    },
    refuseNext: () => {
      const frame = served?.sent[taken];
      if (frame?.type !== 'message') return;
      taken += 1;
      toClient.push({ type: 'refused', id: frame.id, code: 'storage-unavailable' });
    },
    officerSpeaks: () => {
      journal.push(entry(journal.length + 1, { kind: 'message', text: 'officer' }));
      publish();
    },
    /** Restored from an older copy: the last entries are gone, and so is the epoch. */
    restore: () => {
      if (journal.length > 1) journal.pop();
      epoch = newId();
      toClient = [];
      served?.cut();
    },
  };
}

const STEPS = ['send', 'in', 'in', 'out', 'out', 'cut', 'refuse', 'officer', 'wait', 'nonsense'] as const;
type Step = (typeof STEPS)[number] | 'restore';

function play(steps: readonly Step[]) {
  const world = createWorld();
  const relay = createRelay(world);
  const client = createClient(world.environment);
  client.start();
  let written = 0;
  const acts: Record<Step, () => void> = {
    send: () => {
      if (client.send(`message ${written}`)) written += 1;
    },
    in: relay.stepIn,
    out: relay.stepOut,
    cut: relay.cut,
    refuse: relay.refuseNext,
    officer: relay.officerSpeaks,
    wait: () => world.pass(3_000),
    nonsense: () => {
      const wire = world.wires[world.wires.length - 1];
      if (wire !== undefined && !wire.closedByClient) wire.deliverText('{');
    },
    restore: relay.restore,
  };
  for (const step of steps) acts[step]();
  // Then the network is well for a while.
  for (let round = 0; round < 400; round += 1) {
    relay.stepIn();
    relay.stepOut();
    if (round % 20 === 19) world.pass(TIMES.reconnectCeiling / 4);
  }
  return { client, relay, written };
}

function ownTexts(journal: readonly CitizenEntry[]): string[] {
  return journal.flatMap((one) =>
    one.author.role === 'citizen' && one.body.kind === 'message' ? [one.body.text] : [],
  );
}

describe('over a wire that may cut, lose and refuse anything', () => {
  it('D1, D5, R1: every message arrives once, in the order written, and the page shows the journal', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 120 }), (steps) => {
        const { client, relay, written } = play(steps);
        expect(ownTexts(relay.journal)).toEqual(
          Array.from({ length: written }, (_, index) => `message ${index}`),
        );
        expect(client.state().entries).toEqual(relay.journal);
        expect(client.state()).toMatchObject({ outbox: [], light: 'online', phase: 'open' });
      }),
      { numRuns: 300 },
    );
  });

  it('R2: after a restored store too, the page shows that store’s journal, and nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS, 'restore' as const), { maxLength: 120 }), (steps) => {
        const { client, relay } = play(steps);
        const texts = ownTexts(relay.journal);
        expect(new Set(texts).size).toBe(texts.length);
        expect(client.state().entries).toEqual(relay.journal);
        expect(client.state().outbox).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
