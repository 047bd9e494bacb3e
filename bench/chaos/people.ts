import type { Chance } from '../../e2e/model/random.ts';
import type { Command } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import type { ChaosCitizen } from './citizen.ts';
import type { ChaosDesk } from './desk.ts';

const HELD = 8;
const TICK = 50;

const COMMANDS = {
  message: 60,
  note: 12,
  park: 3,
  resume: 3,
  release: 3,
  assign: 4,
  close: 0.4,
  tags: 2,
} as const;

/** People at work: citizens write every few seconds, officers more often. Nobody waits for anybody. */
export class People {
  readonly #chance: Chance;
  readonly #citizens: readonly ChaosCitizen[];
  readonly #desks: readonly ChaosDesk[];
  readonly #names: ReadonlyMap<Id, string>;
  #timer: NodeJS.Timeout | null = null;
  fault: unknown = null;

  constructor(chance: Chance, citizens: readonly ChaosCitizen[], desks: readonly ChaosDesk[]) {
    this.#chance = chance;
    this.#citizens = citizens;
    this.#desks = desks;
    this.#names = new Map(citizens.map(({ conversation, name }) => [conversation, name]));
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), TICK);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  #tick(): void {
    const chance = this.#chance;
    for (const citizen of this.#citizens) if (chance.happens(TICK / 5_000)) citizen.say();
    for (const desk of this.#desks) {
      if (!chance.happens(TICK / 600)) continue;
      const command = this.#command(desk);
      if (command === null) continue;
      desk.command(command).catch((error: unknown) => {
        this.fault ??= error;
      });
    }
  }

  #command(desk: ChaosDesk): Command | null {
    const chance = this.#chance;
    const held = desk.model.held();
    const takes = held.length < HELD && chance.happens(0.5);
    const conversation = chance.pick(held)?.conversation;
    if (takes || conversation === undefined) return { kind: 'take-next' };
    const name = this.#names.get(conversation) ?? '';
    const kind = chance.weighted(COMMANDS);
    switch (kind) {
      case 'message':
        return { kind, conversation, text: desk.text(name, 'Un policier vous répond.') };
      case 'note':
        return { kind, conversation, text: desk.text(name, 'NOTE à garder') };
      case 'release':
        return { kind, conversation, note: 'NOTE de retour' };
      case 'assign':
        return { kind, conversation, to: chance.pick(this.#desks)?.officer ?? desk.officer, note: null };
      case 'close':
        return { kind, conversation, disposition: 'answered', comment: 'NOTE de fin' };
      case 'tags':
        return { kind, conversation, tags: ['NOTE'] };
      default:
        return { kind, conversation };
    }
  }
}
