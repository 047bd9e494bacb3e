import type { Id } from '../../../protocol/ids.ts';
import type { AccountStore, AuditRow, OfficerChange, OfficerRow } from '../accounts.ts';
import { failureRows } from './accounts-failures.ts';
import { sessionRows } from './accounts-sessions.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

const OFFICER = `SELECT officer, login, rank, alias, role, capacity, password,
  created_at AS createdAt, disabled_at AS disabledAt FROM officers`;

/** The columns an officer's change may touch; the names in SQL come from here and nowhere else. */
const COLUMNS: { readonly [Key in keyof Required<OfficerChange>]: string } = {
  rank: 'rank',
  alias: 'alias',
  role: 'role',
  capacity: 'capacity',
  password: 'password',
  disabledAt: 'disabled_at',
};

/** The accounts' rows in the journal's database. */
export function openAccountStore(database: SqliteDatabase): AccountStore {
  const officers = database.prepare<[], OfficerRow>(`${OFFICER} ORDER BY login`);
  const byLogin = database.prepare<[string], OfficerRow>(`${OFFICER} WHERE login = ?`);
  const byOfficer = database.prepare<[Id], OfficerRow>(`${OFFICER} WHERE officer = ?`);
  const addOfficer = database.prepare<OfficerRow>(
    `INSERT INTO officers (officer, login, rank, alias, role, capacity, password, created_at, disabled_at)
     VALUES (@officer, @login, @rank, @alias, @role, @capacity, @password, @createdAt, @disabledAt)
     ON CONFLICT (login) DO NOTHING`,
  );
  const endOfficerSessions = database.prepare<[Id]>('DELETE FROM officer_sessions WHERE officer = ?');
  const addAudit = database.prepare<AuditRow>(
    'INSERT INTO audit (at, actor, act, subject, reason) VALUES (@at, @actor, @act, @subject, @reason)',
  );
  const auditRows = database.prepare<[number], AuditRow>(
    'SELECT at, actor, act, subject, reason FROM audit ORDER BY number DESC LIMIT ?',
  );

  // The trigger that guards the audit goes by the system's clock: a younger row would abort the whole.
  const forgetAudit = database.prepare<[number]>(
    'DELETE FROM audit WHERE at <= min(?, (unixepoch() - 365 * 86400) * 1000)',
  );

  const audited = (audit: AuditRow | null): void => {
    if (audit !== null) addAudit.run({ reason: null, ...audit });
  };

  const add = database.transaction((row: OfficerRow, audit: AuditRow): boolean => {
    const added = addOfficer.run(row).changes === 1;
    if (added) audited(audit);
    return added;
  });

  const change = database.transaction(
    (officer: Id, values: OfficerChange, endSessions: boolean, audit: AuditRow | null): boolean => {
      if (byOfficer.get(officer) === undefined) return false;
      const keys = (Object.keys(COLUMNS) as (keyof OfficerChange)[]).filter(
        (key) => values[key] !== undefined,
      );
      if (keys.length > 0) {
        const assignments = keys.map((key) => `${COLUMNS[key]} = @${key}`).join(', ');
        database
          .prepare(`UPDATE officers SET ${assignments} WHERE officer = @officer`)
          .run({ ...values, officer });
      }
      if (endSessions) endOfficerSessions.run(officer);
      audited(audit);
      return true;
    },
  );

  return {
    officers: () => step(() => officers.all()),
    byLogin: (login) => step(() => byLogin.get(login) ?? null),
    byOfficer: (officer) => step(() => byOfficer.get(officer) ?? null),
    addOfficer: (row, audit) => step(() => add.immediate(row, audit)),
    changeOfficer: (officer, values, endSessions, audit) =>
      step(() => change.immediate(officer, values, endSessions, audit)),
    ...sessionRows(database, step, audited),
    ...failureRows(database, step),
    audit: (row) => step(() => audited(row)),
    forgetAudit: (before) => step(() => void forgetAudit.run(before)),
    auditRows: (limit) => step(() => auditRows.all(limit)),
    outsideVersion: () => step(() => database.pragma('data_version', { simple: true }) as number),
  };
}
