import type { Disposition, Entry } from '../../../protocol/entry.ts';
import type { Time } from '../../../protocol/ids.ts';
import { parisDay } from '../../domain/days.ts';
import type { Batch, DailyCount } from '../store.ts';
import type { SqliteDatabase } from './database.ts';

/** A day never changes within a quarter of an hour of UTC, and formatting one is slow. */
const QUARTER = 15 * 60_000;

/** Counts by day, without any identity: they are what remains after a purge. */
export class DailyCounters {
  readonly #add;
  readonly #less;
  readonly #all;
  #quarter = Number.NaN;
  #day = '';

  constructor(database: SqliteDatabase) {
    this.#add = database.prepare<[string, string, number]>(
      `INSERT INTO daily_counters (day, name, count) VALUES (?, ?, ?)
       ON CONFLICT (day, name) DO UPDATE SET count = count + excluded.count`,
    );
    this.#less = database.prepare<[number, string, string]>(
      'UPDATE daily_counters SET count = max(0, count - ?) WHERE day = ? AND name = ?',
    );
    this.#all = database.prepare<[], DailyCount>(
      'SELECT day, name, count FROM daily_counters ORDER BY day, name',
    );
  }

  /** Within the batch's own transaction. */
  count(batch: Batch): void {
    const counts = new Map<string, { day: string; name: string; count: number }>();
    const add = (at: Time, name: string, one: 1 | -1 = 1): void => {
      const day = this.#dayOf(at);
      const known = counts.get(day + name);
      if (known === undefined) counts.set(day + name, { day, name, count: one });
      else known.count += one;
    };
    for (const { entries } of batch.appended) {
      for (const { entry } of entries) {
        const name = nameOf(entry);
        if (name !== null) add(entry.at, name);
      }
    }
    // A conversation that is open again is closed once more, and counts once: by how and when it ends at last.
    for (const { closedAt, disposition } of batch.takenBack) add(closedAt, closedAs(disposition), -1);
    for (const { day, name, count } of counts.values()) {
      if (count > 0) this.#add.run(day, name, count);
      else if (count < 0) this.#less.run(-count, day, name);
    }
  }

  /** Within a transaction of the caller's. */
  add(counts: ReadonlyMap<string, number>, at: Time): void {
    for (const [name, count] of counts) this.#add.run(this.#dayOf(at), name, count);
  }

  all(): readonly DailyCount[] {
    return this.#all.all();
  }

  #dayOf(at: Time): string {
    const quarter = Math.floor(at / QUARTER);
    if (quarter !== this.#quarter) {
      this.#quarter = quarter;
      this.#day = parisDay(at);
    }
    return this.#day;
  }
}

function closedAs(disposition: Disposition): string {
  return `closed-${disposition}`;
}

function nameOf({ author, body }: Entry): string | null {
  if (body.kind === 'opened') {
    return body.form === undefined ? 'conversations' : `requests-${body.form.about}`;
  }
  if (body.kind === 'message') return `messages-${author.role}`;
  if (body.kind === 'closure') return closedAs(body.disposition);
  if (body.kind === 'emergency') return 'emergencies';
  if (body.kind === 'deferral') return 'deferrals';
  if (body.kind === 'email-outcome') return `emails-${body.outcome}`;
  return null;
}
