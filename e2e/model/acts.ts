import type { Command } from '../../protocol/desk-channel.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { ModelCitizen } from './citizen.ts';
import { type ModelDesk, NOTHING_WRITTEN, type Written } from './desk.ts';
import { tick, type World } from './world.ts';

/** At most so many at once, and so many in all. */
const OPEN = 8;
const CITIZENS = 40;

const WHAT = {
  wire: 55,
  disk: 10,
  citizen: 8,
  desk: 14,
  cut: 0.8,
  linger: 3,
  reload: 0.5,
  deskCrash: 0.4,
  deskStart: 0.8,
  cacheDies: 0.15,
  crash: 0.25,
  backUp: 0.6,
  restore: 0.15,
  partition: 0.3,
  disk_full: 0.25,
  tamper: 1.5,
  clog: 0.1,
  time: 3,
  skew: 0.05,
  arrive: 1.2,
} as const;

const COMMANDS = {
  'take-next': 5,
  take: 4,
  message: 12,
  note: 3,
  redirection: 1,
  park: 2,
  resume: 1,
  release: 1.5,
  assign: 2,
  'hand-over': 2.5,
  transfer: 1.5,
  consult: 2,
  close: 0.7,
  subject: 0.5,
  tags: 0.5,
  'flag-emergency': 0.2,
  'acknowledge-emergency': 0.7,
} as const;

/** Seeds that are kept for what they found go on playing what they played then. */
const BEFORE_HAND_OVER: ReadonlySet<number> = new Set([53, 57]);
const FORMER = { ...COMMANDS, 'hand-over': 0, transfer: 0, consult: 0 };

type Kind = keyof typeof COMMANDS;

/** One step: somebody does something, a wire or a disk moves by one, or something breaks. */
export async function step(world: World): Promise<void> {
  const { chance } = world;
  // What is broken for all does not stay so for long: most of a run is work, not waiting.
  if (!world.reachable) world.reachable = chance.happens(0.05);
  if (world.isFull && chance.happens(0.03)) world.makeRoom();
  switch (chance.weighted(WHAT)) {
    case 'wire':
      moveOne(world);
      break;
    case 'disk':
      chance.pick(world.desks.filter(({ disk }) => disk.isBusy))?.disk.step();
      break;
    case 'citizen':
      citizenActs(world);
      break;
    case 'desk':
      deskActs(world);
      break;
    case 'cut': {
      const wire = chance.pick(world.wires);
      world.counts.cuts += 1;
      wire?.cut(chance.pick(['both', 'client-first', 'relay-first'] as const) ?? 'both');
      break;
    }
    case 'linger':
      for (const wire of world.wires) if (chance.happens(0.5)) wire.linger();
      break;
    case 'reload':
      chance.pick(world.citizens)?.reload();
      break;
    case 'deskCrash':
      world.counts.deskCrashes += 1;
      chance.pick(world.desks)?.crash();
      break;
    case 'deskStart':
      chance.pick(world.desks.filter(({ down }) => down))?.start();
      break;
    case 'cacheDies':
      killCache(world);
      break;
    case 'crash':
      await world.crash(() => chance.below(4));
      break;
    case 'backUp':
      world.backUp();
      break;
    case 'restore':
      await world.restore();
      break;
    case 'partition':
      world.reachable = false;
      break;
    case 'disk_full':
      world.fillDisk();
      break;
    case 'tamper':
      chance.pick(world.wires)?.tamper(chance.happens(0.5) ? 'swallow' : 'double');
      break;
    case 'clog':
      chance.pick(world.wires)?.clog(LIMITS.socketBufferBytes + 1);
      break;
    case 'time':
      await world.advance(chance.happens(0.2) ? chance.below(45_000) : chance.below(3_000));
      break;
    case 'skew':
      chance.pick(world.desks)?.skewBy(chance.below(7_200_000) - 3_600_000);
      break;
    case 'arrive':
      if (world.citizens.length < CITIZENS && world.openCitizens().length < OPEN) await world.arrive();
      break;
  }
  await tick();
  await tick();
  world.rules.throwIfBroken();
}

/** One wire moves: a handshake, or a burst of frames in one direction. */
export function moveOne(world: World): void {
  const { chance } = world;
  const movable = world.wires.filter((wire) => wire.canOpen() || wire.canGoUp() || wire.canGoDown());
  const wire = chance.pick(movable);
  if (wire === undefined) return;
  if (wire.canOpen()) {
    wire.open(world.reachable);
    return;
  }
  const isUp = wire.canGoUp() && (!wire.canGoDown() || chance.happens(0.5));
  // Frames come in bursts.
  for (let left = 1 + chance.below(6); left > 0; left -= 1) {
    if (isUp) wire.up();
    else if (wire.canGoDown()) wire.down();
  }
}

