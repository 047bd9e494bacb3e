import { TIMES } from '../../protocol/limits.ts';
import { mayFallSilent } from '../domain/lifecycle.ts';
import { isAwaited } from '../domain/queue.ts';
import type { Core } from './core.ts';
import { BEAT } from './encode.ts';
import { handBackFor } from './hand-over.ts';
import type { Live } from './live.ts';
import { purgeDue } from './purger.ts';
import { ofRelay } from './requests.ts';
import { giveBackUnheard } from './unheard.ts';

const SWEEP_EVERY = 1_000;
const PURGE_EVERY = 60 * 60_000;
/** After a purge that failed. */
const PURGE_AGAIN = 60_000;
/** Closed conversations stay in memory for one shift: their officer's list, their citizen's last look. */
export const CLOSED_KEPT = 12 * 60 * 60_000;
const OFFICERS_KEPT = 12 * 60 * 60_000;

/** The relay's one recurring timer: heartbeats, time-outs, grace periods, the hourly purge. */
export class Sweeper {
  readonly #core: Core;
  #cancel: (() => void) | null = null;
  #beatAt: number;
  #purgeAt: number;
  #prunedAt: number;

  constructor(core: Core) {
    this.#core = core;
    const now = core.scheduler.elapsed();
    this.#beatAt = now;
    this.#purgeAt = now + PURGE_EVERY;
    this.#prunedAt = now;
  }

  start(): void {
    this.#cancel = this.#core.scheduler.after(SWEEP_EVERY, () => {
      this.#sweep();
      this.start();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Asks for a purge at the next sweep rather than in an hour. */
  purgeSoon(): void {
    this.#purgeAt = this.#core.scheduler.elapsed() + PURGE_AGAIN;
  }

  #sweep(): void {
    const core = this.#core;
    const now = core.scheduler.elapsed();
    for (const socket of [...core.sockets]) socket.expireGreeting(now);
    if (now - this.#beatAt >= TIMES.beat) {
      this.#beatAt = now;
      for (const socket of core.sockets) if (socket.greeted) socket.link.send(BEAT);
      // Estimates age even when nobody moves.
      core.teller.queueChanged();
    }
    core.announcing.look();
    core.blockList.look();
    this.#endSilences(now);
    this.#endGraces(now);
    core.offers.sweep(now);
    giveBackUnheard(core);
    if (this.#isDue() && core.committer.writable) core.committer.schedule();
    if (now >= this.#purgeAt) this.#purge(now);
    if (now - this.#prunedAt >= OFFICERS_KEPT / 12) this.#prune(now);
    this.#measure();
  }

  /** Read marks to write, or a conversation that waited for its group and may be anybody's by now. */
  #isDue(): boolean {
    const { committer, registry, settings } = this.#core;
    if (committer.hasReads) return true;
    return settings.distribute && [...registry.waiting].some(({ state }) => state.forGroup !== null);
  }

  /** A waiting citizen who left without a word keeps the place for a while, not for ever. */
  #endSilences(now: number): void {
    const { registry, settings, committer } = this.#core;
    const isSilent = (live: Live, at: number) =>
      live.citizens.length === 0 &&
      mayFallSilent(live.state) &&
      at - live.citizenGoneAt >= (isAwaited(live.state) ? TIMES.returnGrace : settings.citizenGrace);
    for (const live of registry.waiting) {
      if (!isSilent(live, now)) continue;
      const { conversation } = live.state;
      committer.enqueue(
        ofRelay(conversation, () =>
          isSilent(live, this.#core.scheduler.elapsed())
            ? { kind: 'act', conversation, act: { kind: 'silent' } }
            : { kind: 'refused', code: 'wrong-state' },
        ),
      );
    }
  }

  /** Rule Q3. Asked again at each sweep until it is durable; whoever came back meanwhile keeps everything. */
  #endGraces(now: number): void {
    const { officers, settings } = this.#core;
    for (const { officer } of officers.lost(now, settings.deskGrace)) {
      handBackFor(this.#core, officer, 'desk-lost');
    }
  }

  #purge(now: number): void {
    this.#purgeAt = now + PURGE_EVERY;
    purgeDue(this.#core).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      this.#core.log('error', 'purge-failed', { name });
      this.purgeSoon();
    });
  }

  #prune(now: number): void {
    this.#prunedAt = now;
    const { registry, teller, officers } = this.#core;
    const today = this.#core.clock();
    for (const live of registry.all()) {
      const { closedAt } = live.state;
      if (closedAt === null || today - closedAt < CLOSED_KEPT) continue;
      registry.remove(live);
      teller.headChanged(live);
    }
    if (officers.prune(now, OFFICERS_KEPT)) teller.rosterChanged();
  }

  #measure(): void {
    const { registry, sockets, metrics, officers } = this.#core;
    let desks = 0;
    for (const { presence } of officers.all()) desks += presence.desks;
    const waiting = registry.waiting.size;
    const { deferred, open } = registry;
    const held = open - waiting - deferred;
    metrics.gauges({ waiting, deferred, held, citizens: sockets.size - desks, desks });
  }
}
