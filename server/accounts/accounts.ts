import { type Id, newId, type Time } from '../../protocol/ids.ts';
import type { Accounts, Clock, Session, SignInResult } from '../relay/ports.ts';
import type { AccountStore, OfficerRow, SessionRow } from '../store/accounts.ts';
import { AddressFailures, FAILURE_MEMORY, lockedFor, oneMore } from './lock-out.ts';
import { normaliseLogin, selfOf } from './officers.ts';
import { createPasswordCheck, type PasswordCheck } from './passwords.ts';
import { type Ended, LiveSessions, type SessionTimes } from './sessions.ts';
import { digest, isToken, newToken } from './tokens.ts';

/** One officer's sessions at once; a further sign-in ends the oldest. */
const SESSIONS_PER_OFFICER = 5;
/** Failed logins remembered at once, of which most may be invented. */
const FAILURE_ROWS = 20_000;
/** How often ended sessions are looked for; milliseconds. */
const SWEEP_EVERY = 1_000;
const FORGET_EVERY = 3_600_000;
/** The audit is kept a year. */
const AUDIT_KEPT = 365 * 24 * 3_600_000;
/** How long to wait when too many passwords are being checked. */
const BUSY_RETRY = 2_000;

export type AccountsOptions = {
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly times: SessionTimes;
  /** Event names and ids only. */
  readonly onFault: (event: string, error: unknown) => void;
};

/** Local accounts: what the hub asks (`Accounts`), and what the gateway and the start need besides. */
export interface LocalAccounts extends Accounts {
  /** `address` counts failures by where they come from, besides the login they try. */
  signIn(login: string, password: string, address?: string): Promise<SignInResult>;
  /** What an officer did that must be accounted for. Rejects when it could not be written: then it is not done. */
  record(officer: Id, act: string, subject: string, reason: string | null): Promise<void>;
  /** The officer did something: the session is not idle. */
  touch(session: Id): void;
  /** Looks for ended sessions now; it is done every second anyway. */
  sweep(): Promise<void>;
  close(): void;
}

export async function createAccounts(options: AccountsOptions): Promise<LocalAccounts> {
  const accounts = new StoredAccounts(options, await createPasswordCheck());
  await accounts.forget();
  accounts.start();
  return accounts;
}

class StoredAccounts implements LocalAccounts {
  readonly #store: AccountStore;
  readonly #clock: Clock;
  readonly #times: SessionTimes;
  readonly #passwords: PasswordCheck;
  readonly #live: LiveSessions;
  readonly #addresses = new AddressFailures();
  readonly #onFault: AccountsOptions['onFault'];
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(options: AccountsOptions, passwords: PasswordCheck) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#times = options.times;
    this.#onFault = options.onFault;
    this.#passwords = passwords;
    this.#live = new LiveSessions(options.store, options.clock, options.times);
  }

  start(): void {
    this.#every(SWEEP_EVERY, 'session-sweep-failed', () => this.sweep());
    this.#every(FORGET_EVERY, 'session-forget-failed', () => this.forget());
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  sweep(): Promise<void> {
    return this.#live.sweep();
  }

  record(officer: Id, act: string, subject: string, reason: string | null): Promise<void> {
    return this.#store.audit({ ...this.#audit(officer, act, subject), reason });
  }

  touch(session: Id): void {
    this.#live.touch(session);
  }

  onEnded(listener: (ended: Ended) => void): () => void {
    return this.#live.onEnded(listener);
  }

  async forget(): Promise<void> {
    const now = this.#clock();
    await this.#store.forgetSessions(now, now - this.#times.idle);
    await this.#store.forgetFailures(now - FAILURE_MEMORY, FAILURE_ROWS);
    await this.#store.forgetAudit(now - AUDIT_KEPT);
  }

  async signIn(login: string, password: string, address = ''): Promise<SignInResult> {
    const now = this.#clock();
    const name = normaliseLogin(login);
    const loginDigest = digest(name);
    const away = this.#addresses.lockedFor(address, now);
    if (away > 0) return { kind: 'locked', retryAfter: away };
    // Counted before it is checked, and read and written in one step: guesses made at once all count.
    this.#addresses.count(address, now);
    const known = await this.#store.changeFailure(loginDigest, (failures) =>
      lockedFor(failures, now) > 0 ? null : oneMore(failures, now),
    );
    const wait = lockedFor(known, now);
    if (wait > 0) return { kind: 'locked', retryAfter: wait };

    const officer = await this.#store.byLogin(name);
    const verdict = await this.#passwords.verify(officer?.password ?? null, password);
    if (verdict === 'busy') {
      this.#addresses.forgive(address);
      return { kind: 'locked', retryAfter: BUSY_RETRY };
    }
    if (verdict === 'wrong' || officer === null) return { kind: 'failed' };
    // Read again: the account may have been disabled, or its password changed, while this was checked.
    const still = await this.#store.byOfficer(officer.officer);
    if (still === null || still.disabledAt !== null || still.password !== officer.password) {
      return { kind: 'failed' };
    }

    await this.#store.clearFailure(loginDigest);
    this.#addresses.forgive(address);
    return this.#begin(still, now);
  }

  async bySession(token: string): Promise<Session | null> {
    if (!isToken(token)) return null;
    const row = await this.#store.sessionByDigest(digest(token));
    if (row === null) return null;
    const officer = await this.#store.byOfficer(row.officer);
    if (officer === null || officer.disabledAt !== null || !this.#live.use(row)) return null;
    return { session: row.session, self: selfOf(officer), expiresAt: row.expiresAt };
  }

  async signOut(token: string, everywhere: boolean): Promise<void> {
    if (!isToken(token)) return;
    const row = await this.#store.sessionByDigest(digest(token));
    if (row === null) return;
    const ended = everywhere ? await this.#store.sessionsOf(row.officer) : [row];
    const act = everywhere ? 'signed-out-everywhere' : 'signed-out';
    await this.#store.endSessions(
      ended.map((session) => session.session),
      this.#audit(row.officer, act, row.officer),
    );
    if (everywhere) this.#live.endAll(row.officer);
    else this.#live.end(row.officer, row.session);
  }

  async setCapacity(officer: Id, capacity: number): Promise<void> {
    await this.#store.changeOfficer(
      officer,
      { capacity },
      false,
      this.#audit(officer, 'capacity-chosen', officer),
    );
  }

  async #begin(officer: OfficerRow, now: Time): Promise<SignInResult> {
    const token = newToken();
    const row: SessionRow = {
      session: newId(),
      digest: digest(token),
      officer: officer.officer,
      createdAt: now,
      expiresAt: now + this.#times.absolute,
      seenAt: now,
    };
    await this.#store.addSession(row, this.#audit(officer.officer, 'signed-in', row.session));
    const all = await this.#store.sessionsOf(officer.officer);
    const excess = all.slice(0, Math.max(0, all.length - SESSIONS_PER_OFFICER)).map((old) => old.session);
    if (excess.length > 0) await this.#store.endSessions(excess, null);
    for (const session of excess) this.#live.end(officer.officer, session);
    return { kind: 'signed-in', token, self: selfOf(officer), expiresAt: row.expiresAt };
  }

  #audit(actor: string, act: string, subject: string) {
    return { at: this.#clock(), actor, act, subject };
  }

  /** A failing store is the hub's to report; here it must neither stop the timer nor the process. */
  #every(milliseconds: number, event: string, work: () => Promise<void>): void {
    let running = false;
    const timer = setInterval(() => {
      if (running) return;
      running = true;
      work()
        .catch((error: unknown) => this.#onFault(event, error))
        .finally(() => {
          running = false;
        });
    }, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
