import { ToCitizen } from '../../protocol/citizen-channel.ts';
import { ToDesk } from '../../protocol/desk-channel.ts';
import type { Cursor, Id } from '../../protocol/ids.ts';
import type { Rules } from './rules.ts';
import type { Truth } from './truth.ts';

export type Watch = { readonly rules: Rules; readonly truth: Truth; readonly isFull: () => boolean };

/** D4 and S1: what is acknowledged is in the store, in the place the acknowledgement names. */
function lookAtAck(watch: Watch, conversation: Id, id: Id, seq: number): void {
  const { rules, truth } = watch;
  const place = truth.seqOf(conversation, id);
  rules.hold('D4', place !== null, () => `${id} was acknowledged and is not in the store`);
  rules.hold('D1', place === seq, () => `${id} stands at ${place}, acknowledged as ${seq}`);
  if (watch.isFull()) rules.hold('S1', place !== null, () => `${id} was acknowledged by a full disk`);
}

/** Looks at all that one wire is told, in the moment in which the relay says it. */
export class CitizenWatch {
  readonly #watch: Watch;
  readonly #conversation: Id;
  readonly #name: string;
  cursor: Cursor = 0;

  constructor(watch: Watch, conversation: Id, name: string) {
    this.#watch = watch;
    this.#conversation = conversation;
    this.#name = name;
  }

  look(frame: string): void {
    const { rules, truth } = this.#watch;
    const message = ToCitizen.parse(JSON.parse(frame));
    for (const officer of truth.officers.keys()) {
      rules.hold('P1', !frame.includes(officer), () => `an officer's id was told to ${this.#name}`);
    }
    rules.hold('P1', !frame.includes('NOTE'), () => `an officer's note was told to ${this.#name}`);
    for (const [, name] of frame.matchAll(/\[(c\d+)\]/g)) {
      rules.hold('P1', name === this.#name, () => `${name}'s words were told to ${this.#name}`);
    }
    if (message.type === 'welcome') {
      rules.hold('P1', message.conversation === this.#conversation, () => 'another conversation');
      if (message.reset) this.cursor = 0;
    } else if (message.type === 'ack') {
      lookAtAck(this.#watch, this.#conversation, message.id, message.seq);
    } else if (message.type === 'entries') {
      rules.hold('R1', message.after === this.cursor, () => `after ${message.after}, cursor ${this.cursor}`);
      this.cursor = message.through;
      for (const { id, seq } of message.entries) {
        const own = truth.seqOf(this.#conversation, id) === seq;
        rules.hold('P1', own, () => `entry ${id} is not of ${this.#name}`);
      }
    }
  }
}

export class DeskWatch {
  readonly #watch: Watch;
  readonly #officer: Id;
  readonly cursors = new Map<Id, Cursor>();

  constructor(watch: Watch, officer: Id) {
    this.#watch = watch;
    this.#officer = officer;
  }

  look(frame: string): void {
    const { rules, truth } = this.#watch;
    const message = ToDesk.parse(JSON.parse(frame));
    switch (message.type) {
      case 'welcome':
        if (message.reset) for (const conversation of this.cursors.keys()) this.cursors.set(conversation, 0);
        return;
      case 'reset':
        this.cursors.set(message.conversation, 0);
        return;
      case 'ack':
        lookAtAck(this.#watch, message.conversation, message.id, message.seq);
        return;
      case 'heads':
        for (const { conversation } of message.heads) {
          const may = truth.mayRead(this.#officer, conversation);
          rules.hold('P2', may, () => `the head of ${conversation} was told to ${this.#officer}`);
        }
        return;
      case 'entries': {
        const { conversation, after, through, entries } = message;
        const cursor = this.cursors.get(conversation) ?? 0;
        rules.hold('R1', after === cursor, () => `after ${after}, cursor ${cursor}`);
        rules.hold(
          'R1',
          through - after === entries.length,
          () => `${entries.length} in (${after}, ${through}]`,
        );
        this.cursors.set(conversation, through);
        const may = truth.mayRead(this.#officer, conversation);
        rules.hold('P2', may, () => `${conversation} was read by ${this.#officer}`);
        return;
      }
      default:
        return;
    }
  }
}
