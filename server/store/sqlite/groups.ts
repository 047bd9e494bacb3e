import type { Id } from '../../../protocol/ids.ts';
import type { AuditRow } from '../accounts.ts';
import type { GroupStore } from '../groups.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

type GroupRow = { readonly group: Id; readonly name: string };
type MemberRow = { readonly group: Id; readonly officer: Id };

/** The groups' rows in the journal's database. */
export function openGroupStore(database: SqliteDatabase): GroupStore {
  const groups = database.prepare<[], GroupRow>(
    'SELECT group_id AS "group", name FROM officer_groups ORDER BY name',
  );
  const members = database.prepare<[], MemberRow>(
    `SELECT group_id AS "group", officer FROM officer_group_members JOIN officers USING (officer)
     WHERE disabled_at IS NULL ORDER BY login`,
  );
  const add = database.prepare<[Id, string]>(
    'INSERT INTO officer_groups (group_id, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
  );
  const rename = database.prepare<[string, Id]>(
    'UPDATE OR IGNORE officer_groups SET name = ? WHERE group_id = ?',
  );
  const remove = database.prepare<[Id]>('DELETE FROM officer_groups WHERE group_id = ?');
  const join = database.prepare<[Id, Id]>(
    'INSERT INTO officer_group_members (group_id, officer) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const leave = database.prepare<[Id, Id]>(
    'DELETE FROM officer_group_members WHERE group_id = ? AND officer = ?',
  );
  const addAudit = database.prepare<AuditRow>(
    'INSERT INTO audit (at, actor, act, subject, reason) VALUES (@at, @actor, @act, @subject, @reason)',
  );
  const audited = database.transaction((change: () => boolean, audit: AuditRow): boolean => {
    if (!change()) return false;
    addAudit.run({ reason: null, ...audit });
    return true;
  });
  const all = database.transaction(() =>
    groups.all().map(({ group, name }) => ({
      group,
      name,
      members: members
        .all()
        .filter((row) => row.group === group)
        .map(({ officer }) => officer),
    })),
  );
  const done = (change: () => unknown): (() => boolean) => {
    return () => {
      change();
      return true;
    };
  };
  return {
    groups: () => step(() => all()),
    add: (group, name, audit) =>
      step(() => audited.immediate(() => add.run(group, name).changes === 1, audit)),
    rename: (group, name, audit) =>
      step(() => audited.immediate(() => rename.run(name, group).changes === 1, audit)),
    remove: (group, audit) =>
      step(
        () =>
          void audited.immediate(
            done(() => remove.run(group)),
            audit,
          ),
      ),
    join: (group, officer, audit) =>
      step(
        () =>
          void audited.immediate(
            done(() => join.run(group, officer)),
            audit,
          ),
      ),
    leave: (group, officer, audit) =>
      step(
        () =>
          void audited.immediate(
            done(() => leave.run(group, officer)),
            audit,
          ),
      ),
  };
}
