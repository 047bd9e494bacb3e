import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import {
  DAY,
  headOf,
  journalOf,
  NOON,
  OFFICER,
  startCache,
  temporaryFolder,
} from '../cache/cache.testkit.ts';
import { eventually, HeadlessDesk, testKeychain } from './desk.testkit.ts';
import { VirtualTime } from './scripted.testkit.ts';
import { Vault } from './vault.ts';

const RELAY = 'https://relay.example';
const MONTHS = 100 * DAY;

/** The limit on a workstation, whoever is at it and with no relay at all: start, hour, wake-up. */
describe('a desk without a relay', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let house: ReturnType<typeof testKeychain>;
  let time: VirtualTime;
  let vault: Vault;
  const desks: HeadlessDesk[] = [];

  beforeEach(() => {
    folder = temporaryFolder();
    house = testKeychain();
    time = new VirtualTime();
    vault = new Vault({ keychain: house.keychain, relay: RELAY, folder: folder.path });
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.stop();
    folder.remove();
  });

  /** An officer's cache as a shift leaves it, with conversations begun at these times. */
  async function leave(officer: Id, begun: readonly number[]): Promise<Id[]> {
    const { cache } = startCache();
    const file = vault.cacheFile(officer);
    const key = (await vault.makeCacheKey(file)) ?? '';
    await cache.call('open', { file, key, next: null, officer });
    const ids: Id[] = [];
    for (const at of begun) {
      const conversation = newId();
      const entries = journalOf(conversation, ['un mot'], at);
      await cache.call('append', { conversation, after: 0, through: entries.length, entries });
      ids.push(conversation);
    }
    const heads = ids.map((conversation, index) => headOf(conversation, { openedAt: begun[index] ?? NOON }));
    await cache.call('heads', { all: true, heads, gone: [] });
    await cache.end();
    return ids;
  }

  async function start(): Promise<HeadlessDesk> {
    const self = { ...OFFICER, login: 'dupont', role: 'officer', capacity: 5 } as const;
    await vault.keepSession({ token: 'k'.repeat(43), self, expiresAt: NOON + 400 * DAY });
    const desk = await HeadlessDesk.start({
      relay: RELAY,
      folder: folder.path,
      keychain: house.keychain,
      surroundings: time,
      // The network is down.
      openWire: () => ({
        send: () => undefined,
        cut: () => undefined,
        pause: () => undefined,
        resume: () => undefined,
      }),
    });
    desks.push(desk);
    return desk;
  }

  const shown = (desk: HeadlessDesk) => desk.snapshot.heads.map((head) => head.conversation);
  const keyOf = (officer: Id) => vault.cacheKey(vault.cacheFile(officer));

  it('destroys at its start what is over, before anything is shown, and the key with it', async () => {
    const [, kept] = await leave(OFFICER.officer, [NOON - MONTHS, NOON]);
    const before = await keyOf(OFFICER.officer);
    const desk = await start();
    expect(shown(desk)).toEqual([kept]);
    expect(JSON.stringify(desk.events)).not.toContain('un mot');
    await eventually(() => keyOf(OFFICER.officer)).not.toBe(before);
    expect(await desk.texts(kept ?? '')).toEqual(['un mot']);
  });

  it('destroys hourly what became due while it was on', async () => {
    // Due within the hour after midnight, Paris time.
    const [due, kept] = await leave(OFFICER.officer, [NOON - 89 * DAY, NOON]);
    const desk = await start();
    expect(shown(desk)).toEqual([due, kept]);
    const before = await keyOf(OFFICER.officer);
    time.jump(3 * DAY);
    await time.pass(3_600_000);
    await eventually(() => shown(desk)).toEqual([kept]);
    await eventually(() => keyOf(OFFICER.officer)).not.toBe(before);
    expect(await desk.texts(due ?? '')).toEqual([]);
  });

  it('destroys at waking up what became due in its sleep, and a clock set back revives nothing', async () => {
    const [due] = await leave(OFFICER.officer, [NOON]);
    const desk = await start();
    expect(shown(desk)).toEqual([due]);
    time.sleep(MONTHS);
    await desk.desk.woke();
    expect(shown(desk)).toEqual([]);
    await desk.stop();
    time.jump(-MONTHS);
    expect(shown(await start())).toEqual([]);
  });

  it('does so for an officer who has not come back: what is left of their file has a new key, or is gone', async () => {
    const [one, other] = [newId(), newId()];
    await leave(one, [NOON - MONTHS, NOON]);
    await leave(other, [NOON - MONTHS]);
    const [before] = [await keyOf(one)];
    await start();
    await eventually(() => existsSync(vault.cacheFile(other))).toBe(false);
    await eventually(() => keyOf(other)).toBeNull();
    await eventually(() => keyOf(one)).not.toBe(before);
    expect(existsSync(vault.cacheFile(one))).toBe(true);
  });
});
