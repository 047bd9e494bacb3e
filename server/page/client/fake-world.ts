/** For tests: a clock, a chance and wires that do nothing until told to. */
import type { FromCitizen, ToCitizen } from '../../../protocol/citizen-channel.ts';
import { isEmergency, topicsOf } from '../../../protocol/emergency.ts';
import type { CitizenBody, CitizenEntry } from '../../../protocol/entry.ts';
import { newId } from '../../../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../../../protocol/version.ts';
import type { Environment, WireListener } from './environment.ts';

export type FakeWire = {
  readonly listener: WireListener;
  readonly sent: FromCitizen[];
  closedByClient: boolean;
  /** Opens it, and returns it. */
  readonly open: () => FakeWire;
  readonly deliver: (...frames: readonly ToCitizen[]) => void;
  readonly deliverText: (data: unknown) => void;
  readonly cut: (code?: number) => void;
};

export type World = {
  readonly environment: Environment;
  readonly wires: FakeWire[];
  /** The newest wire; fails when there is none. */
  readonly wire: () => FakeWire;
  now: number;
  /** By how much the wall clock was set to something else; milliseconds. */
  wrong: number;
  random: number;
  /** Lets `ms` pass, calling back what falls due, in order. */
  readonly pass: (ms: number) => void;
  readonly pendingTimers: () => number;
};

export function createWorld(): World {
  const timers = new Map<number, { at: number; action: () => void }>();
  let nextTimer = 1;

  function openWire(listener: WireListener): { send: (frame: string) => void; close: () => void } {
    const wire: FakeWire = {
      listener,
      sent: [],
      closedByClient: false,
      open: () => {
        listener.opened();
        return wire;
      },
      deliver: (...frames) => {
        for (const frame of frames) listener.frame(JSON.stringify(frame));
      },
      deliverText: (data) => listener.frame(data),
      cut: (code = 1006) => listener.closed(code),
    };
    world.wires.push(wire);
    return {
      send: (frame) => wire.sent.push(JSON.parse(frame)),
      close: () => {
        wire.closedByClient = true;
      },
    };
  }

  const world: World = {
    wires: [],
    now: 1_800_000_000_000,
    wrong: 0,
    random: 0.5,
    wire: () => {
      const wire = world.wires[world.wires.length - 1];
      if (wire === undefined) throw new Error('no wire was opened');
      return wire;
    },
    pass: (ms) => {
      const until = world.now + ms;
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= until).sort((a, b) => a[1].at - b[1].at)[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        world.now = due[1].at;
        due[1].action();
      }
      world.now = until;
    },
    pendingTimers: () => timers.size,
    environment: {
      openWire,
      now: () => world.now + world.wrong,
      elapsed: () => world.now,
      random: () => world.random,
      after: (delay, action) => {
        const id = nextTimer++;
        timers.set(id, { at: world.now + delay, action });
        return () => timers.delete(id);
      },
      newId,
      listen: (text, heard) => {
        const emergency = isEmergency(text);
        const topics = topicsOf(text);
        if (emergency || topics.length > 0) heard({ emergency, topics });
      },
    },
  };
  return world;
}

export const EPOCH = newId();
export const CONVERSATION = newId();
const OFFICER = { role: 'officer', rank: 'Brigadier', alias: 'Camille' } as const;

type Frame<Type extends ToCitizen['type']> = Extract<ToCitizen, { type: Type }>;

export function welcomeFrame(change: Partial<Frame<'welcome'>> = {}): ToCitizen {
  return {
    type: 'welcome',
    version: PROTOCOL_VERSIONS.citizen,
    epoch: EPOCH,
    reset: false,
    conversation: CONVERSATION,
    reference: 'C-7',
    language: 'fr',
    now: 1_800_000_000_000,
    purgeAt: 1_807_900_000_000,
    ...change,
  };
}

export function entry(
  seq: number,
  body: CitizenBody,
  author: CitizenEntry['author'] = OFFICER,
  id = newId(),
): CitizenEntry {
  return { seq, id, at: 1_800_000_000_000 + seq, author, body };
}

export function said(seq: number, text: string): CitizenEntry {
  return entry(seq, { kind: 'message', text });
}

/** The frame of everything in (after, last entry's seq]. */
export function entriesFrame(after: number, ...entries: readonly CitizenEntry[]): ToCitizen {
  const through = entries[entries.length - 1]?.seq ?? after + 1;
  return { type: 'entries', after, through, entries: [...entries] };
}
