import { callStore } from '../../main/cache/desk-cache.ts';
import { type CitizenEntry, citizenEntry, type Entry } from '../../protocol/entry.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { ModelCitizen } from './citizen.ts';
import type { ModelDesk } from './desk.ts';
import type { World } from './world.ts';

/** How long the service is given to come to rest once everything works again; milliseconds of its own time. */
const REST = 300_000;

function isAtRest(world: World): boolean {
  const pages = world.citizens.every(({ exited, client }) => {
    const { phase, light, outbox } = client.state();
    const over = phase !== 'open' && phase !== 'leaving';
    return exited || over || (light === 'online' && outbox.length === 0);
  });
  const desks = world.desks.every(({ down, model }) => {
    const waits = model.outbox.some(({ item }) => item.state === 'sending');
    return down || (model.state.connection === 'online' && !waits);
  });
  return pages && desks && world.hub().ready();
}

/** Everything works from now on. Answers whether the service came to rest within its time. */
export async function comeToRest(world: World): Promise<boolean> {
  world.makeRoom();
  world.reachable = true;
  // One desk stays out of service now and then: what it held must not stay with it (Q3).
  const absent = world.chance.happens(0.5) ? world.chance.pick(world.desks) : undefined;
  absent?.crash();
  for (const desk of world.desks) if (desk !== absent && desk.down) desk.start();
  for (const wire of world.wires) {
    wire.clog(0);
    if (world.chance.happens(0.3)) wire.cut('both');
  }
  const until = world.time.now + REST;
  while (world.time.now < until) {
    await world.flushWires();
    await world.advance(1_000);
    world.rules.throwIfBroken();
    if (isAtRest(world) && world.time.now > until - REST + TIMES.deskGrace + 2_000) break;
  }
  await world.flushWires();
  await lookAtAll(world);
  await world.advance(2_000);
  // An offer that ran out meanwhile is everybody's to read now, and nobody has looked at it yet.
  await lookAtAll(world);
  world.rules.throwIfBroken();
  return isAtRest(world);
}

