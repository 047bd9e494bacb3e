import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newId } from '../../protocol/ids.ts';

/**
 * The bare floor of a durable chat: one row, one commit, nothing else, in a loop without any network, on the
 * disk the relay writes to (WAL, `synchronous=FULL`). Answers commits per second over `milliseconds`, after a
 * tenth of that as warm-up.
 */
export function oneCommitRate(directory: string, text: string, milliseconds: number): number {
  const database = new Database(join(directory, 'one-commit.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entry (id TEXT PRIMARY KEY, conversation TEXT NOT NULL, seq INTEGER NOT NULL,' +
      ' at INTEGER NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID',
  );
  const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)');
  const conversation = newId();
  const run = (length: number): { commits: number; took: number } => {
    const start = performance.now();
    let commits = 0;
    while (performance.now() - start < length) {
      insert.run(newId(), conversation, commits, Date.now(), 'citizen', text);
      commits += 1;
    }
    return { commits, took: performance.now() - start };
  };
  run(milliseconds / 10);
  const { commits, took } = run(milliseconds);
  database.close();
  return (commits / took) * 1000;
}
