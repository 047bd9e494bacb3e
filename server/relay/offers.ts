import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Core } from './core.ts';
import { setPresence } from './hand-over.ts';
import type { Live } from './live.ts';
import { ofRelay } from './requests.ts';

/** What distribution gave to somebody, and when (`elapsed`). */
type Offer = { readonly officer: Id; readonly at: number; missed: boolean };

/**
 * Rule G5: what was distributed is an offer until its officer looks at it or does anything with it. Unanswered for too
 * long it goes back to the head of the queue; after too many in a row the officer is away.
 */
export class Offers {
  readonly #core: Core;
  readonly #open = new Map<Live, Offer>();
  /** Offers missed in a row, by officer. */
  readonly #missed = new Map<Id, number>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** What became durable, in order. */
  observe(live: Live, { body, author }: Entry): void {
    if (body.kind === 'assignment' && body.reason === 'distributed') {
      this.#open.set(live, { officer: body.to.officer, at: this.#core.scheduler.elapsed(), missed: false });
      return;
    }
    if (author.role === 'officer') this.answered(live, author.officer);
    if (body.kind === 'assignment' || body.kind === 'release' || body.kind === 'closure') {
      this.#open.delete(live);
    }
  }

  /** An officer looked at it, read it, writes. */
  answered(live: Live, officer: Id): void {
    if (this.#open.get(live)?.officer !== officer) return;
    this.#open.delete(live);
    this.#missed.delete(officer);
  }

  /** They say themselves how they are: what was missed before is forgotten. */
  chose(officer: Id): void {
    this.#missed.delete(officer);
  }

  /** Gives back what nobody answered in time. Asked again at each sweep until it is durable. */
  sweep(now: number): void {
    const { offerWithin } = this.#core.settings;
    if (offerWithin === 0) return;
    for (const [live, offer] of this.#open) {
      // Purged or erased: there is nothing to give back.
      if (live.removed) this.#open.delete(live);
      else if (now - offer.at >= offerWithin) this.#giveBack(live, offer);
    }
  }

  #giveBack(live: Live, offer: Offer): void {
    const { conversation } = live.state;
    this.#core.committer.enqueue(
      ofRelay(conversation, (overlay) => {
        // In another's hands by now, it stays there.
        const theirs = overlay.state(conversation)?.holder?.officer === offer.officer;
        if (this.#open.get(live) !== offer || !theirs) return { kind: 'refused', code: 'wrong-state' };
        this.#count(offer);
        return { kind: 'act', conversation, act: { kind: 'hand-back', reason: 'offer-missed', note: null } };
      }),
    );
  }

  /** Once for each offer, however often its return is asked for, and before the queue is handed out in this very batch. */
  #count(offer: Offer): void {
    if (offer.missed) return;
    offer.missed = true;
    const missed = (this.#missed.get(offer.officer) ?? 0) + 1;
    this.#missed.set(offer.officer, missed);
    if (missed >= this.#core.settings.missedOffers) this.#sendAway(offer.officer);
  }

  #sendAway(officer: Id): void {
    const record = this.#core.officers.get(officer);
    if (record === undefined || record.presence.chosen !== 'available') return;
    setPresence(this.#core, record, 'away', 'missed-offers');
    this.#core.log('info', 'offers-missed', { officer });
  }
}
