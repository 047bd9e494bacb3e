import type { FromDesk, ToDesk } from '../../protocol/desk-channel.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Cursor, Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { StoreInput } from '../cache/operations.ts';
import type { SessionContext } from './context.ts';

type Range = Extract<ToDesk, { type: 'entries' }>;
type Page = { readonly entries: Entry[]; readonly complete: boolean };
type Cursors = Extract<FromDesk, { type: 'hello' }>['cursors'];

/** Conversations looked at without being held that the relay keeps sending; the oldest is let go first. */
const LOOKED_AT = 100;
/** How long a window that opens a conversation waits for the relay before it is shown what the cache has. */
const FIRST_RANGE_WITHIN = 1_500;

/** A desk sees every entry, so a range without gaps is exactly its seqs, in order (rule R1). */
export function isContiguous(range: Pick<Range, 'conversation' | 'after' | 'through' | 'entries'>): boolean {
  const { after, through, entries, conversation } = range;
  if (through - after !== entries.length) return false;
  return entries.every(
    (entry, index) => entry.seq === after + 1 + index && entry.conversation === conversation,
  );
}

/** The reader of this officer's journals: cursors, what is followed, ranges into the cache. Rules R1 to R3. */
export class Journals {
  readonly #context: SessionContext;
  readonly #cursors = new Map<Id, Cursor>();
  /** In the order in which they were last wanted. */
  readonly #followed = new Set<Id>();
  readonly #first = new Map<Id, (() => void)[]>();

  constructor(context: SessionContext, cursors: Cursors) {
    this.#context = context;
    for (const { conversation, seq } of cursors) this.#cursors.set(conversation, seq);
  }

  cursor(conversation: Id): Cursor {
    return this.#cursors.get(conversation) ?? 0;
  }

  isFollowed(conversation: Id): boolean {
    return this.#followed.has(conversation);
  }

  /** For `hello`: what is held first, then what was looked at last. From here on the relay sends these. */
  helloCursors(): Cursors {
    const held = this.#context.model.held().map((head) => head.conversation);
    const wanted = [...new Set([...held, ...[...this.#followed].reverse()])].slice(0, LIMITS.helloCursors);
    this.#followed.clear();
    for (const id of [...wanted].reverse()) this.#followed.add(id);
    return wanted.map((conversation) => ({ conversation, seq: this.cursor(conversation) }));
  }

  /** Follows whatever this officer holds; call it when heads changed or the relay welcomed the desk. */
  followHeld(): void {
    for (const { conversation } of this.#context.model.held()) {
      if (!this.#followed.has(conversation)) this.#follow(conversation);
    }
  }

  #follow(conversation: Id): void {
    const after = this.cursor(conversation);
    if (!this.#context.send({ type: 'follow', conversation, after })) return;
    this.#followed.delete(conversation);
    this.#followed.add(conversation);
    this.#letGo();
  }

  #letGo(): void {
    const { model } = this.#context;
    const looked = [...this.#followed].filter((id) => !model.holds(id));
    for (const conversation of looked.slice(0, Math.max(0, looked.length - LOOKED_AT))) {
      this.#followed.delete(conversation);
      this.#context.send({ type: 'unfollow', conversation });
    }
  }

  /** The window opens a conversation: it is followed from now on, and its first range is waited for a little. */
  async look(conversation: Id): Promise<void> {
    const head = this.#context.model.heads.get(conversation);
    if (head === undefined) return;
    if (!this.#followed.has(conversation)) this.#follow(conversation);
    else if (!this.#context.model.holds(conversation)) {
      this.#followed.delete(conversation);
      this.#followed.add(conversation);
    }
    const behind = this.cursor(conversation) === 0 && head.lastSeq > 0;
    if (!behind || this.#context.model.state.connection !== 'online') return;
    await new Promise<void>((done) => {
      const cancel = this.#context.surroundings.after(FIRST_RANGE_WITHIN, done);
      const waiting = this.#first.get(conversation) ?? [];
      waiting.push(() => {
        cancel();
        done();
      });
      this.#first.set(conversation, waiting);
    });
  }

  /** What the window shows of a journal. One that the cache could not read, and forgot, is asked for from the beginning. */
  async page(asked: StoreInput<'entries'>): Promise<Page> {
    const { conversation } = asked;
    const { forgotten, ...page } = await this.#context.cache.call('entries', asked);
    if (forgotten === true) {
      this.#context.log('journal-forgotten', { conversation });
      this.#cursors.delete(conversation);
      this.#context.model.tell({ type: 'reset', conversations: [conversation] });
      // Without a wire the next hello asks for it.
      this.#followed.add(conversation);
      this.#follow(conversation);
    }
    return page;
  }

  /**
   * One `entries` frame: into the cache, then to the window. Answers the new entries, or null when the frame
   * was dropped and asked for again from the cursor (rule R3).
   */
  async receive(range: Range): Promise<readonly Entry[] | null> {
    const { model, cache } = this.#context;
    const { conversation, after, through, entries } = range;
    const cursor = this.cursor(conversation);
    if (after !== cursor || !isContiguous(range)) {
      this.#context.log('range-mismatch', { conversation, after, cursor });
      // A range we hold already (asked for twice) needs no third request.
      if (through > cursor || !isContiguous(range)) this.#follow(conversation);
      return null;
    }
    const appended = await cache.call('append', { conversation, after, through, entries });
    if (appended.cursor !== through) {
      // The cache changed beneath (it went over to memory): from its cursor, then.
      this.#cursors.set(conversation, appended.cursor);
      this.#follow(conversation);
      return null;
    }
    this.#cursors.set(conversation, through);
    model.tell({ type: 'entries', conversation, after, through, entries });
    this.#released(conversation);
    return entries;
  }

  #released(conversation: Id): void {
    for (const done of this.#first.get(conversation) ?? []) done();
    this.#first.delete(conversation);
  }

  /** R2: what is held of these is void; null for all of them. The relay sends them again from the beginning. */
  async reset(conversations: readonly Id[] | null): Promise<void> {
    const named = conversations === null ? [...this.#cursors.keys()] : [...conversations];
    await this.#context.cache.call('forget', { conversations: conversations === null ? null : named });
    for (const id of named) this.#cursors.delete(id);
    if (named.length > 0) this.#context.model.tell({ type: 'reset', conversations: named });
  }

  /** This officer may read it no longer: the cached journal goes, unless it is their history. */
  async unfollowed(conversation: Id): Promise<void> {
    this.#followed.delete(conversation);
    this.#released(conversation);
    const head = this.#context.model.heads.get(conversation);
    if (head === undefined || head.status === 'closed') return;
    if (!this.#context.model.holds(conversation)) await this.reset([conversation]);
  }

  /** Gone from the cache: so is its cursor. */
  dropped(conversations: readonly Id[]): void {
    for (const id of conversations) {
      this.#cursors.delete(id);
      this.#followed.delete(id);
      this.#released(id);
    }
  }

  /** The cache begins again, empty: every journal on screen is read again. */
  startOver(): void {
    const all = [...this.#cursors.keys()];
    this.#cursors.clear();
    if (all.length > 0) this.#context.model.tell({ type: 'reset', conversations: all });
    for (const conversation of [...this.#followed]) this.#follow(conversation);
  }

  /** The wire is gone: nobody waits for a first range any more. */
  lost(): void {
    for (const conversation of [...this.#first.keys()]) this.#released(conversation);
  }
}
