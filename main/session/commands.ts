import { type Command, type DurableCommand, isDurable, type ToDesk } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import { isConsulted } from '../../protocol/head.ts';
import { type Id, newId, type Time } from '../../protocol/ids.ts';
import type { CommandOutcome, OutboxItem } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { SessionContext } from './context.ts';
import {
  asked,
  begin,
  dueToAsk,
  isOver,
  nextAttention,
  offWire,
  onNextWire,
  PENDING_LIMIT,
  type Pending,
  refusedOutcome,
} from './immediate.ts';
import type { Journals } from './journals.ts';
import * as outbox from './outbox.ts';

type Ack = Extract<ToDesk, { type: 'ack' }>;
/** The draft's place is taken, by as many `more` as it takes. */
type LeftAs = { readonly instead: 'draft'; readonly more: readonly DurableCommand[] };

/**
 * What an officer does: written things wait in the outbox, decisions are asked at once. A command's
 * conversation is part of the command from the window on; nothing here ever addresses one anew.
 */
export class Commands {
  readonly #context: SessionContext;
  readonly #journals: Journals;
  #pending: Pending[] = [];
  readonly #answers = new Map<Id, (outcome: CommandOutcome) => void>();
  /** Taken a moment ago: the relay has said so, its head may still be on the way. */
  readonly #claimed = new Set<Id>();
  #cancelTimer: (() => void) | null = null;
  #stopped = false;

  constructor(context: SessionContext, journals: Journals) {
    this.#context = context;
    this.#journals = journals;
  }

  async command(command: Command): Promise<CommandOutcome> {
    return isDurable(command) ? this.#write(command) : this.#decide(command);
  }

  /**
   * What the officer had begun to write, in a conversation that the relay took from them or that they are about to
   * leave as they sign out, goes there as a note, or as several where it is longer than one; the draft goes with the same commit to the
   * disk, so that a crash neither loses nor doubles any of it (rule Q6).
   */
  async leaveDraft(conversation: Id, text: string): Promise<CommandOutcome> {
    const { model } = this.#context;
    const mayLeave = model.holds(conversation) || model.left.get(conversation)?.open === true;
    if (!mayLeave && !this.#mayNote(conversation)) return refusedOutcome('not-holder');
    const [first, ...more] = inNotes(text).map(
      (note) => ({ kind: 'note', conversation, text: note }) as const,
    );
    return first === undefined ? refusedOutcome('malformed') : this.#write(first, { instead: 'draft', more });
  }

  /** Whether they may write a note there though it is in nobody's or in other hands: they supervise, or advise. */
  #mayNote(conversation: Id): boolean {
    const { model, officer } = this.#context;
    const head = model.heads.get(conversation);
    if (head === undefined) return false;
    return model.state.self?.role === 'supervisor' || isConsulted(head, officer);
  }

  /** Answers after the cache holds it (on the disk, where there is a disk). */
  async #write(command: DurableCommand, draft?: LeftAs): Promise<CommandOutcome> {
    const refusal = this.#wrongPlace(command);
    if (refusal !== null) return refusedOutcome(refusal);
    const { model, cache } = this.#context;
    const item = this.#itemOf(command);
    const more = draft?.more.map((each) => this.#itemOf(each)) ?? [];
    const items = [item, ...more];
    // All of it or nothing: what is tried again later is tried again whole.
    if (model.outbox.length + items.length > outbox.OUTBOX_LIMIT) return refusedOutcome('rate-limited');
    // Shown in the order of asking, sent only once it is stored: `storing` keeps it off the wire until then.
    for (const { id } of items) this.#storing.add(id);
    model.setOutbox(items.reduce(outbox.put, model.outbox));
    if (draft !== undefined) model.drafts.delete(command.conversation);
    await cache.call('outbox-put', { item, ...(draft === undefined ? {} : { ...draft, more }) });
    for (const { id } of items) this.#storing.delete(id);
    this.flush();
    return { kind: 'queued', id: item.id };
  }

