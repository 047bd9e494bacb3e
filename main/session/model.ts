import type { CannedResponse } from '../../protocol/canned.ts';
import type { Content, LeftConversation } from '../../protocol/desk-channel.ts';
import type { Group } from '../../protocol/group.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id, Seq } from '../../protocol/ids.ts';
import type { DeskEvent, DeskState, Draft, Settings, Snapshot } from '../../protocol/ipc.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import { itemsOf, type Outbox } from './outbox.ts';

/**
 * What the window is shown, in one place: the relay's word with this desk's own pending acts laid over it.
 * Changed only after the cache holds the change; each change is told to the window as it is made.
 */
export class DeskModel {
  readonly #emit: (event: DeskEvent) => void;
  #state: DeskState;
  #settings: Settings;
  #roster: readonly RosterRow[] = [];
  #groups: readonly Group[] = [];
  #content: Content | null = null;
  #personal: readonly CannedResponse[] = [];
  #outbox: Outbox = [];
  readonly heads = new Map<Id, Head>();
  readonly drafts = new Map<Id, Draft>();
  /** What the relay took from this officer's hands all at once: their desk was gone, or they handed over (rule Q6). */
  readonly left = new Map<Id, LeftConversation>();
  #given: readonly Id[] = [];
  /** Which relay or desk decided. `isInRoster`: one has shown it; a roster that was made before it was heard may come still. */
  #absence: { readonly why: DeskState['presenceWhy']; readonly isInRoster: boolean } | null = null;

  constructor(state: DeskState, settings: Settings, emit: (event: DeskEvent) => void) {
    this.#state = state;
    this.#settings = settings;
    this.#emit = emit;
  }

  get state(): DeskState {
    return this.#state;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get outbox(): Outbox {
    return this.#outbox;
  }

  get content(): Content | null {
    return this.#content;
  }

  /** The signed-in officer's id; null when nobody is. */
  get officer(): Id | null {
    return this.#state.self?.officer ?? null;
  }

  tell(event: DeskEvent): void {
    this.#emit(event);
  }

  patch(change: Partial<DeskState>): void {
    this.#become({ ...this.#state, ...change });
  }

  /** How the officer is from now on, and why where relay or desk said so by themselves. */
  presenceIs(presence: DeskState['presence'], why?: DeskState['presenceWhy']): void {
    this.#absence = presence === 'away' && why !== undefined ? { why, isInRoster: false } : null;
    this.#showPresence(presence, why);
  }

