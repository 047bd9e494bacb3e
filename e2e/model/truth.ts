import type { Entry } from '../../protocol/entry.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import { type ConversationState, nextState, openState } from '../../protocol/journal.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { Batch, Committed, Store } from '../../server/store/store.ts';
import type { Rules } from './rules.ts';

/**
 * Every text of the model says where it belongs and when its author wrote it: `[c3] p7.2 n15 …`. Begun and not sent, it
 * goes along as a note that says so first (decision 55).
 */
const MARK = /^(?:Brouillon non envoyé\s: )?\[(c\d+)\] (\S+) n(\d+)/;

export type Mark = { readonly conversation: string; readonly sender: string; readonly number: number };

export function markOf(text: string): Mark | null {
  const [, conversation, sender, number] = MARK.exec(text) ?? [];
  if (conversation === undefined || sender === undefined) return null;
  return { conversation, sender, number: Number(number) };
}

export function markedText(conversation: string, sender: string, number: number, rest = ''): string {
  return `[${conversation}] ${sender} n${number} ${rest}`.trimEnd();
}

function isHandOver(body: Entry['body']): boolean {
  if (body.kind !== 'assignment' && body.kind !== 'release') return false;
  return body.reason === 'handed-over' || body.reason === 'shift-ended';
}

type Journal = { readonly entries: Entry[]; state: ConversationState; readonly byId: Map<Id, number> };

export type Deskless = (officer: Id) => Time | null;

/**
 * What was committed, as the store was asked to keep it: the shadow that every reader is compared with. It stands
 * between the hub and its store, and looks at each rule in the moment of the commit.
 */
export class Truth {
  readonly journals = new Map<Id, Journal>();
  /** The model's names of conversations, as texts bear them. */
  readonly names = new Map<Id, string>();
  readonly officers = new Map<Id, OfficerSelf>();
  readonly #rules: Rules;
  readonly #lastOf = new Map<string, number>();
  /** Since when an officer has had no desk on the relay; null while there is one. */
  deskless: Deskless = () => null;
  grace = 0;
  now: () => Time = () => 0;
  commits = 0;
  failures = 0;

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  /** The store with this shadow before it. */
  readonly wrap = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        if (name === 'commit') return (batch: Batch) => this.#commit(target, batch);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });

