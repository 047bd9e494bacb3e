import type { Entry } from '../../../protocol/entry.ts';
import type { Time } from '../../../protocol/ids.ts';
import { parisDay } from '../../domain/days.ts';
import type { Batch, DailyCount } from '../store.ts';
import type { SqliteDatabase } from './database.ts';

/** A day never changes within a quarter of an hour of UTC, and formatting one is slow. */
const QUARTER = 15 * 60_000;

/** Counts by day, without any identity: they are what remains after a purge. */
export class DailyCounters {
  readonly #add;
  readonly #all;
  #quarter = Number.NaN;
  #day = '';

  constructor(database: SqliteDatabase) {
    this.#add = database.prepare<[string, string, number]>(
      `INSERT INTO daily_counters (day, name, count) VALUES (?, ?, ?)
       ON CONFLICT (day, name) DO UPDATE SET count = count + excluded.count`,
    );
    this.#all = database.prepare<[], DailyCount>(
      'SELECT day, name, count FROM daily_counters ORDER BY day, name',
    );
  }

  /** Within the batch's own transaction. */
  count(batch: Batch): void {
    const counts = new Map<string, { day: string; name: string; count: number }>();
    const add = (at: Time, name: string): void => {
      const day = this.#dayOf(at);
      const known = counts.get(day + name);
      if (known === undefined) counts.set(day + name, { day, name, count: 1 });
      else known.count += 1;
    };
    for (const { entries } of batch.appended) {
      for (const { entry } of entries) {
        const name = nameOf(entry);
        if (name !== null) add(entry.at, name);
      }
    }
    for (const { day, name, count } of counts.values()) this.#add.run(day, name, count);
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

function nameOf({ author, body }: Entry): string | null {
  if (body.kind === 'opened') {
    return body.form === undefined ? 'conversations' : `requests-${body.form.about}`;
  }
  if (body.kind === 'message') return `messages-${author.role}`;
  if (body.kind === 'closure') return `closed-${body.disposition}`;
  if (body.kind === 'emergency') return 'emergencies';
  if (body.kind === 'deferral') return 'deferrals';
  if (body.kind === 'email-outcome') return `emails-${body.outcome}`;
  return null;
}
