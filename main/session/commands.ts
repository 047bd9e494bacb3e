import { type Command, type DurableCommand, isDurable, type ToDesk } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import { type Id, newId, type Time } from '../../protocol/ids.ts';
import type { CommandOutcome, OutboxItem } from '../../protocol/ipc.ts';
import type { SessionContext } from './context.ts';
import {
  asked,
  begin,
  dueToAsk,
  isOver,
  nextAttention,
  offWire,
  PENDING_LIMIT,
  type Pending,
  refusedOutcome,
} from './immediate.ts';
import type { Journals } from './journals.ts';
import * as outbox from './outbox.ts';

type Ack = Extract<ToDesk, { type: 'ack' }>;

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

  /** Answers after the cache holds it (on the disk, where there is a disk). */
  async #write(command: DurableCommand): Promise<CommandOutcome> {
    const refusal = this.#wrongPlace(command);
    if (refusal !== null) return refusedOutcome(refusal);
    const { model, cache, surroundings } = this.#context;
    if (model.outbox.length >= outbox.OUTBOX_LIMIT) return refusedOutcome('rate-limited');
    const item: OutboxItem = {
      id: newId(),
      conversation: command.conversation,
      command,
      at: surroundings.now(),
      state: 'sending',
      code: null,
    };
    // Shown in the order of asking, sent only once it is stored: `storing` keeps it off the wire until then.
    this.#storing.add(item.id);
    model.setOutbox(outbox.put(model.outbox, item));
    await cache.call('outbox-put', { item });
    this.#storing.delete(item.id);
    this.flush();
    return { kind: 'queued', id: item.id };
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
    const pending = begin(newId(), command, surroundings.elapsed());
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
    for (const pending of dueToAsk(this.#pending, now)) {
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
    const times = [nextAttention(this.#pending), outbox.nextDue(this.#context.model.outbox, now)];
    const next = Math.min(...times.filter((time) => time !== null));
    if (!Number.isFinite(next)) return;
    this.#cancelTimer = this.#context.surroundings.after(Math.max(20, next - now), () => this.flush());
  }

  async acked({ id, conversation, seq }: Ack): Promise<void> {
    const decided = this.#pending.find((each) => each.id === id);
    if (decided !== undefined) {
      const { kind } = decided.command;
      if (kind === 'take' || kind === 'take-next') this.#claimed.add(conversation);
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
    this.flush();
  }

  /** These are in the journal: the cache forgets them, then the window. */
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

  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
    for (const { id } of [...this.#pending]) this.#settle(id, refusedOutcome('offline'));
  }
}
