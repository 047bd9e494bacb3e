import { newId } from '../../protocol/ids.ts';
import { until } from '../scope.ts';
import type { Contender, Sending } from './contender.ts';
import { textOf } from './texts.ts';

export type OpenLoop = {
  /** Milliseconds that are measured, after `warmUp` milliseconds that are not. */
  readonly length: number;
  readonly warmUp: number;
  /** Mean time between two messages of one citizen, and of the officer in one conversation; milliseconds. */
  readonly citizenEvery: number;
  readonly officerEvery: number;
};

export type Latencies = {
  /** Citizen's send to the officer's socket, and the other way; milliseconds. */
  readonly toOfficer: number[];
  readonly toCitizen: number[];
  /** A citizen's send to the acknowledgement. */
  readonly ack: number[];
  /** How late the generator itself was; if this is large, the load was not the one described. */
  readonly lateness: number[];
  readonly sent: number;
  /** Never arrived within five seconds after the end. */
  readonly missing: number;
};

type Due = { readonly at: number; readonly sending: Sending };

/** A Poisson process: each side of each conversation writes when it pleases, whatever the server does. */
function schedule(contender: Contender, loop: OpenLoop): Due[] {
  const due: Due[] = [];
  const end = loop.warmUp + loop.length;
  for (let conversation = 0; conversation < contender.conversations; conversation += 1) {
    for (const from of ['citizen', 'officer'] as const) {
      const mean = from === 'citizen' ? loop.citizenEvery : loop.officerEvery;
      const gap = () => mean * -Math.log(1 - Math.random());
      for (let at = gap(); at < end; at += gap()) {
        due.push({ at, sending: { conversation, from, id: newId() } });
      }
    }
  }
  return due.sort((a, b) => a.at - b.at);
}

/**
 * Sends on schedule and never waits for an answer: a server that stalls is met by the same messages as one that
 * does not. Times run from the hand-over to the sending socket to the callback of the receiving one.
 */
export async function openLoop(contender: Contender, loop: OpenLoop): Promise<Latencies> {
  const due = schedule(contender, loop);
  const sentAt = new Map<string, { at: number; sending: Sending; counts: boolean }>();
  const result: Latencies & { sent: number; missing: number } = {
    toOfficer: [],
    toCitizen: [],
    ack: [],
    lateness: [],
    sent: due.length,
    missing: 0,
  };
  let arrived = 0;
  contender.listen({
    acked: (id, at) => {
      const message = sentAt.get(id);
      if (message?.counts && message.sending.from === 'citizen') result.ack.push(at - message.at);
    },
    arrived: (id, at) => {
      const message = sentAt.get(id);
      if (message === undefined) return;
      arrived += 1;
      if (!message.counts) return;
      (message.sending.from === 'citizen' ? result.toOfficer : result.toCitizen).push(at - message.at);
    },
  });
  const start = performance.now();
  for (let next = 0; next < due.length; ) {
    const now = performance.now() - start;
    for (let item = due[next]; item !== undefined && item.at <= now; item = due[next]) {
      const at = performance.now();
      const counts = item.at >= loop.warmUp;
      sentAt.set(item.sending.id, { at, sending: item.sending, counts });
      contender.send(item.sending, textOf(next));
      if (counts) result.lateness.push(at - start - item.at);
      next += 1;
    }
    const item = due[next];
    if (item !== undefined) {
      await new Promise((wake) => setTimeout(wake, Math.max(1, item.at - (performance.now() - start))));
    }
  }
  await until('the last messages', 5_000, () => arrived >= due.length).catch(() => undefined);
  return { ...result, missing: due.length - arrived };
}
