import { existsSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { DAY, itemOf, NOON, OFFICER, temporaryFolder } from '../cache/cache.testkit.ts';
import { ProcessCache } from '../cache/process-cache.ts';
import { cacheWithin } from '../cache/within.testkit.ts';
import { openOrigin, rotateKey, sweepCaches } from './cache-opening.ts';
import type { Secrets } from './keychain.ts';
import { nodeSurroundings } from './surroundings.ts';
import { Vault } from './vault.ts';

type Fault = 'refuses' | 'daemon gone';

/** A keychain that stops to answer, for all of its names or for some: by refusing, or in silence as without its daemon. */
class FailingKeychain implements Secrets {
  readonly kept = new Map<string, string>();
  fault: Fault | null = null;
  fails: (name: string) => boolean = () => true;

  #isGone(name: string): boolean {
    if (this.fault === null || !this.fails(name)) return false;
    if (this.fault === 'refuses') throw new Error('locked');
    return true;
  }

  async read(name: string): Promise<string | null> {
    return this.#isGone(name) ? null : (this.kept.get(name) ?? null);
  }

  async write(name: string, secret: string): Promise<void> {
    if (!this.#isGone(name)) this.kept.set(name, secret);
  }

  async remove(name: string): Promise<void> {
    if (!this.#isGone(name)) this.kept.delete(name);
  }
}

const { officer } = OFFICER;
const UNSENT = 'pas encore parti';
let folder: ReturnType<typeof temporaryFolder>;
let secrets: FailingKeychain;
let vault: Vault;
let file: string;
const started: ProcessCache[] = [];
const logged: string[] = [];
const log = (event: string) => void logged.push(event);

function launch() {
  const made = new ProcessCache({ ...nodeSurroundings, launch: cacheWithin, log: () => undefined });
  started.push(made);
  return made;
}

const writtenAt = (time: number) => utimesSync(file, time / 1000, time / 1000);
const open = () => openOrigin(vault, launch, officer, log);
const sweep = (now: number) => sweepCaches(vault, launch, null, now, log);

async function opened() {
  const origin = await open();
  if (origin.kind !== 'file') throw new Error(`in memory: ${origin.why}`);
  return origin.process;
}

async function expectUnsentKept(): Promise<void> {
  secrets.fault = null;
  const process = await opened();
  const { outbox } = await process.call('load', { now: NOON });
  expect(outbox.map(({ command }) => ('text' in command ? command.text : null))).toEqual([UNSENT]);
  await process.end();
}

beforeEach(async () => {
  folder = temporaryFolder();
  secrets = new FailingKeychain();
  logged.length = 0;
  const keychain = { kind: 'usable', secrets } as const;
  vault = new Vault({ keychain, relay: 'https://relay.example', folder: folder.path });
  file = vault.cacheFile(officer);
  const process = await opened();
  await process.call('outbox-put', { item: itemOf(newId(), UNSENT) });
  await process.end();
  writtenAt(NOON);
});
afterEach(async () => {
  for (const cache of started.splice(0)) await cache.end();
  folder.remove();
});

test.each(['refuses', 'daemon gone'] as const)(
  'unsent words outlive a sweep while the keychain does not answer: %s',
  async (fault) => {
    secrets.fault = fault;
    await sweep(NOON);
    await expectUnsentKept();
  },
);

test.each(['refuses', 'daemon gone'] as const)(
  'unsent words outlive their officer’s sign-in meanwhile, who works in memory: %s',
  async (fault) => {
    secrets.fault = fault;
    expect(await open()).toEqual({ kind: 'memory', why: 'no-keychain' });
    expect(logged).toEqual(['cache-keychain-silent']);
    await expectUnsentKept();
  },
);

test.each(['refuses', 'daemon gone'] as const)(
  'unsent words outlive a rotation that was cut short, whichever of the two keys is not told: %s',
  async (fault) => {
    const process = await opened();
    const next = (await vault.makeNextKey(file)) ?? '';
    await process.call('rotate', { next });
    await process.end();
    for (const part of ['cache-next/', 'cache/']) {
      secrets.fails = (name) => name.startsWith(part) || name.startsWith('probe/');
      secrets.fault = fault;
      writtenAt(NOON);
      await sweep(NOON);
      expect(existsSync(file)).toBe(true);
    }
    await expectUnsentKept();
  },
);

test('a keychain that answers again in the middle is asked anew: what it did not tell before is no loss', async () => {
  secrets.fault = 'daemon gone';
  secrets.fails = (name) => {
    if (name.startsWith('probe/')) secrets.fault = null;
    return secrets.fault !== null;
  };
  await (await opened()).end();
  expect([...secrets.kept.keys()].map((name) => name.split('/')[0])).toEqual(['cache']);
});

test('no new key is given while the keychain does not tell whether one is waiting', async () => {
  const process = await opened();
  // Something was destroyed: a new key is due.
  await process.call('forget', { conversations: null });
  secrets.fault = 'refuses';
  await rotateKey(vault, process, file, log);
  expect(logged).toEqual(['cache-keychain-silent']);
  await process.end();
  await expectUnsentKept();
});

test('what nobody can read goes at the limit all the same, with a keychain that never answers', async () => {
  secrets.fault = 'refuses';
  await sweep(NOON + 80 * DAY);
  expect(existsSync(file)).toBe(true);
  await sweep(NOON + 100 * DAY);
  expect(existsSync(file)).toBe(false);
});

test('a file whose key is lost goes at once: the keychain answers, and has none', async () => {
  secrets.kept.clear();
  await sweep(NOON);
  expect(existsSync(file)).toBe(false);
  expect(secrets.kept.size).toBe(0);
});
