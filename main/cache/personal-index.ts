import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { findPersonal } from '../../protocol/personal.ts';
import type { CacheDatabase } from './open-database.ts';
import type { CacheStore } from './operations.ts';

/** The personal data that an entry brings into its conversation: what its citizen wrote. */
export function personalKeys({ author, body }: Entry): string[] {
  if (author.role !== 'citizen' || body.kind !== 'message') return [];
  return findPersonal(body.text).map(({ key }) => key);
}

export type PersonalIndex = Pick<CacheStore, 'elsewhere'> & {
  /** All inside the transaction of the change they follow. */
  add(entry: Entry): void;
  remove(conversation: Id): void;
  clear(): void;
};

/** Where each item of personal data stands, on the encrypted file. */
export function createPersonalIndex(database: CacheDatabase): PersonalIndex {
  const insert = database.prepare('INSERT OR IGNORE INTO personal (key, conversation) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM personal WHERE conversation = ?');
  const stands = database.prepare<
    [{ key: string; conversation: string }],
    { here: number; elsewhere: number }
  >(
    `SELECT count(*) FILTER (WHERE conversation = @conversation) AS here,
            count(*) FILTER (WHERE conversation <> @conversation) AS elsewhere
     FROM personal WHERE key = @key`,
  );
  return {
    add(entry) {
      for (const key of personalKeys(entry)) insert.run(key, entry.conversation);
    },
    remove: (conversation) => void remove.run(conversation),
    clear: () => void database.exec('DELETE FROM personal'),
    elsewhere: ({ conversation, keys }) => ({
      keys: keys.filter((key) => {
        const found = stands.get({ key, conversation });
        return found !== undefined && found.here === 0 && found.elsewhere > 0;
      }),
    }),
  };
}
