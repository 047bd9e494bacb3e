import { type Level, type Logger, pino } from 'pino';

/** Something that happened, by name, with ids and numbers only. Same shape as the hub's `LogSink`. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  details?: Readonly<Record<string, string | number | boolean>>,
) => void;

/** Where lines of the log go: standard error, or a test's own ear. */
export type LogTarget = { write(line: string): void };

/**
 * What a detail may look like: an id, a code, a version. No space and no `@`: a sentence or an e-mail cannot
 * pass, whoever hands it over. A long run of token alphabet cannot either.
 */
const HARMLESS = /^(?!.*[A-Za-z0-9_-]{40})[A-Za-z0-9_.:-]{0,80}$/;
const REMOVED = '[removed]';

/** Ids of this house are UUIDs, 36 characters; a token has 43. Addresses of people are no ids either. */
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$|^[0-9a-f]*:[0-9a-f:.]+$/i;

function harmless(value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value;
  return HARMLESS.test(value) && !ADDRESS.test(value) ? value : REMOVED;
}

export function createLog(level: Level | 'silent', target?: LogTarget): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = pino(options, target ?? pino.destination({ fd: 2, sync: true }));
  return (severity, event, details = {}) => {
    const kept: Record<string, string | number | boolean> = {};
    for (const [name, value] of Object.entries(details)) kept[name] = harmless(value);
    logger[severity]({ event: harmless(event), ...kept });
  };
}

/**
 * What may be said of an exception: its name, its code and where it was thrown. Its message may quote what
 * was being read.
 */
export function faultDetails(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const frame = /^\s+at .*?([\w.-]+\.m?[jt]s:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1] ?? '';
  return { error: error.name, code, at: frame };
}
