import type { Id, Time } from '../../../protocol/ids.ts';
import type { AccountStore, AuditRow, SessionRow } from '../accounts.ts';
import type { Step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

const SESSION = `SELECT session, digest, officer, created_at AS createdAt, expires_at AS expiresAt,
  seen_at AS seenAt FROM officer_sessions`;

type SessionMethods = Pick<
  AccountStore,
  'addSession' | 'sessionByDigest' | 'stillLive' | 'sessionsOf' | 'seen' | 'endSessions' | 'forgetSessions'
>;

/** The officers' sessions, by the digest of their tokens. */
export function sessionRows(
  database: SqliteDatabase,
  step: Step,
  audited: (audit: AuditRow | null) => void,
): SessionMethods {
  const insert = database.prepare<SessionRow>(
    `INSERT INTO officer_sessions (session, digest, officer, created_at, expires_at, seen_at)
     VALUES (@session, @digest, @officer, @createdAt, @expiresAt, @seenAt)`,
  );
  const byDigest = database.prepare<[string], SessionRow>(`${SESSION} WHERE digest = ?`);
  const ofOfficer = database.prepare<[Id], SessionRow>(
    `${SESSION} WHERE officer = ? ORDER BY created_at, session`,
  );
  const seen = database.prepare<[Time, Id]>(
    'UPDATE officer_sessions SET seen_at = max(seen_at, ?) WHERE session = ?',
  );
  const end = database.prepare<[Id]>('DELETE FROM officer_sessions WHERE session = ?');
  const forget = database.prepare<[Time, Time]>(
    'DELETE FROM officer_sessions WHERE expires_at <= ? OR seen_at <= ?',
  );
  const live = database
    .prepare<[string], Id>(
      `SELECT s.session FROM officer_sessions s JOIN officers o ON o.officer = s.officer
       WHERE o.disabled_at IS NULL AND s.session IN (SELECT value FROM json_each(?))`,
    )
    .pluck();

  const add = database.transaction((row: SessionRow, audit: AuditRow) => {
    insert.run(row);
    audited(audit);
  });
  const endAll = database.transaction((sessions: readonly Id[], audit: AuditRow | null) => {
    for (const session of sessions) end.run(session);
    audited(audit);
  });

  return {
    addSession: (row, audit) => step(() => add.immediate(row, audit)),
    sessionByDigest: (digest) => step(() => byDigest.get(digest) ?? null),
    stillLive: (sessions) => step(() => new Set(live.all(JSON.stringify(sessions)))),
    sessionsOf: (officer) => step(() => ofOfficer.all(officer)),
    seen: (session, at) => step(() => void seen.run(at, session)),
    endSessions: (sessions, audit) => step(() => endAll.immediate(sessions, audit)),
    forgetSessions: (expiredAt, unseenSince) => step(() => void forget.run(expiredAt, unseenSince)),
  };
}
