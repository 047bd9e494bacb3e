import type { MailOutcome, MailReason } from '../../protocol/deferral.ts';
import { isRetryable, type RefusalCode } from '../../protocol/errors.ts';
import { StoreCorrupt, StoreUnavailable } from '../store/errors.ts';
import type { OutgoingMail } from '../store/store.ts';
import type { Core } from './core.ts';
import type { Letter, MailCarrier } from './ports.ts';
import { ofRelay } from './requests.ts';

/** How long the end waits for the letter that is on its way; milliseconds. */
const LAST_LETTER_WITHIN = 5_000;
/** Letters looked at in one round. */
const ROUND = 20;
/** Looks at the queue at least this often: what was queued before a restart, what a failing store hid. */
const LOOK_EVERY = 60_000;
/** After the first vain try, then twice as long each time, at most the ceiling (RFC 5321, 4.5.4.1). */
const RETRY_FIRST = 60_000;
const RETRY_CEILING = 60 * 60_000;

/** How long to wait after so many vain tries; milliseconds. */
export function retryDelay(attempts: number): number {
  return Math.min(RETRY_CEILING, RETRY_FIRST * 2 ** Math.min(attempts, 10));
}

/** Ids are one conversation's own: another's letter may bear the same. */
function keyOf({ conversation, email }: OutgoingMail): string {
  return `${conversation} ${email}`;
}

/**
 * Carries the answers of the durable queue, one after the other. Each attempt reads its row, its text and its
 * address anew, so that what was erased meanwhile is not sent. A kill between a server's "taken" and the
 * record of it means a second attempt with the same Message-ID (docs/decisions/0018).
 */