  async #commit(store: Store, batch: Batch): Promise<Committed> {
    try {
      const done = await store.commit(batch);
      this.commits += 1;
      this.#handOvers(batch);
      for (const { conversation, after, entries } of batch.appended) {
        this.#append(
          conversation,
          after,
          entries.map(({ entry }) => entry),
        );
      }
      return done;
    } catch (error) {
      this.failures += 1;
      throw error;
    }
  }

  /** Q5: whoever hands over is rid of everything they held, by one commit. */
  #handOvers({ appended }: Batch): void {
    const moved = new Set<Id>();
    const handing = new Set<Id>();
    for (const { conversation, entries } of appended) {
      for (const { entry } of entries) {
        const { author, body } = entry;
        if (body.kind === 'assignment' || body.kind === 'release' || body.kind === 'closure') {
          moved.add(conversation);
        }
        if (isHandOver(body) && author.role === 'officer') handing.add(author.officer);
      }
    }
    for (const officer of handing) {
      const kept = this.heldBy(officer).filter((conversation) => !moved.has(conversation));
      this.#rules.hold('Q5', kept.length === 0, () => `${officer} still holds ${kept.join(', ')}`);
    }
  }

  #append(conversation: Id, after: number, entries: readonly Entry[]): void {
    const length = this.journals.get(conversation)?.entries.length ?? 0;
    this.#rules.hold('D3', after === length, () => `appended after ${after}, the journal has ${length}`);
    for (const entry of entries) this.#take(conversation, entry);
  }

  #take(conversation: Id, entry: Entry): void {
    const hold = this.#rules.hold.bind(this.#rules);
    hold('D3', entry.conversation === conversation, () => 'an entry of another conversation');
    const known = this.journals.get(conversation);
    if (known === undefined) {
      hold('J1', entry.seq === 1 && entry.body.kind === 'opened', () => `begins with ${entry.body.kind}`);
      this.#put(conversation, entry);
      return;
    }
    const { state, byId, entries } = known;
    hold('D3', entry.seq === entries.length + 1, () => `seq ${entry.seq} after ${entries.length}`);
    hold('D1', !byId.has(entry.id), () => `id ${entry.id} stands twice in ${conversation}`);
    hold('J2', state.status !== 'closed', () => `${entry.body.kind} after the closure`);
    this.#order(conversation, entry);
    this.#permission(state, entry);
    this.#put(conversation, entry);
    const { status, holder } = known.state;
    const isHeld = status === 'active' || status === 'parked';
    hold('Q2', isHeld === (holder !== null), () => `${status} with holder ${holder?.officer ?? 'nobody'}`);
  }

  /** D5: what one sender wrote in one conversation stands in the order in which it was written. */
  #order(conversation: Id, { body }: Entry): void {
    if (body.kind !== 'message' && body.kind !== 'note') return;
    const mark = markOf(body.text);
    const name = this.names.get(conversation);
    this.#rules.hold('P1', mark?.conversation === name, () => `${body.text} was committed in ${name}`);
    if (mark === null) return;
    const key = `${mark.conversation} ${mark.sender}`;
    const last = this.#lastOf.get(key) ?? -1;
    this.#rules.hold('D5', mark.number > last, () => `${key}: number ${mark.number} after ${last}`);
    this.#lastOf.set(key, mark.number);
  }

  #officerMay(state: ConversationState, officer: Id, body: Entry['body']): void {
    const rules = this.#rules;
    const holder = state.holder?.officer ?? null;
    const isHolder = holder === officer;
    const isSupervisor = this.officers.get(officer)?.role === 'supervisor';
    switch (body.kind) {
      case 'message':
      case 'redirection':
      case 'station':
        rules.hold('L1', isHolder, () => `${officer} wrote, ${holder} holds`);
        break;
      case 'note': {
        const isAsked = state.consulted.some((each) => each.officer === officer);
        const didLeave = state.leftBy.some((each) => each.officer === officer);
        const may = isHolder || isSupervisor || isAsked || didLeave;
        rules.hold('G3', may, () => `${officer} wrote a note, ${holder} holds`);
        break;
      }
      case 'assignment': {
        const isTaking = state.status === 'waiting' && body.to.officer === officer;
        const may = isTaking || isHolder || isSupervisor;
        rules.hold('L2', may, () => `${officer} assigned what ${holder} holds`);
        rules.hold('Q2', holder === null || isHolder || isSupervisor, () => `taken from ${holder}`);
      }
    }
  }

  #permission(state: ConversationState, entry: Entry): void {
    const { author, body } = entry;
    const rules = this.#rules;
    const holder = state.holder?.officer ?? null;
    if (author.role === 'officer') this.#officerMay(state, author.officer, body);
    if (isHandOver(body)) {
      const given = author.role === 'officer' ? author.officer : null;
      rules.hold('Q5', given !== null && given === holder, () => `${given} handed over what ${holder} held`);
    }
    if (body.kind === 'release' && body.reason === 'desk-lost' && holder !== null) {
      const since = this.deskless(holder);
      const gone = since === null ? 0 : this.now() - since;
      rules.hold('Q3', gone > this.grace - 1, () => `given back ${gone} ms after the desk went`);
    }
    if (body.kind === 'release' && body.reason === 'unheard') {
      const silent = this.now() - (state.unheardSince ?? Number.POSITIVE_INFINITY);
      rules.hold(
        'Q7',
        silent > this.grace - 1,
        () => `given back after ${silent} ms of an unheard emergency`,
      );
    }
  }

  /** How long each journal is now: what a copy of the store made now will hold. */
  lengths(): ReadonlyMap<Id, number> {
    return new Map([...this.journals].map(([conversation, { entries }]) => [conversation, entries.length]));
  }

  /** The store was restored from a copy: what came after it never was. */
  truncate(lengths: ReadonlyMap<Id, number>): void {
    const kept = [...this.journals].map(([conversation, { entries }]) =>
      entries.slice(0, lengths.get(conversation) ?? 0),
    );
    this.journals.clear();
    this.#lastOf.clear();
    for (const entry of kept.flat()) this.#put(entry.conversation, entry);
  }

  #put(conversation: Id, entry: Entry): void {
    const known = this.journals.get(conversation);
    if (known === undefined) {
      const byId = new Map([[entry.id, 1]]);
      this.journals.set(conversation, { entries: [entry], state: openState(entry), byId });
      return;
    }
    known.state = nextState(known.state, entry);
    known.entries.push(entry);
    known.byId.set(entry.id, entry.seq);
  }

  state(conversation: Id): ConversationState | null {
    return this.journals.get(conversation)?.state ?? null;
  }

  entries(conversation: Id): readonly Entry[] {
    return this.journals.get(conversation)?.entries ?? [];
  }

  seqOf(conversation: Id, id: Id): number | null {
    return this.journals.get(conversation)?.byId.get(id) ?? null;
  }

  /** Rule P2, on what is committed now. */
  mayRead(officer: Id, conversation: Id): boolean {
    const state = this.state(conversation);
    if (state === null) return false;
    if (state.status === 'waiting' || this.officers.get(officer)?.role === 'supervisor') return true;
    if (state.consulted.some((each) => each.officer === officer)) return true;
    return (state.status === 'closed' ? state.lastHolder : state.holder)?.officer === officer;
  }

  heldBy(officer: Id): Id[] {
    return [...this.journals.values()]
      .filter(({ state }) => state.holder?.officer === officer)
      .map(({ state }) => state.conversation);
  }
}
