import type { Chance } from '../../e2e/model/random.ts';
import { pause } from '../scope.ts';
import { deskSkew, type Scene, startDesk } from './scene.ts';

/** A desk whose cache dies more often than three times a minute goes on in memory: that is another test. */
const CACHE_KILLED_AGAIN = 30_000;

export type Wanted = {
  readonly kills: number;
  readonly deskKills: number;
  /** When it must be over, by `performance.now()`. */
  readonly until: number;
  /** How long the relay lives between two kills, at most; milliseconds. */
  readonly life: number;
};

export type Counts = {
  deskKills: number;
  cacheKills: number;
  deskClockJumps: number;
  reloads: number;
};

/** Kills the relay again and again; everything else goes wrong meanwhile. */
export async function breakThings(
  scene: Scene,
  chance: Chance,
  wanted: Wanted,
  say: (text: string) => void,
): Promise<Counts> {
  const { relay } = scene;
  const counts: Counts = { deskKills: 0, cacheKills: 0, deskClockJumps: 0, reloads: 0 };
  let over = false;
  const alsoDesks = async () => {
    while (!over) {
      await pause(100 + chance.below(1_000));
      if (!over) await breakDesk(scene, chance, counts);
    }
  };
  const desksDone = alsoDesks();
  while (
    (relay.kills < wanted.kills || counts.deskKills < wanted.deskKills) &&
    performance.now() < wanted.until
  ) {
    await breakRelay(scene, chance, wanted.life);
    if (relay.kills % 10 === 0) say(`${relay.kills} kills of the relay, ${counts.deskKills} of desks`);
  }
  over = true;
  await desksDone;
  return counts;
}

async function breakRelay({ relay }: Scene, chance: Chance, life: number): Promise<void> {
  await pause(200 + chance.below(life));
  if (chance.happens(0.5)) {
    relay.jump();
    await pause(chance.below(300));
  }
  if (chance.happens(0.3)) {
    relay.fillDisk();
    await pause(300 + chance.below(life));
  }
  await relay.kill();
  await pause(chance.below(300));
  await relay.start();
}

async function breakDesk(scene: Scene, chance: Chance, counts: Counts): Promise<void> {
  const desk = chance.pick(scene.desks);
  if (desk === undefined) return;
  const isCacheDue = desk.forked && performance.now() - desk.cacheKilledAt > CACHE_KILLED_AGAIN;
  if (isCacheDue && chance.happens(0.7)) {
    desk.killCache();
    counts.cacheKills += 1;
    return;
  }
  const jumping = chance.pick(scene.desks);
  if (jumping !== undefined && chance.happens(0.5)) {
    jumping.jump(deskSkew(chance));
    counts.deskClockJumps += 1;
  }
  await desk.kill();
  counts.deskKills += 1;
  await pause(chance.below(400));
  await startDesk(chance, desk);
  if (chance.happens(0.7)) {
    chance.pick(scene.citizens)?.reload();
    counts.reloads += 1;
  }
}