export class Postman {
  readonly #core: Core;
  readonly #carrier: MailCarrier;
  /** What came of letters, by `keyOf`, while the journal could not take it. */
  readonly #unwritten = new Map<string, { outcome: MailOutcome; reason: MailReason | null }>();
  #cancel: (() => void) | null = null;
  #round: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(core: Core, carrier: MailCarrier) {
    this.#core = core;
    this.#carrier = carrier;
  }

  start(): void {
    this.wake();
  }

  /** Something is due, or may be. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#round ??= this.#work().finally(() => {
      this.#round = null;
    });
  }

  /**
   * No further letter is begun; resolves when the one on its way is settled, so that it is not sent again at the next
   * start. Not later than that: a mail server that takes its time must not keep a relay from going in good order.
   */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    this.#cancel = null;
    const round = this.#round;
    if (round === null) return;
    await new Promise<void>((done) => {
      const cancel = this.#core.scheduler.after(LAST_LETTER_WITHIN, () => {
        this.#core.log('warn', 'mail-left-unsettled', {});
        done();
      });
      void round.then(() => {
        cancel();
        done();
      });
    });
  }

  async #work(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    let next = LOOK_EVERY;
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        next = await this.#carryDue();
      } catch (error) {
        next = LOOK_EVERY;
        this.#failed(error);
      }
    }
    if (this.#stopped) return;
    this.#cancel = this.#core.scheduler.after(next, () => this.wake());
  }

  /** Milliseconds until something is due again. */
  async #carryDue(): Promise<number> {
    const { store, clock } = this.#core;
    let next = LOOK_EVERY;
    for (const mail of await store.outgoing(ROUND)) {
      if (this.#stopped) return LOOK_EVERY;
      const wait = mail.dueAt - clock();
      // Nothing is put off further than the ceiling: the clock was set back since.
      if (wait > 0 && wait <= RETRY_CEILING) {
        next = Math.min(next, wait);
        continue;
      }
      await this.#carryOrLeave(mail);
      // Something took time: look again before resting.
      this.#again = true;
    }
    return next;
  }

  /** One letter that cannot be read must not keep the others waiting behind it: its officer is told, if anybody can be. */
  async #carryOrLeave(mail: OutgoingMail): Promise<void> {
    const { store, clock, log } = this.#core;
    try {
      await this.#carry(mail);
    } catch (error) {
      if (!(error instanceof StoreCorrupt)) throw error;
      log('error', 'mail-unreadable', { conversation: mail.conversation });
      if (this.#isAwaited(mail)) return this.#settle(mail, 'failed', 'other');
      await store.postpone(mail, clock() + RETRY_CEILING);
    }
  }

  /** Whether an outcome could be written. If not, a letter would be carried again and again, and never be over. */
  #isAwaited({ conversation, email }: OutgoingMail): boolean {
    const mail = this.#core.registry.get(conversation)?.state.deferral?.mail;
    return mail?.email === email && mail.state === 'queued';
  }

  async #carry(mail: OutgoingMail): Promise<void> {
    const { store, clock, settings, metrics, log } = this.#core;
    const known = this.#unwritten.get(keyOf(mail));
    if (known !== undefined) return this.#settle(mail, known.outcome, known.reason);
    if (!this.#isAwaited(mail)) {
      log('warn', 'mail-not-awaited', { conversation: mail.conversation });
      await store.postpone(mail, clock() + RETRY_CEILING);
      return;
    }
    const letter = await this.#letter(mail);
    if (letter === 'gone') {
      // Nothing to write on; where its row is still there, it is not looked at in a circle.
      await store.postpone(mail, clock() + RETRY_CEILING);
      return;
    }
    if (letter === null) {
      // A restored journal whose address was used, or is destroyed, since: it is not for us to send it again.
      await this.#settle(mail, 'failed', 'address-gone');
      return;
    }
    const delivery = await this.#carrier.carry(letter);
    if (delivery.kind === 'over') {
      await this.#settle(mail, delivery.outcome, delivery.reason);
    } else if (clock() - mail.queuedAt >= settings.mailGiveUp) {
      await this.#settle(mail, 'abandoned', delivery.reason);
    } else {
      metrics.mailTried('later');
      await store.postpone(mail, clock() + retryDelay(mail.attempts));
    }
  }

  /** `gone`: purged or settled meanwhile. Null: its address is. */
  async #letter({ conversation, email, seq, token }: OutgoingMail): Promise<Letter | 'gone' | null> {
    const { store } = this.#core;
    const stored = await store.conversation(conversation);
    const [opened] = await store.entries(conversation, 0, 1, 1);
    const [entry] = await store.entries(conversation, seq - 1, seq, 1);
    if (stored === null || opened?.body.kind !== 'opened' || entry?.body.kind !== 'email') return 'gone';
    const to = await store.address(conversation);
    if (to === null || entry.id !== email || entry.author.role !== 'officer') return null;
    return {
      email,
      to,
      token,
      writtenAt: entry.at,
      language: opened.body.language,
      reference: stored.reference,
      officer: { rank: entry.author.rank, alias: entry.author.alias },
      text: entry.body.text,
      purgeAt: stored.purgeAt,
    };
  }

  /**
   * Into the journal. Where that cannot be written now, the outcome is remembered and the round ends: a full
   * disk must not have the same letter sent in a circle.
   */
  async #settle(mail: OutgoingMail, outcome: MailOutcome, reason: MailReason | null): Promise<void> {
    const { log, metrics, store, clock } = this.#core;
    const { conversation } = mail;
    this.#unwritten.set(keyOf(mail), { outcome, reason });
    const code = await this.#write(mail, outcome, reason);
    if (code !== null && isRetryable(code)) throw new StoreUnavailable(code);
    if (code === null) {
      this.#unwritten.delete(keyOf(mail));
      metrics.mailTried(outcome);
      log('info', 'mail-settled', { conversation, outcome, reason: reason ?? 'none' });
    } else {
      // Purged or settled meanwhile: its row is gone, or is not looked at again soon, and not sent again then either.
      log('warn', 'mail-not-settled', { conversation, outcome, code });
      await store.postpone(mail, clock() + RETRY_CEILING);
    }
  }

  /** Resolves once it is durable, or with the reason why it is not. */
  #write(
    { conversation, email }: OutgoingMail,
    outcome: MailOutcome,
    reason: MailReason | null,
  ): Promise<RefusalCode | null> {
    return new Promise((resolve) => {
      this.#core.committer.enqueue(
        ofRelay(
          conversation,
          () => ({
            kind: 'act',
            conversation,
            act: { kind: 'mail-outcome', email, outcome, reason },
          }),
          (result) => resolve(result.kind === 'refused' ? result.code : null),
        ),
      );
    });
  }

  #failed(error: unknown): void {
    this.#again = false;
    const name = error instanceof Error ? error.name : 'unknown';
    this.#core.log('error', 'mail-queue-failed', { name });
  }
}
