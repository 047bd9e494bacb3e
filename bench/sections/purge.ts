import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Entry, EntryBody } from '../../protocol/entry.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { askRelay } from '../../server/control/ask.ts';
import { JOURNAL_FILE } from '../../server/store/sqlite/database.ts';
import { EMPTY_BATCH, type NewEntry, type Store } from '../../server/store/store.ts';
import type { LoadSize } from '../load/contender.ts';
import { type Latencies, type OpenLoop, openLoop } from '../load/open-loop.ts';
import { relayContender } from '../load/relay-contender.ts';
import { textOf } from '../load/texts.ts';
import { summarize } from '../report/statistics.ts';
import type { Section } from '../section.ts';

/** Entries of one conversation; conversations of one commit while the store is filled. */
const ENTRIES = 20;
const CONVERSATIONS_A_COMMIT = 100;
const DAY = 24 * 3_600_000;
const SEASON = 90 * DAY;

type Plan = { readonly size: LoadSize; readonly entries: number; readonly length: number };

const USUAL: Plan = {
  size: { conversations: 500, desks: 150, supervisors: 0, waiting: 0 },
  entries: 1_000_000,
  length: 20_000,
};
const QUICK: Plan = {
  size: { conversations: 100, desks: 10, supervisors: 0, waiting: 0 },
  entries: 4_000,
  length: 1_000,
};

function journal(conversation: Id, at: number): NewEntry[] {
  return Array.from({ length: ENTRIES }, (_, index) => {
    const body: EntryBody =
      index === 0
        ? { kind: 'opened', termsVersion: '1', language: 'fr', subject: null }
        : index === ENTRIES - 1
          ? { kind: 'closure', disposition: 'answered', comment: null }
          : { kind: 'message', text: textOf(index) };
    const author: Entry['author'] =
      body.kind === 'closure'
        ? { role: 'officer', officer: newId(), rank: 'Major', alias: 'Sacha' }
        : { role: 'citizen' };
    const entry: Entry = { conversation, seq: index + 1, id: newId(), at: at + index, author, body };
    return { entry, request: null };
  });
}

/** Closed conversations, some weeks before their time. */
async function fill(store: Store, entries: number): Promise<void> {
  const openedAt = Date.now() - DAY * 60;
  for (let made = 0; made < entries; made += ENTRIES * CONVERSATIONS_A_COMMIT) {
    const ids = Array.from({ length: CONVERSATIONS_A_COMMIT }, () => newId());
    await store.commit({
      ...EMPTY_BATCH,
      opened: ids.map((conversation) => ({ conversation, openedAt, purgeAt: openedAt + SEASON })),
      appended: ids.map((conversation) => ({
        conversation,
        after: 0,
        entries: journal(conversation, openedAt),
      })),
    });
  }
}

/** As if their time had come. */
function makeDue(directory: string): void {
  const database = new Database(join(directory, JOURNAL_FILE));
  database.prepare('UPDATE conversations SET purge_at = 1 WHERE closed_at IS NOT NULL').run();
  database.close();
}

function pool(rounds: readonly Latencies[]) {
  return {
    toOfficer: rounds.flatMap((round) => round.toOfficer),
    ack: rounds.flatMap((round) => round.ack),
    missing: rounds.reduce((sum, round) => sum + round.missing, 0),
  };
}

/** A purge of many entries while conversations are active: how fast, and what the people who talk notice. */
export const purge: Section = {
  name: 'purge',
  seconds: { quick: 6, usual: 900 },
  run: async ({ quick, scope, add, note, say }) => {
    const { size, entries, length } = quick ? QUICK : USUAL;
    const loop: OpenLoop = { length, warmUp: length / 4, citizenEvery: 10_000, officerEvery: 10_000 };
    const relay = await relayContender(scope, size, 'plain', async (store) => {
      say(`filling the store with ${entries} entries`);
      await fill(store, entries);
    });
    const { directory } = relay.relay;
    say('before');
    const before = pool([await openLoop(relay, loop)]);
    makeDue(directory);
    say('during');
    const started = performance.now();
    let took = Number.NaN;
    let purging = true;
    const purged = askRelay(directory, { act: 'purge' }).then((answer) => {
      took = performance.now() - started;
      purging = false;
      return answer;
    });
    purged.catch(() => {
      purging = false;
    });
    const rounds: Latencies[] = [];
    while (purging)
      rounds.push(await openLoop(relay, { ...loop, warmUp: 0, length: length / (quick ? 2 : 1) }));
    const answer = await purged;
    if (answer.kind !== 'purged') throw new Error(`the relay answered ${answer.kind}`);
    const during = pool(rounds);

    add({ what: 'entries destroyed', value: answer.entries, unit: '' });
    add({ what: 'entries destroyed, of one second', value: (answer.entries / took) * 1000, unit: '/s' });
    const [officerBefore, officerDuring] = [summarize(before.toOfficer), summarize(during.toOfficer)];
    const named = (when: string, value: number, samples: number) =>
      add({ what: `citizen → officer’s socket, p99, ${when}`, value, unit: 'ms', samples });
    named('before', officerBefore.p99, officerBefore.count);
    named('during', officerDuring.p99, officerDuring.count);
    const ratio = officerDuring.p99 / officerBefore.p99;
    const doubled = { sense: 'at-most', limit: 2 } as const;
    add({ what: 'p99 during / before', value: ratio, unit: '×', ...(quick ? {} : { budget: doubled }) });
    add({ what: 'slowest during', value: officerDuring.maximum, unit: 'ms', samples: officerDuring.count });
    add({ what: 'acknowledgement, p99, before', value: summarize(before.ack).p99, unit: 'ms' });
    add({ what: 'acknowledgement, p99, during', value: summarize(during.ack).p99, unit: 'ms' });
    const none = { sense: 'at-most', limit: 0 } as const;
    const missing = before.missing + during.missing + relay.refused();
    add({ what: 'never arrived or refused', value: missing, unit: '', budget: none });
    const megabytes = Math.round(statSync(join(directory, JOURNAL_FILE)).size / 1e6);
    note(
      `${size.conversations} active conversations; the journal's file had ${megabytes} MB; each desk is told of each purge`,
    );
  },
};
