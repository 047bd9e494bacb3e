import * as z from 'zod/mini';
import { LinkHealth } from '../../../protocol/link-health.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

const Kept = z.extend(LinkHealth, { url: z.string(), failures: z.int().check(z.nonnegative()) });
type Kept = z.infer<typeof Kept>;

/** How the catalogue's links stood when last checked, in the journal's database. May reject with the store's errors. */
export function openLinkHealth(database: SqliteDatabase) {
  const list = database.prepare<[], unknown>(
    `SELECT platform, url, state, reason, status, checked_at AS checkedAt, failures
     FROM link_health ORDER BY platform`,
  );
  const clear = database.prepare('DELETE FROM link_health');
  const insert = database.prepare<Kept>(
    `INSERT INTO link_health (platform, url, state, reason, status, checked_at, failures)
     VALUES (@platform, @url, @state, @reason, @status, @checkedAt, @failures)`,
  );
  const replace = database.transaction((records: readonly Kept[]) => {
    clear.run();
    for (const record of records) insert.run(record);
  });
  return {
    all: (): Promise<readonly Kept[]> =>
      step(() =>
        list.all().flatMap((row) => {
          const kept = Kept.safeParse(row);
          return kept.success ? [kept.data] : [];
        }),
      ),
    replace: (records: readonly Kept[]): Promise<void> => step(() => void replace.immediate(records)),
  };
}
