import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../protocol/ids.ts';
import { TERMS_VERSION } from './content/index.ts';
import { TestRelay } from './gateway/relay.testkit.ts';
import { eventually, TestCitizen, TestDesk } from './gateway/socket.testkit.ts';
import { TestProcess } from './process.testkit.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

let directory: string;
let processes: TestProcess[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-main-'));
  processes = [];
});

afterEach(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
  rmSync(directory, { recursive: true, force: true });
});

function relay(settings: Record<string, string> = {}, args: string[] = []): TestProcess {
  const started = new TestProcess(MAIN, args, {
    PERMANENCE_PORT: '0',
    PERMANENCE_DATA_DIRECTORY: directory,
    ...settings,
  });
  processes.push(started);
  return started;
}

type Announced = { url: string; accounts: { login: string; password: string; role: string }[] };

async function announced(started: TestProcess): Promise<Announced> {
  const [line] = await started.line(/^\{"ready":true.*$/);
  return JSON.parse(line) as Announced;
}

async function cookieFrom(url: string): Promise<string> {
  const response = await fetch(`${url}/api/conversation`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ id: newId(), termsVersion: TERMS_VERSION, language: 'fr', subject: null }),
  });
  return (response.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
}

async function signIn(
  url: string,
  { login, password }: { login: string; password: string },
): Promise<Response> {
  return fetch(`${url}/api/desk/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
}

describe('starting', () => {
  test('prints its settings, its accounts once, and where it is ready; ends with 0 when asked', async () => {
    const first = relay();
    const [, url = ''] = await first.line(/^ready (http:\/\/127\.0\.0\.1:\d+)$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(first.out).toContain('retentionMonths = 3');
    expect(first.out).toContain('masterKey = "not given"');
    const [, password = ''] = /dupont +(\S+)/.exec(first.out) ?? [];
    expect((await signIn(url, { login: 'dupont', password })).status).toBe(200);
    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);

    for (const file of readdirSync(directory)) {
      expect(readFileSync(join(directory, file)).includes(password)).toBe(false);
    }
    expect(statSync(join(directory, 'master.key')).mode & 0o777).toBe(0o600);
    const key = readFileSync(join(directory, 'master.key'), 'utf8').trim();
    expect(first.out + first.err).not.toContain(key);

    const second = relay();
    await second.line(/^ready /);
    expect(second.out).not.toContain('dupont');
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
  });

  test('a wrong setting stops it with its name and what was expected: exit 2', async () => {
    const { code, err, out } = await relay({ PERMANENCE_RETENTION_MONTHS: '4' }).ended;
    expect(code).toBe(2);
    expect(err).toContain('PERMANENCE_RETENTION_MONTHS: expected a whole number from 1 to 3, not 4');
    expect(out).toBe('');
    const typo = await relay({ PERMANENCE_RETENSION: '2' }).ended;
    expect([typo.code, typo.err]).toEqual([2, 'PERMANENCE_RETENSION: there is no such setting\n']);
    expect((await relay({}, ['--unknown']).ended).code).toBe(2);
  });

  test('production makes no accounts and no key', async () => {
    const production = { PERMANENCE_MODE: 'production', PERMANENCE_ORIGINS: 'https://tchat.example.fr' };
    expect(await relay(production).ended).toMatchObject({ code: 2, out: '' });
    const file = join(directory, 'key');
    const missing = await relay({ ...production, PERMANENCE_MASTER_KEY_FILE: file }).ended;
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('KeyUnavailable');
    writeFileSync(file, 'ab'.repeat(32), { mode: 0o600 });
    const started = relay({ ...production, PERMANENCE_MASTER_KEY_FILE: file }, ['--json']);
    expect((await announced(started)).accounts).toEqual([]);
    expect(started.out).not.toContain('abab');
  });

  test('one directory, one relay', async () => {
    await announced(relay({}, ['--json']));
    const { code, err } = await relay().ended;
    expect(code).toBe(1);
    expect(err).toContain('DirectoryInUse');
  });

  test('a taken port, a wrong key: it says so and ends', async () => {
    const { url } = await announced(relay({}, ['--json']));
    const other = mkdtempSync(join(tmpdir(), 'permanence-other-'));
    const taken = await relay({ PERMANENCE_PORT: new URL(url).port, PERMANENCE_DATA_DIRECTORY: other }).ended;
    expect([taken.code, taken.err.includes('EADDRINUSE')]).toEqual([1, true]);
    const wrong = await relay({
      PERMANENCE_DATA_DIRECTORY: other,
      PERMANENCE_MASTER_KEY: 'cd'.repeat(32),
    }).ended;
    expect([wrong.code, wrong.err.includes('WrongMasterKey')]).toEqual([1, true]);
    rmSync(other, { recursive: true, force: true });
  });
});

describe('ending', () => {
  test('SIGTERM says bye to the sockets and ends with 0', async () => {
    const started = relay({}, ['--json']);
    const { url } = await announced(started);
    const citizen = new TestCitizen(url, await cookieFrom(url));
    await citizen.hello();
    started.child.kill('SIGTERM');
    await citizen.frame('bye');
    expect(await citizen.reason()).toBe('come-back');
    expect((await started.ended).code).toBe(0);
  });

  test('D4: killed at once, what was acknowledged is there again, and no lock is left', async () => {
    const started = relay({}, ['--json']);
    const { url } = await announced(started);
    const cookie = await cookieFrom(url);
    const citizen = new TestCitizen(url, cookie);
    await citizen.hello();
    const sent = Array.from({ length: 25 }, (_, index) => citizen.say(`message ${index}`));
    await citizen.frame('ack', (frame) => frame.id === sent[9]);
    started.child.kill('SIGKILL');
    await citizen.closed;
    const acknowledged = citizen.frames.filter((frame) => frame.type === 'ack').length;

    const { url: again } = await announced(relay({}, ['--json']));
    const back = new TestCitizen(again, cookie);
    await back.hello();
    await eventually(() => back.texts().length).toBeGreaterThanOrEqual(acknowledged);
    expect(back.texts()).toEqual(back.texts().map((_, index) => `message ${index}`));
    back.raw.terminate();
  });
});

describe('the log', () => {
  test('holds no text, e-mail, cookie, token, password or address, whatever happens', async () => {
    const lines: string[] = [];
    const logged = await TestRelay.start({
      settings: { PERMANENCE_LOG_LEVEL: 'debug' },
      logTarget: { write: (line) => lines.push(line) },
    });
    const canary = 'canari-7f3a';
    const { citizen, cookie, conversation } = await logged.citizen();
    const { desk, token } = await logged.desk('dupont');
    const said = citizen.say(`${canary} ${canary}@example.fr`);
    await citizen.frame('ack', (frame) => frame.id === said);
    await desk.command({ kind: 'take', conversation });
    await desk.command({ kind: 'note', conversation, text: `${canary} note` });
    citizen.raw.send(`{"type":"${canary}"}`);
    citizen.raw.send(`${canary} is not JSON`);
    await citizen.closed;
    await logged.post('/api/desk/sign-in', { login: canary, password: `${canary}-password` });
    await logged.post(`/api/${canary}?email=${canary}@example.fr`, `{"${canary}":`);
    const stray = new TestDesk(logged.url, `${canary}`);
    await stray.status();
    await fetch(`${logged.url}/?lang=${canary}`, { headers: { cookie: `permanence=${canary}` } });
    await logged.post('/api/desk/sign-out', { everywhere: true }, { authorization: `Bearer ${token}` });
    await desk.closed;
    const secrets = [canary, token, cookie.slice(-43), logged.password('dupont'), '127.0.0.1'];
    await logged.destroy();
    expect(lines.length).toBeGreaterThan(3);
    for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
  });
});