async function lookAtAll(world: World): Promise<void> {
  await world.flushWires();
  for (const { officerSession } of world.desks) {
    for (const { conversation } of world.citizens) void officerSession?.journals.look(conversation);
  }
  await world.flushWires();
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Every invariant, at rest. */
export async function judge(world: World, rested: boolean): Promise<void> {
  const { rules, truth } = world;
  rules.hold('S1', world.hub().ready(), () => 'the relay does not recover by itself');
  rules.hold('D4', rested, () => `not at rest: ${unrest(world)}`);
  for (const citizen of world.citizens) await judgeJournal(world, citizen);
  for (const citizen of world.citizens) judgePage(world, citizen);
  for (const desk of world.desks) judgeDesk(world, desk);
  for (const desk of world.desks) {
    if (!desk.down) continue;
    const kept = truth.heldBy(desk.officer).length;
    rules.hold('Q3', kept === 0, () => `${kept} conversations stay with a desk that is gone`);
  }
  rules.throwIfBroken();
}

function unrest(world: World): string {
  const pages = world.citizens.map(({ name, client }) => {
    const { phase, light, outbox } = client.state();
    return `${name} ${phase} ${light} ${outbox.length}`;
  });
  const desks = world.desks.map(
    ({ name, down, model }) =>
      `${name} ${down ? 'down' : model.state.connection} ${model.outbox.map(({ item, progress }) => `${item.state}/${progress}`).join(',')}`,
  );
  return [...pages, ...desks].join('; ');
}

async function judgeJournal(world: World, { conversation, name }: ModelCitizen): Promise<void> {
  const { rules, truth } = world;
  const stored = await world.house.journal(conversation);
  rules.hold('D4', isSame(stored, truth.entries(conversation)), () => `${name}: what was committed changed`);
  const verified = await world.house.store.verifyJournal(conversation);
  const known = truth.names.has(conversation) && truth.state(conversation) !== null;
  rules.hold('D3', verified.kind === (known ? 'intact' : 'unknown'), () => `${name}: ${verified.kind}`);
  const holders = world.desks.filter(({ down, model }) => !down && model.holds(conversation));
  rules.hold('Q2', holders.length <= 1, () => `${name} is held on ${holders.length} desks`);
  const holder = truth.state(conversation)?.holder ?? null;
  const believes = holders[0]?.officer ?? null;
  rules.hold(
    'Q2',
    believes === (holder?.officer ?? null),
    () => `${name}: ${believes} believes to hold what ${holder?.officer ?? 'nobody'} holds`,
  );
}

function viewOf(entries: readonly Entry[]): CitizenEntry[] {
  return entries.flatMap((entry) => citizenEntry(entry) ?? []);
}

function judgePage(world: World, { name, conversation, client, acked, exited, voided }: ModelCitizen): void {
  const { rules, truth } = world;
  const { phase, entries, outbox } = client.state();
  for (const id of acked) {
    rules.hold('D4', truth.seqOf(conversation, id) !== null, () => `${name}: acknowledged ${id} is lost`);
  }
  if (exited) return;
  const view = viewOf(truth.entries(conversation));
  if (phase === 'open') {
    rules.hold('R1', isSame(entries, view), () => `${name} sees ${entries.length} of ${view.length} entries`);
  } else {
    // A page that is over stopped reading: what it holds is the journal's beginning.
    const beginning = view.slice(0, entries.length);
    rules.hold('R1', voided || isSame(entries, beginning), () => `${name} (${phase}) sees something else`);
  }
  for (const { state, act } of outbox) {
    rules.hold('D4', state === 'refused', () => `${name}: ${act.id} is still ${state}`);
    const seq = truth.seqOf(conversation, act.id);
    rules.hold('D1', seq === null, () => `${name}: ${act.id} counts as not sent, and stands at ${seq}`);
  }
}

function judgeDesk(world: World, desk: ModelDesk): void {
  const { rules, truth } = world;
  const { name, disk, queued, down } = desk;
  if (!down) desk.leftOnce();
  const waiting = new Set(callStore(disk.store, 'load', { now: 0 }).outbox.map(({ id }) => id));
  for (const [id, conversation] of queued) {
    const seq = truth.seqOf(conversation, id);
    // Gone with the restoration: the desk was told so, and destroyed all it had of it.
    if (truth.state(conversation) === null) continue;
    const kept = waiting.has(id);
    rules.hold('D4', seq !== null || kept, () => `${name}: ${id} was taken charge of, and is lost`);
    if (!down)
      rules.hold('D1', seq === null || !kept, () => `${name}: ${id} is sent, and still in the outbox`);
  }
  for (const id of desk.acked) {
    const known = world.citizens.some(({ conversation }) => truth.seqOf(conversation, id) !== null);
    rules.hold('D4', known, () => `${name}: acknowledged ${id} is lost`);
  }
  for (const citizen of world.citizens) judgeCopy(world, desk, citizen);
  if (!down) desk.voided = false;
}

/** The whole journal as a workstation's disk holds it, page by page. */
function heldOn({ disk }: ModelDesk, conversation: string): Entry[] {
  const limit = 200;
  const held: Entry[] = [];
  for (let before: number | null = null; ; before = held[0]?.seq ?? null) {
    const page: Entry[] = callStore(disk.store, 'entries', { conversation, before, limit }).entries;
    held.unshift(...page);
    if (page.length < limit) return held;
  }
}

function judgeCopy(world: World, desk: ModelDesk, { conversation, name: citizen }: ModelCitizen): void {
  const { rules, truth } = world;
  const { name, model, down } = desk;
  const held = heldOn(desk, conversation);
  const journal = truth.entries(conversation);
  const isBeginning = isSame(held, journal.slice(0, held.length));
  const excused = down && desk.voided;
  const where = `${name}${down ? ' (down)' : ''}`;
  rules.hold('R1', isBeginning || excused, () => `${where} holds another journal of ${citizen}`);
  const head = model.heads.get(conversation);
  if (down || head === undefined) return;
  const whole = held.length === journal.length;
  rules.hold('R3', whole, () => `${name} holds ${held.length} of ${journal.length} of ${citizen}`);
  const last = head.lastSeq;
  rules.hold('R2', last === journal.length, () => `${name}: head ${last} of ${journal.length} of ${citizen}`);
}