  #itemOf(command: DurableCommand): OutboxItem {
    const { conversation } = command;
    const at = this.#context.surroundings.now();
    return { id: newId(), conversation, command, at, state: 'sending', code: null };
  }

  readonly #storing = new Set<Id>();

  /** The wrong-citizen guard: what is written for a conversation that this officer does not hold goes nowhere. */
  #wrongPlace(command: DurableCommand): RefusalCode | null {
    const { model } = this.#context;
    // Whoever reads it may look at what is masked, in a closed one too: the relay judges who reads.
    if (command.kind === 'reveal') return null;
    const head = model.heads.get(command.conversation);
    if (head?.status === 'closed') return 'conversation-closed';
    if (command.kind === 'note') return null;
    if (model.holds(command.conversation) || this.#claimed.has(command.conversation)) return null;
    return 'not-holder';
  }

  #decide(command: Command): Promise<CommandOutcome> {
    const { model, surroundings } = this.#context;
    if (model.state.connection !== 'online') return Promise.resolve(refusedOutcome('offline'));
    if (this.#pending.length >= PENDING_LIMIT) return Promise.resolve(refusedOutcome('rate-limited'));
    const held = model.held().map(({ conversation }) => conversation);
    const pending = begin(newId(), command, held, surroundings.elapsed());
    return new Promise((answer) => {
      this.#answers.set(pending.id, answer);
      this.#pending.push(pending);
      this.flush();
    });
  }

  /** Sends whatever may be sent now, in order, and comes back by itself when something must wait. */
  flush(): void {
    if (this.#stopped) return;
    const { model, surroundings } = this.#context;
    const now = surroundings.elapsed();
    this.#giveUp(now);
    const isWriting = (conversations: readonly Id[]) => outbox.isWriting(model.outbox, conversations);
    for (const pending of dueToAsk(this.#pending, isWriting, now)) {
      if (!this.#context.send({ type: 'command', id: pending.id, command: pending.command })) break;
      this.#replace(asked(pending, now));
    }
    const sent: Id[] = [];
    for (const item of outbox.due(model.outbox, now)) {
      if (this.#storing.has(item.id)) continue;
      if (!this.#context.send({ type: 'command', id: item.id, command: item.command })) break;
      sent.push(item.id);
    }
    if (sent.length > 0) model.setOutbox(outbox.sent(model.outbox, sent));
    this.#schedule(now);
  }

  #replace(pending: Pending): void {
    this.#pending = this.#pending.map((each) => (each.id === pending.id ? pending : each));
  }

  #giveUp(now: Time): void {
    for (const pending of this.#pending.filter((each) => isOver(each, now))) {
      this.#settle(pending.id, refusedOutcome('offline'));
    }
  }

  #settle(id: Id, outcome: CommandOutcome): void {
    this.#pending = this.#pending.filter((each) => each.id !== id);
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    answer?.(outcome);
  }

  #schedule(now: Time): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const times = [nextAttention(this.#pending, now), outbox.nextDue(this.#context.model.outbox, now)];
    const next = Math.min(...times.filter((time) => time !== null));
    if (!Number.isFinite(next)) return;
    this.#cancelTimer = this.#context.surroundings.after(Math.max(20, next - now), () => this.flush());
  }

  async acked({ id, conversation, seq }: Ack): Promise<void> {
    const decided = this.#pending.find((each) => each.id === id);
    if (decided !== undefined) {
      if (isForSelf(decided.command, this.#context.officer)) this.#claimed.add(conversation);
      this.#settle(id, { kind: 'done', id, conversation });
      this.flush();
      return;
    }
    const { model } = this.#context;
    const known = outbox.findItem(model.outbox, id);
    if (known === undefined) return;
    if (this.#journals.cursor(conversation) >= seq || !this.#journals.isFollowed(conversation)) {
      await this.delivered([id]);
    } else {
      // Committed, so never sent again by this process; on screen until its entry takes its place.
      model.setOutbox(outbox.acked(model.outbox, id, seq));
    }
    this.flush();
  }

  async refused(id: Id, code: RefusalCode): Promise<void> {
    if (this.#pending.some((each) => each.id === id)) {
      this.#settle(id, refusedOutcome(code));
      return;
    }
    const { model, cache, surroundings, log } = this.#context;
    if (outbox.findItem(model.outbox, id) === undefined) return;
    log('command-refused', { id, code });
    const next = outbox.refused(model.outbox, id, code, surroundings.elapsed(), surroundings.random());
    const item = outbox.findItem(next, id)?.item;
    if (item?.state === 'refused') {
      await cache.call('outbox-mark', { id, state: 'refused', code });
    }
    // Read again after the wait: others may have changed it meanwhile.
    model.setOutbox(outbox.refused(model.outbox, id, code, surroundings.elapsed(), surroundings.random()));
    await this.#dropUnseenLooks();
    this.flush();
  }

  /**
   * A look that the relay will not note (V2), in a conversation out of sight: there is nothing in it that an officer could
   * send again or would miss, and it would keep their cache from being destroyed when they sign out.
   */
  async #dropUnseenLooks(): Promise<void> {
    const { model } = this.#context;
    const unseen = model.outbox.filter(
      ({ item }) =>
        item.command.kind === 'reveal' && item.state === 'refused' && !model.heads.has(item.conversation),
    );
    await this.delivered(unseen.map(({ item }) => item.id));
  }

  /** These are in the journal, or nobody's concern any more: the cache forgets them, then the window. */
  async delivered(ids: readonly Id[]): Promise<void> {
    const { model, cache } = this.#context;
    const known = ids.filter((id) => outbox.findItem(model.outbox, id) !== undefined);
    if (known.length === 0) return;
    await cache.call('outbox-remove', { ids: known });
    model.setOutbox(outbox.remove(model.outbox, known));
    this.flush();
  }

  /** The relay's heads are here: they say who holds what, and acked items of journals no longer read may go. */
  async headsChanged(conversations: readonly Id[]): Promise<void> {
    for (const id of conversations) this.#claimed.delete(id);
    const stranded = this.#context.model.outbox.filter(
      ({ progress, item }) => progress === 'acked' && !this.#journals.isFollowed(item.conversation),
    );
    await this.delivered(stranded.map(({ item }) => item.id));
    await this.#dropUnseenLooks();
  }

  /**
   * Whether this officer asked to hold it, and its head is on the way. With `all` heads, after a connection, those of
   * what was asked on the wire before may come before its answer.
   */
  isTaking(conversation: Id, all: boolean): boolean {
    if (this.#claimed.has(conversation)) return true;
    return this.#pending.some(({ command }) => {
      if (command.kind === 'take-next') return all;
      return isForSelf(command, this.#context.officer) && conversationOf(command) === conversation;
    });
  }

  /** R2: these journals are void (null: all of them), and with them what was acknowledged for them. */
  reset(conversations: readonly Id[] | null): void {
    const { model } = this.#context;
    model.setOutbox(outbox.unsettled(model.outbox, conversations));
    this.flush();
  }

  async retry(id: Id): Promise<void> {
    const { model, cache } = this.#context;
    if (outbox.findItem(model.outbox, id)?.item.state !== 'refused') return;
    await cache.call('outbox-mark', { id, state: 'sending', code: null });
    model.setOutbox(outbox.retried(model.outbox, id));
    this.flush();
  }

  async drop(id: Id): Promise<void> {
    const { model, cache } = this.#context;
    if (!outbox.canDrop(model.outbox, id)) return;
    model.setOutbox(outbox.remove(model.outbox, [id]));
    await cache.call('outbox-remove', { ids: [id] });
    this.flush();
  }

  /** The wire is gone: all that was on it is sent again on the next one, with the same ids (rule D1). */
  lost(): void {
    const { model } = this.#context;
    model.setOutbox(outbox.cut(model.outbox));
    this.#pending = this.#pending.map(offWire);
    this.#claimed.clear();
    this.#schedule(this.#context.surroundings.elapsed());
  }

  /** The relay has greeted this desk: what waited for a wire goes on it. */
  welcomed(): void {
    const now = this.#context.surroundings.elapsed();
    this.#pending = this.#pending.map((pending) => onNextWire(pending, now));
    this.flush();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
    for (const { id } of [...this.#pending]) this.#settle(id, refusedOutcome('offline'));
  }
}

/** A text in as many notes as it takes, cut between characters; none is of spaces alone, which no note is. */
function inNotes(text: string): readonly string[] {
  const notes: string[] = [];
  let rest = text;
  while (rest !== '') {
    const halves = /[\uD800-\uDBFF]/.test(rest.charAt(LIMITS.textCharacters - 1));
    const end = LIMITS.textCharacters - Number(halves);
    notes.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return notes.filter((note) => /\S/u.test(note));
}

/** Whether it puts a conversation into the hands of whoever asks. */
function isForSelf(command: Command, officer: Id): boolean {
  if (command.kind === 'assign') return command.to === officer;
  return command.kind === 'take' || command.kind === 'take-next';
}

function conversationOf(command: Command): Id | null {
  return 'conversation' in command ? command.conversation : null;
}
