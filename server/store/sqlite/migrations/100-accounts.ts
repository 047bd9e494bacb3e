import type { Migration } from './migration.ts';

/**
 * Officers, their sessions, failed sign-ins and the audit of administration. Sessions are kept by the
 * SHA-256 of their token, failures by the SHA-256 of the login that was tried. The audit says who, what,
 * when and which ids; it is not edited, and what is in it stays a year.
 */
export const accounts: Migration = {
  number: 100,
  name: 'accounts',
  sql: `
    CREATE TABLE officers (
      officer TEXT PRIMARY KEY,
      login TEXT NOT NULL UNIQUE,
      rank TEXT NOT NULL,
      alias TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('officer', 'supervisor')),
      capacity INTEGER NOT NULL,
      password TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      disabled_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE officer_sessions (
      session TEXT PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE,
      officer TEXT NOT NULL REFERENCES officers (officer) ON DELETE CASCADE,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX officer_sessions_by_officer ON officer_sessions (officer, created_at);

    CREATE TABLE sign_in_failures (
      login_digest TEXT PRIMARY KEY,
      failures INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      locked_until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sign_in_failures_by_time ON sign_in_failures (last_at);

    CREATE TABLE audit (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      act TEXT NOT NULL,
      subject TEXT
    ) STRICT;
    CREATE INDEX audit_by_time ON audit (at);
    CREATE TRIGGER audit_is_not_edited BEFORE UPDATE ON audit
    BEGIN
      SELECT RAISE(ABORT, 'the audit is not edited');
    END;
    CREATE TRIGGER audit_stays_a_year BEFORE DELETE ON audit WHEN OLD.at > (unixepoch() - 365 * 86400) * 1000
    BEGIN
      SELECT RAISE(ABORT, 'the audit stays a year');
    END;
  `,
};
