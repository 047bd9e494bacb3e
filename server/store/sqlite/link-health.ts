import * as z from 'zod/mini';
import { LinkHealth } from '../../../protocol/link-health.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

const Kept = z.extend(LinkHealth, {
  url: z.string(),
  alsoAt: z.array(z.string()),
  failures: z.int().check(z.nonnegative()),
});
type Kept = z.infer<typeof Kept>;

/** As the database has it: the hosts as one JSON text. */
const Row = z.looseObject({ alsoAt: z.string() });

function keptFrom(row: unknown): Kept[] {
  const { alsoAt, ...rest } = Row.parse(row);
  const kept = Kept.safeParse({ ...rest, alsoAt: JSON.parse(alsoAt) });
  return kept.success ? [kept.data] : [];
}

/** How the catalogue's links stood when last checked, in the journal's database. May reject with the store's errors. */
export function openLinkHealth(database: SqliteDatabase) {
  const list = database.prepare<[], unknown>(
    `SELECT platform, url, also_at AS alsoAt, state, reason, status, checked_at AS checkedAt, failures
     FROM link_health ORDER BY platform`,
  );
  const clear = database.prepare('DELETE FROM link_health');
  const insert = database.prepare<Omit<Kept, 'alsoAt'> & { alsoAt: string }>(
    `INSERT INTO link_health (platform, url, also_at, state, reason, status, checked_at, failures)
     VALUES (@platform, @url, @alsoAt, @state, @reason, @status, @checkedAt, @failures)`,
  );
  const replace = database.transaction((records: readonly Kept[]) => {
    clear.run();
    for (const { alsoAt, ...record } of records) insert.run({ ...record, alsoAt: JSON.stringify(alsoAt) });
  });
  return {
    all: (): Promise<readonly Kept[]> => step(() => list.all().flatMap(keptFrom)),
    replace: (records: readonly Kept[]): Promise<void> => step(() => void replace.immediate(records)),
  };
}
