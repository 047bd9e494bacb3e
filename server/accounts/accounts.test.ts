import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SessionToken } from '../../protocol/http.ts';
import { newId } from '../../protocol/ids.ts';
import type { AccountStore } from '../store/accounts.ts';
import { openAccountStore } from '../store/sqlite/accounts.ts';
import { JOURNAL_FILE, openDatabase, type SqliteDatabase } from '../store/sqlite/database.ts';
import { createAccounts, type LocalAccounts } from './accounts.ts';
import { AddressFailures } from './lock-out.ts';
import { Officers } from './officers.ts';
import type { Ended } from './sessions.ts';

const PASSWORD = 'trois petits chats 42';
const HOUR = 3_600_000;

let directory: string;
let database: SqliteDatabase;
let store: AccountStore;
let accounts: LocalAccounts;
let officers: Officers;
let now: number;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-accounts-'));
  database = openDatabase(directory);
  store = openAccountStore(database);
  now = 1_700_000_000_000;
  accounts = await createAccounts({
    store,
    clock: () => now,
    times: { absolute: 12 * HOUR, idle: 2 * HOUR },
    onFault: (event, error) => {
      throw new Error(event, { cause: error });
    },
  });
  officers = new Officers(store, () => now, 'command-line');
  await add('dupont');
});

afterEach(() => {
  accounts.close();
  database.close();
  rmSync(directory, { recursive: true, force: true });
});

async function add(login: string): Promise<string> {
  const added = await officers.add({ login, rank: 'Brigadier', alias: 'Camille', role: 'officer' }, PASSWORD);
  if (added.kind !== 'done') throw new Error(added.kind);
  return added.officer;
}

async function token(login = 'dupont'): Promise<string> {
  const result = await accounts.signIn(login, PASSWORD, '192.0.2.1');
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return result.token;
}

async function fail(times: number, login = 'dupont', address = '192.0.2.1'): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect(await accounts.signIn(login, 'wrong password', address)).toEqual({ kind: 'failed' });
  }
}

