import { type Group, type GroupChange, GroupName } from '../../protocol/group.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Clock, GroupSource } from '../relay/ports.ts';
import type { AccountStore, OfficerRow } from '../store/accounts.ts';
import type { GroupStore } from '../store/groups.ts';
import { normaliseLogin } from './officers.ts';

/** How often the command line's changes are looked for; milliseconds. */
const READ_EVERY = 2_000;

export type Grouped =
  | { readonly kind: 'done'; readonly group: Id }
  | {
      readonly kind: 'unknown-group' | 'unknown-login' | 'name-taken' | 'invalid-name' | 'too-many';
    };

/** Administration of groups, by `actor` (who stands in the audit). Names are as officers read them. */
export class GroupAdministration {
  readonly #groups: GroupStore;
  readonly #accounts: AccountStore;
  readonly #clock: Clock;
  readonly #actor: string;

  constructor(groups: GroupStore, accounts: AccountStore, clock: Clock, actor: string) {
    this.#groups = groups;
    this.#accounts = accounts;
    this.#clock = clock;
    this.#actor = actor;
  }

  list(): Promise<readonly Group[]> {
    return this.#groups.groups();
  }

  async add(given: string): Promise<Grouped> {
    const name = GroupName.safeParse(given.trim());
    if (!name.success) return { kind: 'invalid-name' };
    if ((await this.list()).length >= LIMITS.groups) return { kind: 'too-many' };
    const group = newId();
    const added = await this.#groups.add(group, name.data, this.#row('group-added', group));
    return added ? { kind: 'done', group } : { kind: 'name-taken' };
  }

  async rename(known: string, given: string): Promise<Grouped> {
    const name = GroupName.safeParse(given.trim());
    if (!name.success) return { kind: 'invalid-name' };
    const found = await this.#find(known);
    if (found === null) return { kind: 'unknown-group' };
    const { group } = found;
    const renamed = await this.#groups.rename(group, name.data, this.#row('group-renamed', group));
    return renamed ? { kind: 'done', group } : { kind: 'name-taken' };
  }

  async remove(known: string): Promise<Grouped> {
    const found = await this.#find(known);
    if (found === null) return { kind: 'unknown-group' };
    const { group } = found;
    await this.#groups.remove(group, this.#row('group-removed', group));
    return { kind: 'done', group };
  }

  join(known: string, login: string): Promise<Grouped> {
    return this.#member(known, () => this.#accounts.byLogin(normaliseLogin(login)), 'join');
  }

  leave(known: string, login: string): Promise<Grouped> {
    return this.#member(known, () => this.#accounts.byLogin(normaliseLogin(login)), 'leave');
  }

  /** What a supervisor asks for at their desk, by ids. */
  change(change: GroupChange): Promise<Grouped> {
    switch (change.kind) {
      case 'add':
        return this.add(change.name);
      case 'rename':
        return this.rename(change.group, change.name);
      case 'remove':
        return this.remove(change.group);
      case 'join':
      case 'leave':
        return this.#member(change.group, () => this.#accounts.byOfficer(change.officer), change.kind);
    }
  }

  async #member(
    known: string,
    find: () => Promise<OfficerRow | null>,
    act: 'join' | 'leave',
  ): Promise<Grouped> {
    const found = await this.#find(known);
    if (found === null) return { kind: 'unknown-group' };
    const row = await find();
    if (row === null) return { kind: 'unknown-login' };
    const { group, members } = found;
    const { officer } = row;
    if (act === 'leave') {
      await this.#groups.leave(group, officer, this.#row('group-left', group, officer));
      return { kind: 'done', group };
    }
    if (members.length >= LIMITS.membersPerGroup) return { kind: 'too-many' };
    await this.#groups.join(group, officer, this.#row('group-joined', group, officer));
    return { kind: 'done', group };
  }

  async #find(known: string): Promise<Group | null> {
    const wanted = known.trim().toLowerCase();
    const all = await this.list();
    return all.find(({ group, name }) => group === known || name.toLowerCase() === wanted) ?? null;
  }

  #row(act: string, subject: Id, reason: Id | null = null) {
    return { at: this.#clock(), actor: this.#actor, act, subject, reason };
  }
}

export type LiveGroupsOptions = {
  readonly store: GroupStore;
  /** Event names only. */
  readonly onFault: (event: string, error: unknown) => void;
};

/** The groups in memory, read again by themselves when the command line changed them. */
export class LiveGroups implements GroupSource {
  readonly #options: LiveGroupsOptions;
  readonly #listeners = new Set<() => void>();
  #current: readonly Group[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(options: LiveGroupsOptions) {
    this.#options = options;
  }

  /** Reads them once, and from then on by itself. Rejects with the store's errors. */
  async start(): Promise<void> {
    this.#current = await this.#options.store.groups();
    this.#timer = setInterval(() => {
      this.read().catch((error: unknown) => this.#options.onFault('groups-not-read', error));
    }, READ_EVERY);
    this.#timer.unref();
  }

  /** Reads them now, and tells whoever listens when they changed. */
  async read(): Promise<void> {
    const read = await this.#options.store.groups();
    if (JSON.stringify(read) === JSON.stringify(this.#current)) return;
    this.#current = read;
    for (const listener of this.#listeners) listener();
  }

  current(): readonly Group[] {
    return this.#current;
  }

  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }
}
