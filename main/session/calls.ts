import type { ToDesk } from '../../protocol/desk-channel.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Cursor, Id, Time } from '../../protocol/ids.ts';
import { Assigned } from './assigned.ts';
import { Attended } from './attended.ts';
import { type Attention, attentionOfEntries, attentionOfHeads, mostPressing } from './attention.ts';
import { CameBack } from './came-back.ts';
import type { SessionContext } from './context.ts';
import { Given } from './given.ts';
import { Reserved } from './reserved.ts';

type Heads = Pick<Extract<ToDesk, { type: 'heads' }>, 'all' | 'heads'>;

type Parts = Pick<SessionContext, 'officer' | 'model' | 'surroundings'> & {
  readonly isTaking: (conversation: Id, all: boolean) => boolean;
  /** How far a journal has been read here. */
  readonly cursor: (conversation: Id) => Cursor;
  readonly onAttention: (attention: Attention) => void;
};

/** Decides what this officer is called for, from what the relay tells; a frame that brings several calls once. */
export class Calls {
  readonly #parts: Parts;
  readonly #assigned: Assigned;
  readonly #attended: Attended;
  readonly #cameBack: CameBack;
  readonly #given: Given;
  readonly #reserved: Reserved;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#assigned = new Assigned(parts);
    this.#attended = new Attended(parts);
    this.#cameBack = new CameBack(parts);
    this.#given = new Given(parts);
    this.#reserved = new Reserved({ ...parts, call: (attention) => this.#call(attention) });
  }

  /** The relay begins to say how things stand. */
  welcomed(now: Time): void {
    this.#cameBack.welcomed();
    this.#reserved.welcomed(now);
  }

  /** Before these heads take the place of those there are. Answers what calls once they have. */
  headsComing({ all, heads }: Heads): () => void {
    const { model, officer } = this.#parts;
    const attention = attentionOfHeads(model.heads, heads, officer, {
      waitsForOthers: (head) => this.#reserved.isForOthers(head),
      isPresent: (colleague) => model.isPresent(colleague),
    });
    const given = this.#given.coming(all, heads);
    this.#cameBack.coming(heads);
    return () => {
      const left = this.#attended.changed();
      const came = this.#given.came(this.#assigned.came(given));
      this.#call([...attention, ...left, ...came, ...this.#cameBack.came(heads)]);
      this.#reserved.changed(heads);
    };
  }

  rosterCame(): void {
    this.#given.greeted();
    this.#call([...this.#attended.changed(), ...this.#cameBack.rosterCame()]);
    this.#reserved.changed();
  }

  groupsCame(): void {
    this.#reserved.changed();
  }

  entriesCame(conversation: Id, entries: readonly Entry[]): void {
    const { model, officer } = this.#parts;
    const given = this.#given.came(this.#assigned.entriesCame(conversation, entries));
    this.#call([...given, ...attentionOfEntries(model.heads.get(conversation), entries, officer)]);
  }

  /** What is on screen now. */
  looking(conversation: Id | null): void {
    this.#given.looked(conversation);
  }

  /** Nothing of these is here any more. */
  forget(conversations: readonly Id[]): void {
    this.#cameBack.forget(conversations);
    this.#assigned.forget(conversations);
  }

  stop(): void {
    this.#reserved.stop();
  }

  #call(all: readonly Attention[]): void {
    const attention = mostPressing(all);
    if (attention === null) return;
    this.#parts.model.tell({ type: 'alert', level: attention.level });
    this.#parts.onAttention(attention);
  }
}
