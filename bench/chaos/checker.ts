import { markOf } from '../../e2e/model/truth.ts';
import { citizenEntry, type Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { type ConversationState, nextState, openState } from '../../protocol/journal.ts';
import type { ChaosCitizen } from './citizen.ts';
import type { LeftDesk } from './desk-file.ts';
import type { Promises } from './promises.ts';

export type Verdict = {
  lost: number;
  doubled: number;
  reordered: number;
  misdelivered: number;
  /** Written and neither in the journal nor refused when the service had come to rest. */
  unsent: number;
  /** Ended by the relay for a silence of ten minutes that never was: nobody is away for so long here. */
  abandoned: number;
  messages: number;
  readonly examples: string[];
};

type Wrong = 'lost' | 'doubled' | 'reordered' | 'misdelivered' | 'unsent' | 'abandoned';
/** An entry as any reader has it. */
type Held = { readonly id: Id; readonly seq: number; readonly body: object };
type Journals = ReadonlyMap<Id, readonly Entry[]>;

function textOf({ body }: Entry): string | null {
  return body.kind === 'message' || body.kind === 'note' ? body.text : null;
}

export class Checker {
  readonly verdict: Verdict = {
    lost: 0,
    doubled: 0,
    reordered: 0,
    misdelivered: 0,
    unsent: 0,
    abandoned: 0,
    messages: 0,
    examples: [],
  };
  readonly #journals: Journals;

  constructor(journals: Journals) {
    this.#journals = journals;
  }

  wrong(what: Wrong, example: string): void {
    this.verdict[what] += 1;
    if (this.verdict.examples.length < 20) this.verdict.examples.push(`${what}: ${example}`);
  }

  has(conversation: Id, id: Id): boolean {
    return this.#journals.get(conversation)?.some((entry) => entry.id === id) === true;
  }

  /** Each text once, where it was written for, in its author's order; each id once. */
  store(names: ReadonlyMap<Id, string>): void {
    const texts = new Set<string>();
    const last = new Map<string, number>();
    for (const [conversation, journal] of this.#journals) {
      const ids = new Set<Id>();
      for (const [index, entry] of journal.entries()) {
        if (ids.has(entry.id)) this.wrong('doubled', `entry ${entry.id}`);
        ids.add(entry.id);
        if (entry.seq !== index + 1) this.wrong('reordered', `seq ${entry.seq} at ${index + 1}`);
        const text = textOf(entry);
        if (text !== null) this.#text(text, names.get(conversation) ?? '', texts, last);
        const { body } = entry;
        if (body.kind === 'closure' && body.disposition === 'abandoned') {
          this.wrong('abandoned', `${names.get(conversation)} at seq ${entry.seq}`);
        }
      }
    }
  }

  #text(text: string, name: string, texts: Set<string>, last: Map<string, number>): void {
    this.verdict.messages += 1;
    if (texts.has(text)) this.wrong('doubled', text);
    texts.add(text);
    const mark = markOf(text);
    if (mark?.conversation !== name) this.wrong('misdelivered', `${text} stands in ${name}`);
    if (mark === null) return;
    const key = `${mark.conversation} ${mark.sender}`;
    if (mark.number <= (last.get(key) ?? -1)) this.wrong('reordered', text);
    last.set(key, mark.number);
  }

  /** What a reader holds against what the journal gives it: the same entries, word for word, in the same order. */
  reader(who: string, held: readonly Held[], expected: readonly Held[]): void {
    const ids = new Set(held.map(({ id }) => id));
    if (ids.size !== held.length) this.wrong('doubled', `${who} holds an entry twice`);
    const known = new Map(expected.map((entry) => [entry.id, JSON.stringify(entry.body)]));
    for (const { id, body } of held) {
      const words = known.get(id);
      if (words === undefined) this.wrong('misdelivered', `${who} holds ${id}`);
      else if (words !== JSON.stringify(body))
        this.wrong('misdelivered', `${who} holds other words in ${id}`);
    }
    for (const { id } of expected) if (!ids.has(id)) this.wrong('lost', `${who} does not hold ${id}`);
    const rises = held.every(({ seq }, index) => seq > (held[index - 1]?.seq ?? 0));
    if (!rises) this.wrong('reordered', `${who} holds entries out of order`);
  }

  /** What was acknowledged, and what a desk had taken charge of. */
  promises({ acked, taken }: Promises, refused: ReadonlySet<Id>): void {
    for (const [id, conversation] of acked) {
      if (!this.has(conversation, id)) this.wrong('lost', `acknowledged ${id}`);
    }
    for (const [id, conversation] of taken) {
      const isThere = this.has(conversation, id);
      if (!isThere && !refused.has(id)) this.wrong('lost', `a desk had ${id}`);
      if (isThere && refused.has(id)) this.wrong('doubled', `refused ${id} is sent`);
    }
  }

  page({ name, conversation, client }: ChaosCitizen): void {
    const { phase, entries, outbox } = client.state();
    const view = (this.#journals.get(conversation) ?? []).flatMap((entry) => citizenEntry(entry) ?? []);
    if (phase === 'open' || phase === 'closed') this.reader(name, entries, view);
    else this.wrong('unsent', `${name} was put out: ${phase}`);
    for (const { state, act } of outbox) {
      if (state !== 'refused') this.wrong('unsent', `${name}: ${act.id} (${state})`);
    }
  }

  /**
   * A desk's file: whatever it holds of a journal is a whole beginning of it, and of what its officer holds, all of it.
   */
  desk({ name, officer, sending, journals }: LeftDesk): void {
    for (const id of sending) this.wrong('unsent', `${name}: ${id}`);
    const held = new Map(journals.map(({ conversation, entries }) => [conversation, entries]));
    for (const [conversation, journal] of this.#journals) {
      const state = stateOf(journal);
      const isHolder = state?.holder?.officer === officer;
      const entries = held.get(conversation) ?? [];
      if (entries.length === 0 && !isHolder) continue;
      const reached = entries.at(-1)?.seq ?? 0;
      this.reader(name, entries, isHolder ? journal : journal.slice(0, reached));
    }
    for (const conversation of held.keys()) {
      if (!this.#journals.has(conversation)) this.wrong('misdelivered', `${name} holds ${conversation}`);
    }
  }
}

function stateOf(journal: readonly Entry[]): ConversationState | null {
  let state: ConversationState | null = null;
  for (const entry of journal) state = state === null ? openState(entry) : nextState(state, entry);
  return state;
}

/** Compares every promise and every reader with the store. */
export function check(
  journals: Journals,
  citizens: readonly ChaosCitizen[],
  desks: readonly LeftDesk[],
  promises: Promises,
): Verdict {
  const checker = new Checker(journals);
  checker.store(new Map(citizens.map(({ conversation, name }) => [conversation, name])));
  checker.promises(promises, new Set(desks.flatMap(({ refused }) => refused)));
  for (const citizen of citizens) checker.page(citizen);
  for (const desk of desks) checker.desk(desk);
  checker.verdict.misdelivered += promises.misdelivered;
  checker.verdict.examples.push(...promises.examples);
  return checker.verdict;
}
