import type { Time } from '../../../protocol/ids.ts';
import type { AccountStore, FailureRow } from '../accounts.ts';
import type { Step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

type FailureMethods = Pick<AccountStore, 'changeFailure' | 'clearFailure' | 'forgetFailures'>;

/** Failed sign-ins, by the digest of the login that was tried, whether or not it exists. */
export function failureRows(database: SqliteDatabase, step: Step): FailureMethods {
  const find = database.prepare<[string], FailureRow>(
    `SELECT login_digest AS loginDigest, failures, last_at AS lastAt, locked_until AS lockedUntil
     FROM sign_in_failures WHERE login_digest = ?`,
  );
  const set = database.prepare<FailureRow>(
    `INSERT INTO sign_in_failures (login_digest, failures, last_at, locked_until)
     VALUES (@loginDigest, @failures, @lastAt, @lockedUntil)
     ON CONFLICT (login_digest) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at,
       locked_until = excluded.locked_until`,
  );
  const clear = database.prepare<[string]>('DELETE FROM sign_in_failures WHERE login_digest = ?');
  const forget = database.prepare<[Time, number]>(
    `DELETE FROM sign_in_failures WHERE last_at < ?
     OR login_digest IN (SELECT login_digest FROM sign_in_failures ORDER BY last_at DESC LIMIT -1 OFFSET ?)`,
  );
  const change = database.transaction(
    (loginDigest: string, next: Parameters<FailureMethods['changeFailure']>[1]): FailureRow | null => {
      const known = find.get(loginDigest) ?? null;
      const changed = next(known);
      if (changed !== null) set.run({ loginDigest, ...changed });
      return known;
    },
  );
  return {
    changeFailure: (digest, next) => step(() => change.immediate(digest, next)),
    clearFailure: (digest) => step(() => void clear.run(digest)),
    forgetFailures: (before, keep) => step(() => void forget.run(before, keep)),
  };
}
