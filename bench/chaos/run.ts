/**
 * `npm run chaos [-- --quick] [-- --seed=N]`: real processes, a network that fails, a relay and desks that are killed
 * at random, a disk that fills, clocks that jump. Exit code 1 if one promise was broken. The last line is one JSON
 * object.
 */
import { parseArgs } from 'node:util';
import { Chance } from '../../e2e/model/random.ts';
import { openConversations } from '../load/http.ts';
import { percentile } from '../report/statistics.ts';
import { inParallel, pause, Scope } from '../scope.ts';
import { check } from './checker.ts';
import { ChaosCitizen } from './citizen.ts';
import { ChaosDesk } from './desk.ts';
import { People } from './people.ts';
import { Promises } from './promises.ts';
import { FaultyProxy } from './proxy.ts';
import { ChaosRelay } from './relay.ts';

type Size = {
  readonly citizens: number;
  readonly desks: number;
  readonly kills: number;
  readonly deskKills: number;
  /** How long the chaos, and the rest after it, may take; milliseconds. */
  readonly chaos: number;
  readonly rest: number;
};

const QUICK: Size = { citizens: 200, desks: 30, kills: 10, deskKills: 15, chaos: 32_000, rest: 9_000 };
const FULL: Size = {
  citizens: 400,
  desks: 30,
  kills: 100,
  deskKills: 60,
  chaos: 15 * 60_000,
  rest: 60_000,
};

type Scene = {
  readonly relay: ChaosRelay;
  readonly proxy: FaultyProxy;
  readonly citizens: readonly ChaosCitizen[];
  readonly desks: readonly ChaosDesk[];
  readonly promises: Promises;
};

function say(text: string): void {
  process.stderr.write(`[${(performance.now() / 1000).toFixed(1)} s] ${text}\n`);
}

async function setScene(scope: Scope, chance: Chance, size: Size): Promise<Scene> {
  const relay = await ChaosRelay.open(scope, chance, size.desks - 1);
  const proxy = await FaultyProxy.open(chance, relay.port);
  scope.defer(() => proxy.close());
  const promises = new Promises();
  const opened = await openConversations(relay.port, size.citizens);
  const citizens = opened.map(
    (each, index) => new ChaosCitizen({ ...each, name: `c${index}`, port: proxy.port, promises }),
  );
  for (const citizen of citizens) scope.defer(() => citizen.stop());
  const folder = scope.directory();
  const members = [
    ...relay.staff.officers.map((member) => ({ ...member, role: 'officer' as const })),
    ...relay.staff.supervisors.map((member) => ({ ...member, role: 'supervisor' as const })),
  ];
  const desks = members.map(({ officer, login, token, role }, index) => {
    const self = { officer, login, role, rank: 'Gardien de la paix', alias: `Agent ${index}`, capacity: 50 };
    const desk = new ChaosDesk({ name: `d${index}`, self, token, port: proxy.port, folder, promises });
    scope.defer(() => desk.kill());
    return desk;
  });
  await inParallel(desks, 8, (desk) => desk.start());
  return { relay, proxy, citizens, desks, promises };
}

/** Kills the relay again and again; everything else goes wrong meanwhile. */
async function breakThings(
  scene: Scene,
  chance: Chance,
  size: Size,
): Promise<{ deskKills: number; reloads: number }> {
  const { relay, citizens, desks } = scene;
  const until = performance.now() + size.chaos;
  const counts = { deskKills: 0, reloads: 0 };
  let over = false;
  const alsoDesks = async () => {
    while (!over) {
      await pause(100 + chance.below((1_200 * 30) / desks.length));
      const desk = chance.pick(desks);
      if (desk === undefined || over) continue;
      counts.deskKills += 1;
      desk.kill();
      await pause(chance.below(400));
      await desk.start();
      if (chance.happens(0.7)) {
        chance.pick(citizens)?.reload();
        counts.reloads += 1;
      }
    }
  };
  const desksDone = alsoDesks();
  while ((relay.kills < size.kills || counts.deskKills < size.deskKills) && performance.now() < until) {
    await pause(200 + chance.below(1_800));
    if (chance.happens(0.3)) {
      relay.fillDisk();
      await pause(300 + chance.below(2_000));
    }
    await relay.kill();
    if (relay.kills % 10 === 0) say(`${relay.kills} kills of the relay, ${counts.deskKills} of desks`);
    await pause(chance.below(300));
    await relay.start();
  }
  over = true;
  await desksDone;
  return counts;
}

