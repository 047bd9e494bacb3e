import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { purgeTime } from '../../protocol/retention.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { type Ended, TestProcess } from '../process.testkit.ts';
import { openDatabase } from '../store/sqlite/database.ts';

const ADMIN = join(import.meta.dirname, 'admin.ts');
const PASSWORD = 'quatre chevaux bleus';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-admin-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function admin(args: string, input = ''): Promise<Ended> {
  return new TestProcess(ADMIN, ['--data', directory, ...args.split(' ')], {}, input).ended;
}

const add = (login: string, input = `${PASSWORD}\n`): Promise<Ended> =>
  admin(`officer add ${login} --rank Brigadier --alias Camille --capacity 4`, input);

describe('officer', () => {
  test('add, list, role, password, disable, enable, sign-out, each in the audit', async () => {
    expect(await add('Dupont')).toMatchObject({ code: 0, err: '' });
    for (const args of [
      'officer role dupont supervisor',
      'officer disable dupont',
      'officer enable dupont',
      'officer sign-out dupont',
    ]) {
      expect((await admin(args)).code).toBe(0);
    }
    expect((await admin('officer password dupont', 'un autre mot assez long\n')).code).toBe(0);
    const listed = await admin('officer list --json');
    expect(JSON.parse(listed.out)).toMatchObject([
      { login: 'dupont', role: 'supervisor', capacity: 4, disabled: false },
    ]);
    expect(listed.out).not.toContain('argon2');
    const audit = await admin('audit');
    expect(
      audit.out
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[2]),
    ).toEqual([
      'audit-read',
      'officers-listed',
      'officer-password-changed',
      'officer-signed-out',
      'officer-enabled',
      'officer-disabled',
      'officer-role-supervisor',
      'officer-added',
    ]);
    expect(audit.out).not.toContain('dupont');
  });

  test('refuses with 1 what cannot be, and with 2 what was asked wrongly', async () => {
    await add('dupont');
    const refused = [
      [await add('dupont'), 'is taken'],
      [await add('martin', 'court\n'), '12 characters'],
      [await add('martin', ''), '12 characters'],
      [await add('martin', 'c’est martin lui-même\n'), 'holds the login'],
      [await admin('officer disable nobody'), 'no account'],
    ] as const;
    for (const [ended, said] of refused) {
      expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining(said) });
    }
    for (const args of [
      'officer role dupont king',
      'officer add martin',
      'officer add martin --rank R --alias A --capacity 99',
      'officer add martin --rank R --alias A --password secret',
      'officer fly dupont',
      'audit --limit x',
    ]) {
      expect((await admin(args)).code).toBe(2);
    }
    const wrong = new TestProcess(ADMIN, ['officer', 'list'], { PERMANENCE_PORT: 'x' });
    expect(await wrong.ended).toMatchObject({ code: 2, err: expect.stringContaining('PERMANENCE_PORT') });
  });
});

test('group add, join, list, rename, leave, remove', async () => {
  await add('dupont');
  for (const args of ['group add Cyber', 'group join Cyber dupont', 'group rename Cyber Numérique']) {
    expect(await admin(args)).toMatchObject({ code: 0, err: '' });
  }
  expect(JSON.parse((await admin('group list --json')).out)).toMatchObject([
    { name: 'Numérique', members: ['dupont'] },
  ]);
  expect(await admin('group join Route dupont')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no group "Route"'),
  });
  for (const args of ['group leave Numérique dupont', 'group remove Numérique']) {
    expect((await admin(args)).code).toBe(0);
  }
  expect((await admin('group list')).out).toBe('');
});