describe('signing in', () => {
  test('gives a token that opens a session, whatever the login’s capitals', async () => {
    const opened = await token(' DuPont ');
    expect(SessionToken.safeParse(opened).success).toBe(true);
    expect(await accounts.bySession(opened)).toMatchObject({
      self: { login: 'dupont', role: 'officer' },
      expiresAt: now + 12 * HOUR,
    });
  });

  test('neither the token nor the password is on disk', async () => {
    const opened = await token();
    database.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(join(directory, JOURNAL_FILE));
    expect(bytes.includes('dupont')).toBe(true);
    expect(bytes.includes(opened)).toBe(false);
    expect(bytes.includes(PASSWORD)).toBe(false);
    expect((await store.byLogin('dupont'))?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('says the same for a wrong password, an unknown login and a disabled account', async () => {
    await officers.disable('dupont');
    expect(await accounts.signIn('dupont', PASSWORD)).toEqual({ kind: 'failed' });
    expect(await accounts.signIn('nobody', PASSWORD)).toEqual({ kind: 'failed' });
    await officers.enable('dupont');
    expect(await accounts.signIn('dupont', 'wrong')).toEqual({ kind: 'failed' });
  });

  test('works as long for an unknown login as for a known one', async () => {
    // Of this process's own processor time, whatever else the machine does meanwhile; microseconds.
    const cost = async (login: string): Promise<number> => {
      const before = process.cpuUsage();
      await accounts.signIn(login, 'wrong password', login);
      await officers.enable('dupont');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    let [known, unknown] = [0, 0];
    for (let round = 0; round < 9; round += 1) {
      known += await cost('dupont');
      unknown += await cost(`nobody${round}`);
    }
    // Without the decoy an unknown login answers some hundred times faster.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  test('keeps five sessions an officer: a sixth ends the oldest', async () => {
    const ended: Ended[] = [];
    accounts.onEnded((what) => ended.push(what));
    const tokens: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      now += 1;
      tokens.push(await token());
    }
    expect(await accounts.bySession(tokens[0] ?? '')).toBeNull();
    expect(await accounts.bySession(tokens[1] ?? '')).not.toBeNull();
    expect(ended).toHaveLength(1);
  });
});

describe('lock-out', () => {
  test('after five failures a login waits, and longer each time', async () => {
    await fail(5);
    expect(await accounts.signIn('dupont', PASSWORD)).toMatchObject({ kind: 'locked', retryAfter: 15_000 });
    now += 15_000;
    await fail(1);
    expect(await accounts.signIn('dupont', PASSWORD)).toMatchObject({ kind: 'locked', retryAfter: 30_000 });
    now += 30_000;
    expect(await accounts.signIn('dupont', PASSWORD)).toMatchObject({ kind: 'signed-in' });
    await fail(4);
    expect(await accounts.signIn('dupont', PASSWORD)).toMatchObject({ kind: 'signed-in' });
  });

  test('is the same for a login that does not exist', async () => {
    await fail(5, 'nobody');
    expect(await accounts.signIn('nobody', PASSWORD)).toMatchObject({ kind: 'locked', retryAfter: 15_000 });
  });

  test('counts guesses made at the same time', async () => {
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        accounts.signIn('dupont', `guess ${index}`, `192.0.2.${index}`),
      ),
    );
    expect(results.filter((result) => result.kind === 'failed').length).toBeLessThanOrEqual(5);
  });

  test('survives a restart', async () => {
    await fail(5);
    accounts.close();
    accounts = await createAccounts({
      store,
      clock: () => now,
      times: { absolute: HOUR, idle: HOUR },
      onFault: () => undefined,
    });
    expect(await accounts.signIn('dupont', PASSWORD)).toMatchObject({ kind: 'locked' });
  });

  test('an address that tries many logins waits too, and its neighbour does not', async () => {
    const failures = new AddressFailures();
    for (let count = 0; count < 300; count += 1) {
      expect(failures.lockedFor('198.51.100.7', now)).toBe(0);
      failures.count('198.51.100.7', now);
    }
    expect(failures.lockedFor('198.51.100.7', now)).toBe(60_000);
    expect(failures.lockedFor('198.51.100.8', now)).toBe(0);
    expect(failures.lockedFor('198.51.100.7', now + 60_000)).toBe(0);
  });

  test('a station of 150 desks behind one address signs in at once, and a locked login stays locked', async () => {
    const logins = Array.from({ length: 150 }, (_, index) => `agent${index}`);
    const { password } = (await store.byLogin('dupont')) ?? { password: '' };
    for (const login of logins) {
      const row = { officer: newId(), login, rank: 'Brigadier', alias: 'Camille', role: 'officer' } as const;
      const audit = { at: now, actor: 'test', act: 'officer-added', subject: null };
      await store.addOfficer({ ...row, capacity: 6, password, createdAt: now, disabledAt: null }, audit);
    }
    await fail(5);
    const results = await Promise.all(logins.map((login) => accounts.signIn(login, PASSWORD, '192.0.2.1')));
    expect(results.filter(({ kind }) => kind !== 'signed-in')).toEqual([]);
    expect(await accounts.signIn('dupont', PASSWORD, '192.0.2.1')).toMatchObject({ kind: 'locked' });
  });

  test('an administrator opens it with a new password', async () => {
    await fail(5);
    await officers.setPassword('dupont', PASSWORD);
    expect(await accounts.signIn('dupont', PASSWORD)).toMatchObject({ kind: 'signed-in' });
  });
});

describe('sessions end', () => {
  test('after their absolute time, however used', async () => {
    const opened = await token();
    for (let hour = 1; hour < 12; hour += 1) {
      now += HOUR;
      expect(await accounts.bySession(opened)).not.toBeNull();
    }
    now += HOUR;
    expect(await accounts.bySession(opened)).toBeNull();
  });

  test('when idle, unless something is done; and their listeners hear of it', async () => {
    const ended: Ended[] = [];
    accounts.onEnded((what) => ended.push(what));
    const session = await accounts.bySession(await token());
    now += 1.5 * HOUR;
    accounts.touch(session?.session ?? '');
    now += 1.5 * HOUR;
    await accounts.sweep();
    expect(ended).toEqual([]);
    now += HOUR;
    await accounts.sweep();
    expect(ended).toEqual([{ officer: session?.self.officer, session: session?.session }]);
  });

  test('by signing out: this one alone, or everywhere', async () => {
    const ended: Ended[] = [];
    accounts.onEnded((what) => ended.push(what));
    const [first, second, third] = [await token(), await token(), await token()];
    await accounts.signOut(first, false);
    expect(await accounts.bySession(first)).toBeNull();
    expect(await accounts.bySession(second)).not.toBeNull();
    await accounts.signOut(second, true);
    expect(await accounts.bySession(third)).toBeNull();
    expect(ended.map((what) => what.session === null)).toEqual([false, true]);
  });

  test.each(['disable', 'signOut', 'setPassword', 'setRole'] as const)(
    'by another process: %s is noticed',
    async (act) => {
      const officer = (await store.byLogin('dupont'))?.officer;
      const opened = await token();
      await accounts.bySession(opened);
      await accounts.sweep();
      const ended: Ended[] = [];
      accounts.onEnded((what) => ended.push(what));
      const outside = openDatabase(directory);
      const elsewhere = new Officers(openAccountStore(outside), () => now, 'command-line');
      if (act === 'setPassword') await elsewhere.setPassword('dupont', `${PASSWORD}!`);
      else if (act === 'setRole') await elsewhere.setRole('dupont', 'supervisor');
      else await elsewhere[act]('dupont');
      outside.close();
      await accounts.sweep();
      expect(ended).toMatchObject([{ officer }]);
      expect(await accounts.bySession(opened)).toBeNull();
    },
  );

  test('a token that is not one opens nothing', async () => {
    for (const forged of ['', 'x', 'a'.repeat(43), `${await token()}=`]) {
      expect(await accounts.bySession(forged)).toBeNull();
    }
  });
});

describe('administration', () => {
  test('leaves who, what, when and ids, never a name', async () => {
    await officers.setRole('dupont', 'supervisor');
    const rows = await store.auditRows(10);
    const officer = (await store.byLogin('dupont'))?.officer;
    expect(rows).toEqual([
      { at: now, actor: 'command-line', act: 'officer-role-supervisor', subject: officer, reason: null },
      { at: now, actor: 'command-line', act: 'officer-added', subject: officer, reason: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain('dupont');
  });

  test('the audit can be neither edited nor shortened', () => {
    expect(() => database.exec("UPDATE audit SET actor = 'nobody'")).toThrow('not edited');
    now = Date.now();
    database.prepare("INSERT INTO audit (at, actor, act) VALUES (?, 'a', 'b')").run(now);
    expect(() => database.exec("DELETE FROM audit WHERE actor = 'a'")).toThrow('stays a year');
  });

  test('what is older than a year is removed, nothing younger, whatever the clock says', async () => {
    const year = 365 * 24 * HOUR;
    const add = database.prepare("INSERT INTO audit (at, actor, act) VALUES (?, 'a', ?)");
    add.run(Date.now() - year - HOUR, 'old');
    add.run(Date.now() - year + HOUR, 'young');
    await store.forgetAudit(Date.now() + 10 * year);
    const acts = (await store.auditRows(10)).map(({ act }) => act);
    expect(acts).toContain('young');
    expect(acts).not.toContain('old');
  });

  test('refuses a login that is taken, malformed or unknown', async () => {
    const officer = { rank: 'Major', alias: 'Sacha', role: 'officer' as const };
    expect(await officers.add({ ...officer, login: 'DUPONT' }, PASSWORD)).toEqual({ kind: 'login-taken' });
    expect(await officers.add({ ...officer, login: 'du pont' }, PASSWORD)).toEqual({
      kind: 'invalid',
      field: 'login',
    });
    expect(await officers.disable('nobody')).toEqual({ kind: 'unknown-login' });
  });

  test('remembers a chosen capacity', async () => {
    const officer = (await store.byLogin('dupont'))?.officer ?? '';
    await accounts.setCapacity(officer, 9);
    expect((await accounts.bySession(await token()))?.self.capacity).toBe(9);
  });
});