  #showPresence(presence: DeskState['presence'], why?: DeskState['presenceWhy']): void {
    const { presenceWhy: _, ...state } = this.#state;
    this.#become({ ...state, presence, ...(why === undefined ? {} : { presenceWhy: why }) });
  }

  #become(next: DeskState): void {
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    this.#emit({ type: 'state', state: next });
  }

  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#emit({ type: 'settings', settings });
  }

  setRoster(rows: readonly RosterRow[]): void {
    this.#roster = rows;
    this.#emit({ type: 'roster', rows: [...rows] });
    const own = rows.find((row) => row.officer === this.officer);
    const { self } = this.#state;
    if (own === undefined || self === null || own.presence === 'offline') return;
    this.patch({ self: { ...self, capacity: own.capacity } });
    this.#showPresence(own.presence, this.#whyAbsent(own.presence));
  }

  /** A roster says no reason: that of this absence stays, once it is known there, until the officer is here again. */
  #whyAbsent(presence: RosterRow['presence']): DeskState['presenceWhy'] {
    if (presence === 'away' && this.#absence !== null) this.#absence = { ...this.#absence, isInRoster: true };
    else if (this.#absence?.isInRoster === true) this.#absence = null;
    return presence === 'away' ? this.#absence?.why : undefined;
  }

  setGroups(groups: readonly Group[]): void {
    this.#groups = groups;
    this.#emit({ type: 'groups', groups: [...groups] });
  }

  /** Whether what waits for a group first is the signed-in officer's to take: of it, or nobody of it is on duty. */
  mayTakeOf(group: Id): boolean {
    const members = this.#groups.find((each) => each.group === group)?.members ?? [];
    if (this.officer !== null && members.includes(this.officer)) return true;
    return !this.#roster.some((row) => row.presence === 'available' && members.includes(row.officer));
  }

  /** Whether somebody is at their desk to look after what is theirs; taken for granted until a roster came. */
  isPresent(officer: Id): boolean {
    if (this.#roster.length === 0) return true;
    const presence = this.#roster.find((each) => each.officer === officer)?.presence;
    return presence === 'available' || presence === 'finishing';
  }

  /** Whether a colleague is connected, and not away. */
  isThere(officer: Id): boolean {
    const presence = this.#roster.find((each) => each.officer === officer)?.presence ?? 'offline';
    return presence !== 'offline' && presence !== 'away';
  }

  setContent(content: Content): void {
    this.#content = content;
    this.#emit({ type: 'content', content });
  }

  get personal(): readonly CannedResponse[] {
    return this.#personal;
  }

  setPersonal(responses: readonly CannedResponse[]): void {
    this.#personal = responses;
    this.#emit({ type: 'personal', responses: [...responses] });
  }

  /** The relay's word: `all` there are, or more of them. */
  setLeft(conversations: readonly LeftConversation[], all: boolean): void {
    if (conversations.length === 0 && this.left.size === 0) return;
    if (all) this.left.clear();
    for (const each of conversations) this.left.set(each.conversation, each);
    this.#tellLeft();
  }

  #noLongerLeft(conversations: readonly Id[]): void {
    const known = conversations.filter((id) => this.left.delete(id));
    if (known.length > 0) this.#tellLeft();
  }

  #tellLeft(): void {
    this.#emit({ type: 'left', conversations: [...this.left.values()] });
  }

  /** The window hears of it when what it shows of the outbox changed, not when an item went on the wire. */
  setOutbox(outbox: Outbox): void {
    const before = itemsOf(this.#outbox);
    const items = itemsOf(outbox);
    this.#outbox = outbox;
    const same = items.length === before.length && items.every((item, index) => item === before[index]);
    if (!same) this.#emit({ type: 'outbox', items });
  }

  /** The relay's list, or changes to it. Answers the ids that left. */
  setHeads(all: boolean, heads: readonly Head[], gone: readonly Id[]): readonly Id[] {
    const present = new Set(heads.map((head) => head.conversation));
    const leaving = all ? [...this.heads.keys()].filter((id) => !present.has(id)) : gone;
    for (const id of leaving) this.heads.delete(id);
    for (const head of heads) this.heads.set(head.conversation, head);
    this.#emit({ type: 'heads', all, heads: [...heads], gone: all ? [] : [...gone] });
    // Theirs again: what is written there goes to the citizen.
    this.#noLongerLeft(heads.map((head) => head.conversation).filter((id) => this.holds(id)));
    return leaving;
  }

  /** Read on this desk. No word of the relay: one that it took a moment ago, and says so next, is not theirs again. */
  markRead(conversation: Id, officerRead: Seq): void {
    const head = this.heads.get(conversation);
    if (head === undefined) return;
    const read = { ...head, officerRead };
    this.heads.set(conversation, read);
    this.#emit({ type: 'heads', all: false, heads: [read], gone: [] });
  }

  /** What others put into the officer's hands and was not on screen since. */
  get given(): readonly Id[] {
    return this.#given;
  }

  setGiven(conversations: readonly Id[]): void {
    const before = this.#given;
    this.#given = conversations;
    const same = conversations.length === before.length && conversations.every((id, at) => id === before[at]);
    if (!same) this.#emit({ type: 'given', conversations: [...conversations] });
  }

  holds(conversation: Id): boolean {
    return this.heads.get(conversation)?.holder?.officer === this.officer && this.officer !== null;
  }

  held(): Head[] {
    return [...this.heads.values()].filter((head) => this.holds(head.conversation));
  }

  /** Destroyed: nothing of these stays here, nor in the window. */
  purge(conversations: readonly Id[]): void {
    this.#forget({ type: 'purged', conversations: [...conversations] });
  }

  #forget(event: Extract<DeskEvent, { type: 'purged' }>): void {
    const { conversations } = event;
    if (conversations.length === 0) return;
    const doomed = new Set(conversations);
    for (const id of doomed) {
      this.heads.delete(id);
      this.drafts.delete(id);
    }
    this.#emit(event);
    this.#noLongerLeft(conversations);
    this.setGiven(this.#given.filter((id) => !doomed.has(id)));
    this.setOutbox(this.#outbox.filter(({ item }) => !doomed.has(item.conversation)));
  }

  /** Nobody is signed in any more: the window and this process forget all there was. */
  clear(change: Partial<DeskState>): void {
    const known = new Set([...this.heads.keys(), ...this.drafts.keys()]);
    this.#forget({ type: 'purged', conversations: [...known], left: true });
    this.setHeads(true, [], []);
    this.setRoster([]);
    this.setGroups([]);
    this.setOutbox([]);
    this.#noLongerLeft([...this.left.keys()]);
    this.#content = null;
    this.setPersonal([]);
    // What only a supervisor is told, or why this officer was absent, is not for whoever signs in next.
    const { satisfaction: _, blocks: _blocks, presenceWhy: _why, ...state } = this.#state;
    this.#absence = null;
    const nobody = { self: null, connection: 'offline', retryAt: null, presence: 'offline' } as const;
    this.#become({ ...state, ...nobody, ...change });
  }

  /** What a cache held: the first picture of an officer's desk. */
  restore(loaded: Pick<Snapshot, 'heads' | 'drafts' | 'content' | 'personal'>, outbox: Outbox): void {
    for (const head of loaded.heads) this.heads.set(head.conversation, head);
    for (const draft of loaded.drafts) this.drafts.set(draft.conversation, draft);
    this.#content = loaded.content;
    this.#outbox = outbox;
    this.#emit({ type: 'heads', all: true, heads: loaded.heads, gone: [] });
    this.#emit({ type: 'outbox', items: itemsOf(outbox) });
    if (loaded.content !== null) this.#emit({ type: 'content', content: loaded.content });
    // After it: a card that is no more does not come back.
    if (loaded.drafts.length > 0) this.#emit({ type: 'drafts', drafts: loaded.drafts });
    this.setPersonal(loaded.personal);
  }

  snapshot(): Snapshot {
    return {
      state: this.#state,
      settings: this.#settings,
      heads: [...this.heads.values()],
      roster: [...this.#roster],
      groups: [...this.#groups],
      given: [...this.#given],
      drafts: [...this.drafts.values()],
      outbox: itemsOf(this.#outbox),
      left: [...this.left.values()],
      content: this.#content,
      personal: [...this.#personal],
    };
  }
}