/** Everything works again. True when every client is back and every outbox empty within the time. */
async function rest({ proxy, citizens, desks }: Scene, limit: number): Promise<boolean> {
  proxy.quiet = true;
  proxy.cutAll();
  const pagesRest = () =>
    citizens.every(({ client }) => {
      const { phase, light, outbox } = client.state();
      const unsent = outbox.some(({ state }) => state !== 'refused');
      return !unsent && (phase !== 'open' || light === 'online');
    });
  const desksRest = () =>
    desks.every(
      ({ isOnline, model }) => isOnline && !model.outbox.some(({ item }) => item.state === 'sending'),
    );
  const until = performance.now() + limit;
  while (performance.now() < until) {
    // The network is back: browsers and workstations say so.
    for (const { client, isOnline } of citizens) if (!isOnline) client.hurry();
    for (const { session, model } of desks) if (model.state.connection === 'offline') session?.reconnect();
    await pause(500);
    if (pagesRest() && desksRest()) {
      await pause(700);
      return true;
    }
  }
  return false;
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
    const { relay, proxy, citizens, desks, promises } = scene;
    const people = new People(chance, citizens, desks);
    scope.defer(() => people.stop());
    people.start();
    say('everybody is there');
    const counts = await breakThings(scene, chance, size);
    people.stop();
    say(`${relay.kills} kills of the relay, ${counts.deskKills} of desks; coming to rest`);
    const rested = await rest(scene, size.rest);
    const { kills } = relay;
    // Once more, so that what is read back is what a kill leaves.
    await relay.kill();
    const { journals, broken } = await relay.journals(citizens.map(({ conversation }) => conversation));
    const verdict = await check(journals, citizens, desks, promises);
    const away = [...promises.away].sort((a, b) => a - b);
    const time = (share: number) => (away.length === 0 ? 0 : Math.round(percentile(away, share)));
    const { examples, ...figures } = verdict;
    const result = {
      quick: values.quick,
      seed,
      kills,
      deskKills: counts.deskKills,
      reloads: counts.reloads,
      fullDisks: relay.fullDisks,
      citizens: citizens.length,
      desks: desks.length,
      ...figures,
      acknowledged: promises.acked.size,
      brokenChains: broken,
      deskCachesLost: desks.reduce((sum, { faults }) => sum + faults, 0),
      faults: people.fault === null ? 0 : 1,
      rested,
      proxy: proxy.counts,
      reconnections: { count: away.length, p50: time(0.5), p95: time(0.95), max: time(1) },
      seconds: Math.round(performance.now() / 100) / 10,
    };
    const { lost, doubled, reordered, misdelivered, unsent, messages } = verdict;
    for (const example of examples) console.log(`  ${example}`);
    if (people.fault !== null) console.log(people.fault);
    console.log(
      `${messages} messages and notes, ${kills} kills of the relay, ${counts.deskKills} of desks, ` +
        `${relay.fullDisks} full disks: ${lost} lost, ${doubled} doubled, ${reordered} reordered, ` +
        `${misdelivered} misdelivered, ${unsent} unsent, ${broken} broken chains`,
    );
    console.log(JSON.stringify(result));
    const wrong = lost + doubled + reordered + misdelivered + unsent + broken + result.faults;
    const enough = kills >= size.kills && counts.deskKills >= size.deskKills;
    if (!enough) console.error('not as many kills as there should have been');
    return wrong === 0 && enough && rested ? 0 : 1;
  } finally {
    await scope.close();
  }
}

const code = await main();
process.exit(code);
