/** Groups of officers, beside the accounts. Every method may reject with the store's errors. */
import type { Group } from '../../protocol/group.ts';
import type { Id } from '../../protocol/ids.ts';
import type { AuditRow } from './accounts.ts';

/** Each change and its audit row are one transaction. */
export interface GroupStore {
  /** By name; disabled officers are no members. */
  groups(): Promise<readonly Group[]>;
  /** False when the name is taken. */
  add(group: Id, name: string, audit: AuditRow): Promise<boolean>;
  /** False when the name is another's. */
  rename(group: Id, name: string, audit: AuditRow): Promise<boolean>;
  remove(group: Id, audit: AuditRow): Promise<void>;
  join(group: Id, officer: Id, audit: AuditRow): Promise<void>;
  leave(group: Id, officer: Id, audit: AuditRow): Promise<void>;
}
