import * as z from 'zod';
import { type Id, newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { Alias, Capacity, type OfficerSelf, Rank, Role } from '../../protocol/officer.ts';
import type { Clock } from '../relay/ports.ts';
import type { AccountStore, OfficerChange, OfficerRow } from '../store/accounts.ts';
import { hashPassword, type PasswordProblem, passwordProblem } from './passwords.ts';
import { digest } from './tokens.ts';

/** One spelling for a login, however it was typed. */
export function normaliseLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

export const Login = z
  .string()
  .transform(normaliseLogin)
  .refine((login) => /^[a-z0-9][a-z0-9._-]*$/.test(login) && login.length <= LIMITS.loginCharacters);

export const DEFAULT_CAPACITY = 6;

export const NewOfficer = z.strictObject({
  login: Login,
  rank: Rank,
  alias: Alias,
  role: Role,
  capacity: z.optional(Capacity),
});
export type NewOfficer = z.input<typeof NewOfficer>;

export type Administered =
  | { readonly kind: 'done'; readonly officer: Id }
  | { readonly kind: 'unknown-login' }
  | { readonly kind: 'login-taken' }
  | { readonly kind: 'invalid'; readonly field: string }
  | { readonly kind: 'password'; readonly problem: PasswordProblem };

/** The account as its own desk knows it. */
export function selfOf(row: OfficerRow): OfficerSelf {
  const { officer, login, rank, alias, role, capacity } = row;
  return { officer, login, rank, alias, role, capacity };
}

/**
 * Administration of the accounts, by `actor` (who stands in the audit). Whatever narrows what an officer
 * may do ends their sessions: the running relay sees it and closes their sockets.
 */
export class Officers {
  readonly #store: AccountStore;
  readonly #clock: Clock;
  readonly #actor: string;

  constructor(store: AccountStore, clock: Clock, actor: string) {
    this.#store = store;
    this.#clock = clock;
    this.#actor = actor;
  }

  list(): Promise<readonly OfficerRow[]> {
    return this.#store.officers();
  }

  async add(given: NewOfficer, password: string): Promise<Administered> {
    const checked = NewOfficer.safeParse(given);
    if (!checked.success) {
      return { kind: 'invalid', field: String(checked.error.issues[0]?.path[0] ?? 'officer') };
    }
    const { login, rank, alias, role, capacity } = checked.data;
    const problem = passwordProblem(password, login);
    if (problem !== null) return { kind: 'password', problem };
    const now = this.#clock();
    const row: OfficerRow = {
      officer: newId(),
      login,
      rank,
      alias,
      role,
      capacity: capacity ?? DEFAULT_CAPACITY,
      password: await hashPassword(password),
      createdAt: now,
      disabledAt: null,
    };
    const added = await this.#store.addOfficer(row, this.#row('officer-added', row.officer));
    return added ? { kind: 'done', officer: row.officer } : { kind: 'login-taken' };
  }

  disable(login: string): Promise<Administered> {
    return this.#change(login, { disabledAt: this.#clock() }, true, 'officer-disabled');
  }

  async enable(login: string): Promise<Administered> {
    await this.#store.clearFailure(digest(normaliseLogin(login)));
    return this.#change(login, { disabledAt: null }, false, 'officer-enabled');
  }

  async setPassword(login: string, password: string): Promise<Administered> {
    const problem = passwordProblem(password, login);
    if (problem !== null) return { kind: 'password', problem };
    await this.#store.clearFailure(digest(normaliseLogin(login)));
    return this.#change(login, { password: await hashPassword(password) }, true, 'officer-password-changed');
  }

  setRole(login: string, role: Role): Promise<Administered> {
    return this.#change(login, { role }, true, `officer-role-${role}`);
  }

  signOut(login: string): Promise<Administered> {
    return this.#change(login, {}, true, 'officer-signed-out');
  }

  async #change(login: string, change: OfficerChange, ends: boolean, act: string): Promise<Administered> {
    const row = await this.#store.byLogin(normaliseLogin(login));
    if (row === null) return { kind: 'unknown-login' };
    await this.#store.changeOfficer(row.officer, change, ends, this.#row(act, row.officer));
    return { kind: 'done', officer: row.officer };
  }

  #row(act: string, subject: string) {
    return { at: this.#clock(), actor: this.#actor, act, subject };
  }
}
