/** Folds the write-ahead logs of a running relay into their files, beside the thread that serves people. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { type CheckpointWork, FLAG } from './checkpointer.ts';

/** Milliseconds from one look at the logs to the next: they hold a few megabytes at the busiest. */
const EVERY = 100;

const { files, flags } = workerData as CheckpointWork;
const databases = files.map((file) => {
  const database = new Database(file, { timeout: 0 });
  // Enough for a checkpoint: the log is synced before it is folded in, the file after.
  database.pragma('synchronous = NORMAL');
  return database;
});

function fold(): void {
  for (const database of databases) {
    Atomics.store(flags, FLAG.busy, 1);
    try {
      if (Atomics.load(flags, FLAG.held) === 0) database.pragma('wal_checkpoint(PASSIVE)');
    } catch {
      // A full or failing disk: the log keeps everything, and the relay's own commits say what is wrong.
    } finally {
      Atomics.store(flags, FLAG.busy, 0);
      Atomics.notify(flags, FLAG.busy);
    }
  }
}

const timer = setInterval(fold, EVERY);
parentPort?.once('message', () => {
  clearInterval(timer);
  for (const database of databases) database.close();
});
