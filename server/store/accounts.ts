/**
 * What the accounts ask of durable storage. Rows are as they are written: digests and hashes, never a
 * token or a password. Every method may reject with `StoreUnavailable`, `StoreCorrupt` or `StoreFull`.
 */
import type { Id, Time } from '../../protocol/ids.ts';
import type { Role } from '../../protocol/officer.ts';

export type OfficerRow = {
  readonly officer: Id;
  /** Lower case, unique. */
  readonly login: string;
  readonly rank: string;
  readonly alias: string;
  readonly role: Role;
  readonly capacity: number;
  /** A PHC string (argon2id). */
  readonly password: string;
  readonly createdAt: Time;
  readonly disabledAt: Time | null;
};

export type SessionRow = {
  readonly session: Id;
  /** SHA-256 of the token, in hexadecimal. */
  readonly digest: string;
  readonly officer: Id;
  readonly createdAt: Time;
  readonly expiresAt: Time;
  readonly seenAt: Time;
};

export type FailureRow = {
  readonly loginDigest: string;
  readonly failures: number;
  readonly lastAt: Time;
  readonly lockedUntil: Time;
};

/** Who did what, when, to which id. Never a name, a text or an address. */
export type AuditRow = {
  readonly at: Time;
  /** `command-line`, `relay`, or an officer's id. */
  readonly actor: string;
  readonly act: string;
  readonly subject: string | null;
  /** Where an act needs one: the reference of a request or an order, never a sentence. */
  readonly reason?: string | null;
};

export type OfficerChange = Partial<
  Pick<OfficerRow, 'rank' | 'alias' | 'role' | 'capacity' | 'password' | 'disabledAt'>
>;

/** Each change and its audit row are one transaction. */
export interface AccountStore {
  officers(): Promise<readonly OfficerRow[]>;
  byLogin(login: string): Promise<OfficerRow | null>;
  byOfficer(officer: Id): Promise<OfficerRow | null>;
  /** False when the login is taken. */
  addOfficer(row: OfficerRow, audit: AuditRow): Promise<boolean>;
  /** Also ends every session of the officer when `endSessions`. False for an unknown officer. */
  changeOfficer(
    officer: Id,
    change: OfficerChange,
    endSessions: boolean,
    audit: AuditRow | null,
  ): Promise<boolean>;

  addSession(row: SessionRow, audit: AuditRow): Promise<void>;
  sessionByDigest(digest: string): Promise<SessionRow | null>;
  /** Those of the given sessions that still exist and whose officer is not disabled. */
  stillLive(sessions: readonly Id[]): Promise<ReadonlySet<Id>>;
  /** Oldest first. */
  sessionsOf(officer: Id): Promise<readonly SessionRow[]>;
  seen(session: Id, at: Time): Promise<void>;
  endSessions(sessions: readonly Id[], audit: AuditRow | null): Promise<void>;
  /** Removes the rows of sessions whose time is over. */
  forgetSessions(expiredAt: Time, unseenSince: Time): Promise<void>;

  /**
   * Reads what is known of a login's failures and writes what `change` makes of it, in one transaction;
   * null leaves it as it is. Answers what was known before. `change` must be pure.
   */
  changeFailure(
    loginDigest: string,
    change: (known: FailureRow | null) => Omit<FailureRow, 'loginDigest'> | null,
  ): Promise<FailureRow | null>;
  clearFailure(loginDigest: string): Promise<void>;
  /** Keeps the newest `keep` rows, and none last tried before `before`. */
  forgetFailures(before: Time, keep: number): Promise<void>;

  audit(row: AuditRow): Promise<void>;
  /** Removes what is older than `before`; never what is younger than a year, whatever the clock says. */
  forgetAudit(before: Time): Promise<void>;
  /** Newest first. */
  auditRows(limit: number): Promise<readonly AuditRow[]>;
  /** Changes when another process wrote to the store. */
  outsideVersion(): Promise<number>;
}