/** A citizen does something. */
export function citizenActs(world: World): void {
  const { chance } = world;
  const citizen = chance.pick(
    world.chance.happens(0.95) ? world.openCitizens() : world.citizens.filter(({ exited }) => !exited),
  );
  if (citizen === undefined) return;
  const dice = chance.next();
  if (dice < 0.75) citizen.say();
  else if (dice < 0.9) citizen.read();
  else if (dice < 0.99) citizen.client.typing();
  else if (dice < 0.997) citizen.end();
  else citizen.quickExit();
}

function killCache(world: World): void {
  const desk = world.chance.pick(world.desks.filter(({ down }) => !down));
  // A process that dies more often than the desk believes in is given up, and what is in memory is no promise.
  if (desk === undefined || world.time.now - desk.cacheKilledAt < 60_000) return;
  desk.cacheKilledAt = world.time.now;
  desk.disk.kill(world.chance.happens(0.5));
}

/** Somebody at a desk does something. */
export function deskActs(world: World, desks: readonly ModelDesk[] = world.desks): void {
  const { chance } = world;
  const desk = chance.pick(desks.filter(({ officerSession }) => officerSession !== null));
  const citizen = chance.pick(chance.happens(0.95) ? world.openCitizens() : world.citizens);
  if (desk === undefined || citizen === undefined) return;
  const { conversation, name } = citizen;
  const dice = chance.next();
  if (dice < 0.7) act(world, desk);
  else if (dice < 0.78)
    desk.draft(conversation, written(name, chance.happens(0.2) ? null : chance.below(1_000)));
  else if (dice < 0.88) {
    const seq = desk.model.heads.get(conversation)?.lastSeq;
    if (seq !== undefined) desk.officerSession?.signals.read(conversation, seq);
  } else if (dice < 0.97) {
    desk.officerSession?.journals.look(conversation).catch((error: unknown) => world.failed(error));
  } else desk.dropRefused();
}

/** What stands in a composer by now: nothing, a message, a note, or both. One number says which. */
function written(name: string, number: number | null): Written {
  if (number === null) return NOTHING_WRITTEN;
  return {
    message: number % 3 === 0 ? '' : `brouillon ${number} ${name}`,
    note: number % 2 === 0 ? '' : `NOTE ${number} ${name}`,
    mode: number % 5 === 0 ? 'note' : 'message',
  };
}

function act(world: World, desk: ModelDesk): void {
  const { chance } = world;
  const kind = chance.weighted(BEFORE_HAND_OVER.has(world.seed) ? FORMER : COMMANDS);
  // Mostly on what they hold; sometimes on what they have no business with.
  const held = world.citizens.filter(({ conversation }) => desk.model.holds(conversation));
  const citizen = chance.pick(candidates(world, held));
  if (citizen === undefined) return;
  const { conversation, name } = citizen;
  const command = commandOf(world, desk, kind, conversation, name);
  desk.command(command);
}

function commandOf(world: World, desk: ModelDesk, kind: Kind, conversation: string, name: string): Command {
  const { chance } = world;
  const maybe = (text: string) => (chance.happens(0.5) ? null : text);
  switch (kind) {
    case 'take-next':
      return { kind };
    case 'message':
      return { kind, conversation, text: desk.text(name) };
    case 'note':
      return { kind, conversation, text: desk.text(name, 'NOTE') };
    case 'redirection':
      return { kind, conversation, platform: chance.happens(0.9) ? 'thesee' : 'nowhere' };
    case 'release':
      return { kind, conversation, note: maybe('NOTE de retour') };
    case 'assign': {
      const to = chance.pick(world.desks)?.officer ?? desk.officer;
      return { kind, conversation, to, note: maybe('NOTE de passage') };
    }
    case 'hand-over':
      return {
        kind,
        conversation: chance.happens(0.7) ? conversation : null,
        why: chance.happens(0.5) ? 'relief' : 'shift-end',
        presence: chance.happens(0.5) ? 'finishing' : 'break',
        notes: chance.happens(0.5) ? [] : [{ conversation, text: 'NOTE de relève' }],
      };
    case 'transfer': {
      const group = chance.happens(0.9) ? world.group : desk.officer;
      return { kind, conversation, group, note: maybe('NOTE au groupe') };
    }
    case 'consult': {
      const colleague = chance.pick(world.desks)?.officer ?? desk.officer;
      return { kind, conversation, colleague, asked: chance.happens(0.8), note: 'NOTE de question' };
    }
    case 'close':
      return { kind, conversation, disposition: 'answered', comment: 'NOTE de fin' };
    case 'subject':
      return { kind, conversation, subject: `NOTE sujet ${chance.below(9)}` };
    case 'tags':
      return { kind, conversation, tags: ['NOTE'] };
    default:
      return { kind, conversation };
  }
}

function candidates(world: World, held: readonly ModelCitizen[]): readonly ModelCitizen[] {
  const { chance } = world;
  if (held.length > 0 && chance.happens(0.8)) return held;
  return chance.happens(0.9) ? world.openCitizens() : world.citizens;
}
