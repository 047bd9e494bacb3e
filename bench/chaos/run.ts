/**
 * `npm run chaos [-- --quick] [-- --seed=N]`: real processes, a network that fails, a relay and desks that are killed
 * with SIGKILL at random, a disk that fills, clocks that jump. Exit code 1 if one promise was broken. The last line is
 * one JSON object.
 */
import { parseArgs } from 'node:util';
import { Chance } from '../../e2e/model/random.ts';
import { percentile } from '../report/statistics.ts';
import { Scope } from '../scope.ts';
import { check, type Verdict } from './checker.ts';
import { readDeskFile } from './desk-file.ts';
import { breakThings, type Counts } from './faults.ts';
import { People } from './people.ts';
import { rest, type Scene, setScene } from './scene.ts';

type Size = {
  readonly citizens: number;
  readonly desks: number;
  readonly kills: number;
  readonly deskKills: number;
  /** How long the relay lives between two kills, at most; milliseconds. */
  readonly life: number;
  /** When the chaos must be over, from the start of this process, and how long the rest after it may take; ms. */
  readonly until: number;
  readonly rest: number;
};

const QUICK: Size = {
  citizens: 200,
  desks: 30,
  kills: 10,
  deskKills: 10,
  life: 600,
  until: 38_000,
  rest: 8_000,
};
const FULL: Size = {
  citizens: 400,
  desks: 30,
  kills: 110,
  deskKills: 60,
  life: 1_600,
  until: 11 * 60_000,
  rest: 60_000,
};

function say(text: string): void {
  process.stderr.write(`[${(performance.now() / 1000).toFixed(1)} s] ${text}\n`);
}

/** Everybody is killed once more: what is compared is what kills leave. */
async function judge(scene: Scene): Promise<{ verdict: Verdict; broken: number; unreadable: number }> {
  const { relay, citizens, desks, promises } = scene;
  await relay.kill();
  await Promise.all(desks.map((desk) => desk.kill()));
  const { journals, broken } = await relay.journals(citizens.map(({ conversation }) => conversation));
  let unreadable = 0;
  const left = desks.flatMap((desk) => {
    try {
      return readDeskFile(desk);
    } catch (error) {
      unreadable += 1;
      console.log(error);
      return [];
    }
  });
  return { verdict: check(journals, citizens, left, promises), broken, unreadable };
}

/** The report, and the exit code. */
function report(
  values: { readonly quick: boolean; readonly seed: number; readonly size: Size },
  scene: Scene,
  counts: Counts & { readonly kills: number; readonly rested: boolean },
  found: Awaited<ReturnType<typeof judge>>,
): number {
  const { relay, proxy, citizens, desks, promises } = scene;
  const { verdict, broken, unreadable } = found;
  const { kills, rested, ...others } = counts;
  const away = [...promises.away].sort((a, b) => a - b);
  const time = (share: number) => (away.length === 0 ? 0 : Math.round(percentile(away, share)));
  const faults = desks.flatMap(({ name, fault }) => (fault === null ? [] : [`${name}: ${fault}`]));
  const { examples, ...figures } = verdict;
  const cachesLost = desks.reduce((sum, desk) => sum + desk.cachesLost, 0);
  const result = {
    quick: values.quick,
    seed: values.seed,
    kills,
    ...others,
    fullDisks: relay.fullDisks,
    disk: relay.diskIsReal ? 'a real file system, really full' : 'no root: the database was given no room',
    relayClockJumps: relay.jumps,
    citizens: citizens.length,
    desks: desks.length,
    ...figures,
    acknowledged: promises.acked.size,
    takenByDesks: promises.taken.size,
    brokenChains: broken,
    unreadableFiles: unreadable,
    deskCachesLost: cachesLost,
    faults: faults.length,
    rested,
    proxy: proxy.counts,
    reconnections: { count: away.length, p50: time(0.5), p95: time(0.95), max: time(1) },
    seconds: Math.round(performance.now() / 100) / 10,
  };
  const { lost, doubled, reordered, misdelivered, unsent, abandoned, messages } = verdict;
  for (const line of [...examples, ...faults]) console.log(`  ${line}`);
  console.log(
    `${messages} messages and notes, ${kills} kills of the relay, ${counts.deskKills} of desks, ` +
      `${counts.cacheKills} of caches, ${relay.fullDisks} full disks, ` +
      `${relay.jumps + counts.deskClockJumps} jumps of clocks: ${lost} lost, ${doubled} doubled, ` +
      `${reordered} reordered, ${misdelivered} misdelivered, ${unsent} unsent, ${broken} broken chains`,
  );
  const enough = kills >= values.size.kills && counts.deskKills >= values.size.deskKills;
  if (!enough) console.error('not as many kills as there should have been');
  console.log(JSON.stringify(result));
  const wrong = lost + doubled + reordered + misdelivered + unsent + abandoned;
  return wrong + broken + unreadable + cachesLost + faults.length === 0 && enough && rested ? 0 : 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    options: {
      quick: { type: 'boolean', default: false },
      seed: { type: 'string' },
      kills: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  const usual = values.quick ? QUICK : FULL;
  const size = values.kills === undefined ? usual : { ...usual, kills: Number(values.kills) };
  say(`seed ${seed}: ${size.citizens} citizens, ${size.desks} desks`);
  const chance = new Chance(seed);
  const scope = new Scope();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void scope.close().finally(() => process.exit(130)));
  }
  try {
    const scene = await setScene(scope, chance, size);
    const people = new People(chance, scene.citizens);
    scope.defer(() => people.stop());
    people.start();
    say('everybody is there');
    const counts = await breakThings(scene, chance, size, say);
    people.stop();
    const { kills } = scene.relay;
    say(`${kills} kills of the relay, ${counts.deskKills} of desks; coming to rest`);
    const rested = await rest(scene, size.rest);
    const found = await judge(scene);
    return report({ quick: values.quick, seed, size }, scene, { ...counts, kills, rested }, found);
  } finally {
    await scope.close();
  }
}

const code = await main();
process.exit(code);
