/** The promises of docs/privacy.md about time, backups and what is left, as an operator would try them. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TestRelay, type TestRelayOptions } from '../gateway/relay.testkit.ts';
import { JOURNAL_FILE, KEYS_FILE } from '../store/sqlite/database.ts';
import { Administration } from './cli.testkit.ts';

const DAY = 24 * 60 * 60_000;
/** At midnight UTC: late in the evening, the end of summer time would put the limit an hour after day 92. */
const FIRST_DAY = Math.floor(Date.now() / DAY - 92) * DAY;
const TEXT = 'canari-du-premier-jour';

// Each command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let admin: Administration;
let now: number;
beforeEach(() => {
  admin = new Administration();
  now = FIRST_DAY;
});
afterEach(() => admin.remove());

async function started(options: TestRelayOptions = {}): Promise<TestRelay> {
  return TestRelay.start({ directory: admin.directory, clock: () => now, ...options });
}

/** Day 1: one conversation with a text, and both backups, made while the relay runs. */
async function firstDay(): Promise<{ cookie: string; conversation: string }> {
  const relay = await started();
  const { citizen, cookie, conversation } = await relay.citizen();
  const id = citizen.say(TEXT);
  await citizen.frame('ack', (frame) => frame.id === id);
  for (const part of ['journal', 'keys']) {
    mkdirSync(admin.at(part));
    const said = await admin.done(`backup ${part} --to ${admin.at(`${part}/day-1.sqlite`)}`);
    expect(said).toMatch(/^[0-9a-f]{64} {2}/);
  }
  await relay.close();
  return { cookie, conversation };
}

function restore(file: string, from: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(admin.directory, file + suffix), { force: true });
  copyFileSync(from, join(admin.directory, file));
}

async function text(relay: TestRelay, cookie: string): Promise<string[]> {
  const page = relay.connectCitizen(cookie);
  await page.hello();
  await page.frame('entries');
  return page.texts();
}

test('day 1 backed up, day 92 purged: the journal restored beside the purged keys tells nothing, and goes', async () => {
  const { cookie, conversation } = await firstDay();
  // Before the limit a restoration does give the text back: what is proved below is not a broken backup.
  restore(JOURNAL_FILE, admin.at('journal/day-1.sqlite'));
  restore(KEYS_FILE, admin.at('keys/day-1.sqlite'));
  const early = await started();
  expect(await text(early, cookie)).toEqual([TEXT]);
  await early.close();

  now = FIRST_DAY + 92 * DAY;
  await (await started()).close();
  restore(JOURNAL_FILE, admin.at('journal/day-1.sqlite'));
  const backup = new Database(join(admin.directory, JOURNAL_FILE));
  expect(backup.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(2);
  backup.close();
  const verified = await admin.run('journal verify');
  expect([verified.code, verified.out]).toEqual([1, expect.stringContaining(`${conversation}: unknown`)]);

  // Even by a clock that was set back, so that its time does not seem over: the key is gone all the same.
  now = FIRST_DAY + DAY;
  const lines: string[] = [];
  const relay = await started({
    settings: { PERMANENCE_LOG_LEVEL: 'info' },
    logTarget: { write: (line) => lines.push(line) },
  });
  expect(lines.join('')).toContain('"event":"orphans-destroyed","conversations":1');
  const page = relay.connectCitizen(cookie);
  await page.opened();
  expect(await page.reason()).toBe('conversation-gone');
  await relay.close();
  const journal = new Database(join(admin.directory, JOURNAL_FILE), { readonly: true });
  expect(journal.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(0);
  journal.close();
  const report = JSON.parse(await admin.done('purge report --json'));
  expect(report.destroyed).toMatchObject({
    retention: { conversations: 1, entries: 2 },
    orphans: { conversations: 1 },
  });
});

test('a key backup older than the purge is purged again at the start, before anybody is served', async () => {
  const { cookie } = await firstDay();
  now = FIRST_DAY + 92 * DAY;
  await (await started()).close();
  restore(JOURNAL_FILE, admin.at('journal/day-1.sqlite'));
  restore(KEYS_FILE, admin.at('keys/day-1.sqlite'));
  const relay = await started();
  const page = relay.connectCitizen(cookie);
  await page.opened();
  expect(await page.reason()).toBe('conversation-gone');
  await relay.close();
  const keys = new Database(join(admin.directory, KEYS_FILE), { readonly: true });
  expect(keys.prepare('SELECT count(*) FROM data_keys').pluck().get()).toBe(0);
  keys.close();
});

test('keys restored from before the journal: what they cannot read is kept until somebody says otherwise', async () => {
  await firstDay();
  const relay = await started();
  await relay.open();
  await relay.close();
  restore(KEYS_FILE, admin.at('keys/day-1.sqlite'));
  const lines: string[] = [];
  const logged = await started({
    settings: { PERMANENCE_LOG_LEVEL: 'info' },
    logTarget: { write: (line) => lines.push(line) },
  });
  expect(lines.join('')).toContain('"event":"keys-older-than-journal","unreadable":1');
  await logged.open();
  await logged.close();
  await (await started()).close();
  const count = (): unknown => {
    const journal = new Database(join(admin.directory, JOURNAL_FILE), { readonly: true });
    const rows = journal.prepare('SELECT count(*) FROM conversations').pluck().get();
    journal.close();
    return rows;
  };
  expect(count()).toBe(3);
  expect(await admin.done('purge orphans')).toBe('1 unreadable conversations destroyed\n');
  expect(count()).toBe(2);
});

test('a backup goes to a new file, outside the data directory, for its owner alone', async () => {
  await firstDay();
  for (const to of [admin.at('journal/day-1.sqlite'), join(admin.directory, 'copy.sqlite'), '/nowhere/x']) {
    expect((await admin.run(`backup journal --to ${to}`)).code).toBe(1);
  }
  const keys = readFileSync(admin.at('keys/day-1.sqlite'));
  const journal = readFileSync(admin.at('journal/day-1.sqlite'));
  expect(journal.includes(TEXT)).toBe(false);
  expect(keys.includes('entries_by_id')).toBe(false);
});

test('receipts: reported, exported, verified off line with the public key alone', async () => {
  await firstDay();
  now = FIRST_DAY + 92 * DAY;
  await (await started()).close();
  await admin.done(`purge public-key --to ${admin.at('receipts.pem')}`);
  const report = await admin.done('purge report --json');
  writeFileSync(admin.at('report.json'), report);
  const offline = new Administration();
  try {
    const args = `purge verify --file ${admin.at('report.json')} --public-key-file ${admin.at('receipts.pem')}`;
    const said = await offline.done(args);
    expect(said).toMatch(/^2 receipts intact/);
    const forged = JSON.parse(report);
    forged.receipts[1].content.entries = 1;
    writeFileSync(admin.at('report.json'), JSON.stringify(forged));
    expect(await offline.run(args)).toMatchObject({
      code: 1,
      err: expect.stringContaining('the signature is not right'),
    });
    expect(offline.files().size).toBe(0);
  } finally {
    offline.remove();
  }
  expect(await admin.done('purge verify')).toMatch(/^2 receipts intact/);
  const later = new Date(Date.now() + DAY).toISOString().slice(0, 10);
  expect(await admin.done(`purge report --since ${later}`)).toContain('receipts: 0');
  expect((await admin.run('purge report --since hier')).code).toBe(2);
});
