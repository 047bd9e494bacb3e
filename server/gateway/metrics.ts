import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { MetricsSink } from '../relay/options.ts';

export type SocketKind = 'citizen' | 'desk';

export interface Metrics extends MetricsSink {
  connected(kind: SocketKind, change: 1 | -1): void;
  /** A request or a handshake that the gateway refused. */
  turnedAway(where: 'http' | 'handshake', code: RefusalCode): void;
  /** The text of `/metrics` (Prometheus exposition format). */
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
}

const NANOSECONDS = 1e9;

function lagGauge(registers: Registry[], lag: ReturnType<typeof monitorEventLoopDelay>): void {
  new Gauge({
    name: 'permanence_event_loop_lag_seconds',
    help: 'Delay of the event loop since the last scrape',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of [50, 99, 100]) {
        this.set({ quantile: String(quantile / 100) }, lag.percentile(quantile) / NANOSECONDS);
      }
      lag.reset();
    },
  });
}

function memoryGauge(registers: Registry[]): void {
  new Gauge({
    name: 'permanence_memory_bytes',
    help: 'Memory of the process',
    labelNames: ['kind'],
    registers,
    collect() {
      const { rss, heapUsed, external } = process.memoryUsage();
      this.set({ kind: 'resident' }, rss);
      this.set({ kind: 'heap' }, heapUsed);
      this.set({ kind: 'external' }, external);
    },
  });
}

/** The relay's figures, in a registry of their own. Labels are codes and kinds: never an id or an address. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });

  const connections = new Gauge({
    name: 'permanence_connections',
    help: 'Open sockets',
    labelNames: ['kind'],
    registers,
  });
  connections.set({ kind: 'citizen' }, 0);
  connections.set({ kind: 'desk' }, 0);
  const waiting = gauge('permanence_conversations_waiting', 'Conversations in the queue');
  const deferred = gauge('permanence_conversations_deferred', 'Questions that wait for an answer by e-mail');
  const active = gauge('permanence_conversations_active', 'Conversations held by an officer');
  const commits = new Histogram({
    name: 'permanence_commit_seconds',
    help: 'Time of one durable commit',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  const messages = counter('permanence_messages_total', 'Messages made durable');
  const entries = counter('permanence_entries_total', 'Entries made durable');
  const failures = counter(
    'permanence_commit_failures_total',
    'Commits that failed; nothing of them was kept',
  );
  const cutOff = counter('permanence_readers_cut_off_total', 'Readers closed for being too slow');
  const purged = counter('permanence_purged_conversations_total', 'Conversations destroyed');
  const purgedAt = gauge('permanence_last_purge_timestamp_seconds', 'When a purge last ran to its end');
  const purgedEntries = counter('permanence_purged_entries_total', 'Entries destroyed');
  const refusals = new Counter({
    name: 'permanence_refusals_total',
    help: 'Requests, handshakes and messages refused, by code',
    labelNames: ['where', 'code'],
    registers,
  });
  const mails = new Counter({
    name: 'permanence_mails_total',
    help: 'Answers by e-mail tried, by what came of it',
    labelNames: ['result'],
    registers,
  });
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  lagGauge(registers, lag);
  memoryGauge(registers);

  return {
    connected: (kind, change) => connections.inc({ kind }, change),
    turnedAway: (where, code) => refusals.inc({ where, code }),
    committed(count, messageCount, milliseconds) {
      entries.inc(count);
      messages.inc(messageCount);
      commits.observe(milliseconds / 1000);
    },
    commitFailed: () => failures.inc(),
    gauges(now) {
      waiting.set(now.waiting);
      deferred.set(now.deferred);
      active.set(now.held);
    },
    readerCutOff: () => cutOff.inc(),
    refused: (code) => refusals.inc({ where: 'message', code }),
    purged(conversations, count) {
      purged.inc(conversations);
      purgedAt.setToCurrentTime();
      purgedEntries.inc(count);
    },
    mailTried: (result) => mails.inc({ result }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close: () => void lag.disable(),
  };
}
