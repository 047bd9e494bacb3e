import { Announcement } from '../../../protocol/announcement.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

/** What is announced, in the journal's database: one at most. May reject with the store's errors. */
export function openAnnouncements(database: SqliteDatabase) {
  const read = database.prepare<[], unknown>(
    'SELECT fr, en, from_at AS "from", until_at AS until FROM announcement',
  );
  const write = database.prepare<Announcement>(
    `INSERT INTO announcement (one, fr, en, from_at, until_at) VALUES (1, @fr, @en, @from, @until)
     ON CONFLICT (one) DO UPDATE
     SET fr = excluded.fr, en = excluded.en, from_at = excluded.from_at, until_at = excluded.until_at`,
  );
  const remove = database.prepare('DELETE FROM announcement');
  return {
    /** Null when there is none. */
    read: (): Promise<Announcement | null> =>
      step(() => {
        const kept = Announcement.safeParse(read.get());
        return kept.success ? kept.data : null;
      }),
    write: (announcement: Announcement): Promise<void> => step(() => void write.run(announcement)),
    remove: (): Promise<void> => step(() => void remove.run()),
  };
}
