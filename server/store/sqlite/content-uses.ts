import { parisDay } from '../../../protocol/canned.ts';
import { ContentUse } from '../../../protocol/content-editing.ts';
import type { Time } from '../../../protocol/ids.ts';
import type { ContentUsed } from '../store.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

/** The month of Paris at a time, such as `2026-11`. */
export function parisMonth(at: Time): string {
  return parisDay(at).slice(0, 7);
}

/** The month so many before, `2026-01` and 1 giving `2025-12`. */
export function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 - months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

/** Counts what was sent within the batch's own transaction: a message that is not kept is not counted. */
export class ContentUses {
  readonly #add;

  constructor(database: SqliteDatabase) {
    this.#add = database.prepare<[string, string, string]>(
      `INSERT INTO content_uses (month, kind, item, count) VALUES (?, ?, ?, 1)
       ON CONFLICT (month, kind, item) DO UPDATE SET count = count + 1`,
    );
  }

  count(uses: readonly ContentUsed[]): void {
    for (const { kind, id, at } of uses) this.#add.run(parisMonth(at), kind, id);
  }
}

/** Reads the counts. May reject with the store's errors. */
export function openContentUses(database: SqliteDatabase) {
  const read = database.prepare<[string, string, string], unknown>(
    `SELECT kind, item AS id,
       sum(CASE WHEN month = ? THEN count ELSE 0 END) AS thisMonth,
       sum(CASE WHEN month = ? THEN count ELSE 0 END) AS lastMonth,
       sum(count) AS year
     FROM content_uses WHERE month >= ? GROUP BY kind, item ORDER BY kind, item`,
  );
  return {
    at: (now: Time): Promise<readonly ContentUse[]> =>
      step(() => {
        const month = parisMonth(now);
        const rows = read.all(month, monthBefore(month, 1), monthBefore(month, 11));
        return rows.map((row) => ContentUse.parse(row));
      }),
  };
}