describe('with a relay', () => {
  test('a disabled officer is signed out of the running relay', async () => {
    const relay = await TestRelay.start({ directory });
    try {
      const { desk } = await relay.desk('dupont');
      expect((await admin('officer disable dupont')).code).toBe(0);
      expect(await desk.reason()).toBe('not-signed-in');
      const body = { login: 'dupont', password: relay.password('dupont') };
      expect((await relay.post('/api/desk/sign-in', body)).status).toBe(401);
    } finally {
      await relay.close();
    }
  });

  test('journals are verified while it runs; what it keeps in memory is not touched meanwhile', async () => {
    const relay = await TestRelay.start({ directory });
    try {
      const { citizen } = await relay.citizen();
      const id = citizen.say('bonjour');
      await citizen.frame('ack', (frame) => frame.id === id);
      const verified = await admin('journal verify');
      expect(verified).toMatchObject({ code: 0, out: '1 of 1 journals intact, 2 entries\n' });
      const report = await admin('purge report --json');
      expect(JSON.parse(report.out)).toMatchObject({ conversations: 1, open: 1, due: 0 });
      expect((await admin('purge run')).out).toBe('0 conversations destroyed, 0 entries\n');
      for (const args of ['purge orphans', 'store epoch new']) {
        const refused = await admin(args);
        expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('another relay')]);
      }
    } finally {
      await relay.close();
    }
  });

  test('a journal that was tampered with is named, and the command fails', async () => {
    const relay = await TestRelay.start({ directory });
    const { citizen, conversation } = await relay.citizen();
    const id = citizen.say('bonjour');
    await citizen.frame('ack', (frame) => frame.id === id);
    await relay.close();
    const database = openDatabase(directory);
    database.prepare('UPDATE entries SET at = at + 1 WHERE seq = 2').run();
    database.close();
    const verified = await admin('journal verify');
    expect(verified.code).toBe(1);
    expect(verified.out).toContain(`${conversation}: `);
  });

  test('purge run destroys what is due, and nothing else', async () => {
    const past = Date.now() - 100 * 86_400_000;
    let now = past;
    const relay = await TestRelay.start({ directory, clock: () => now });
    await relay.open();
    now = Date.now();
    await relay.open();
    await relay.close();
    const done = await admin('purge run');
    expect(done.out).toBe('1 conversations destroyed, 1 entries\n');
    expect(JSON.parse((await admin('purge report --json')).out)).toMatchObject({ conversations: 1, due: 0 });
  });

  test('purge run asks the relay that runs: what is due goes at once, and its reader is told', async () => {
    let now = Date.now();
    const first = await TestRelay.start({ directory, clock: () => now });
    const cookie = await first.open();
    await first.close();
    const due = purgeTime(now, 3);
    // Less than an hour later, so that the relay does not do it by itself.
    now = due - 60_000;
    const relay = await TestRelay.start({ directory, clock: () => now });
    try {
      const citizen = relay.connectCitizen(cookie);
      await citizen.hello();
      now = due;
      expect((await admin('purge run')).out).toBe('1 conversations destroyed, 1 entries\n');
      expect(await citizen.reason()).toBe('conversation-gone');
      const metrics = await (await fetch(`${relay.url}/metrics`)).text();
      expect(metrics).toMatch(/^permanence_purged_conversations_total 1$/m);
      expect(metrics).toMatch(/^permanence_last_purge_timestamp_seconds [1-9]/m);
    } finally {
      await relay.close();
    }
  });

  test('a new epoch: every reader starts again (R2)', async () => {
    const first = await TestRelay.start({ directory });
    const { citizen, cookie } = await first.citizen();
    const { epoch } = await citizen.frame('welcome');
    await first.close();
    expect((await admin('store epoch new')).code).toBe(0);
    const second = await TestRelay.start({ directory });
    const back = second.connectCitizen(cookie);
    const welcome = await back.hello(epoch, 1);
    expect(welcome.reset).toBe(true);
    expect(welcome.epoch).not.toBe(epoch);
    await second.close();
  });
});

test('content check counts what officers will have', async () => {
  const { code, out } = await admin('content check');
  expect(code).toBe(0);
  expect(out).toMatch(/104 platforms, \d+ responses/);
});

test('settings are documented', async () => {
  expect((await admin('settings')).out).toContain('PERMANENCE_MASTER_KEY_FILE');
});
