import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { GroupStore } from '../store/groups.ts';
import { openAccountStore } from '../store/sqlite/accounts.ts';
import { openDatabase, type SqliteDatabase } from '../store/sqlite/database.ts';
import { openGroupStore } from '../store/sqlite/groups.ts';
import { GroupAdministration, LiveGroups } from './groups.ts';
import { Officers } from './officers.ts';

let directory: string;
let database: SqliteDatabase;
let accounts: AccountStore;
let store: GroupStore;
let groups: GroupAdministration;
let dupont: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-groups-'));
  database = openDatabase(directory);
  accounts = openAccountStore(database);
  store = openGroupStore(database);
  groups = new GroupAdministration(store, accounts, Date.now, 'test');
  const officers = new Officers(accounts, Date.now, 'test');
  const given = { login: 'dupont', rank: 'Major', alias: 'Camille', role: 'officer' } as const;
  const added = await officers.add(given, 'trois petits chats 42');
  if (added.kind !== 'done') throw new Error(added.kind);
  dupont = added.officer;
});

afterEach(() => {
  database.close();
  rmSync(directory, { recursive: true, force: true });
});

test('a group has a name of its own, and members who are not disabled', async () => {
  expect(await groups.add('  Cyber ')).toMatchObject({ kind: 'done' });
  expect(await groups.add('cyber')).toEqual({ kind: 'name-taken' });
  expect(await groups.add(' ')).toEqual({ kind: 'invalid-name' });
  expect(await groups.join('CYBER', 'Dupont')).toMatchObject({ kind: 'done' });
  expect(await groups.join('Cyber', 'nobody')).toEqual({ kind: 'unknown-login' });
  expect(await groups.join('Route', 'dupont')).toEqual({ kind: 'unknown-group' });
  expect(await groups.list()).toMatchObject([{ name: 'Cyber', members: [dupont] }]);
  await new Officers(accounts, Date.now, 'test').disable('dupont');
  expect(await groups.list()).toMatchObject([{ name: 'Cyber', members: [] }]);
});

test('is renamed, left and removed; each change stands in the audit, by ids', async () => {
  await groups.add('Cyber');
  await groups.add('Route');
  expect(await groups.rename('Route', 'Cyber')).toEqual({ kind: 'name-taken' });
  expect(await groups.rename('Route', 'Circulation')).toMatchObject({ kind: 'done' });
  await groups.join('Circulation', 'dupont');
  await groups.leave('Circulation', 'dupont');
  await groups.remove('Circulation');
  expect((await groups.list()).map(({ name }) => name)).toEqual(['Cyber']);
  const rows = await accounts.auditRows(20);
  expect(rows.map(({ act }) => act)).toEqual([
    ...['group-removed', 'group-left', 'group-joined', 'group-renamed', 'group-added', 'group-added'],
    'officer-added',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Cyber|Circulation|dupont/);
});

test('there are not too many', async () => {
  for (let number = 1; number <= LIMITS.groups; number += 1) await groups.add(`Groupe ${number}`);
  expect(await groups.add('Un de trop')).toEqual({ kind: 'too-many' });
});

test('what the command line changes is noticed, once', async () => {
  const live = new LiveGroups({ store, onFault: () => undefined });
  await live.start();
  try {
    let told = 0;
    live.onChanged(() => {
      told += 1;
    });
    const outside = openDatabase(directory);
    await new GroupAdministration(openGroupStore(outside), accounts, Date.now, 'elsewhere').add('Cyber');
    outside.close();
    await live.read();
    await live.read();
    expect(live.current()).toMatchObject([{ name: 'Cyber' }]);
    expect(told).toBe(1);
  } finally {
    live.close();
  }
});
