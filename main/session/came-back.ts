import { cameBackTo, type Head, mailThatCameBack } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Attention } from './attention.ts';
import type { SessionContext } from './context.ts';
import type { DeskModel } from './model.ts';

type Parts = Pick<SessionContext, 'officer'> & {
  readonly model: Pick<DeskModel, 'heads' | 'isThere' | 'tell'>;
};

/** One outcome of one answer; null where none came back. */
function outcomeOf(head: Head): string | null {
  const mail = mailThatCameBack(head);
  return mail === null ? null : `${mail.email} ${mail.state} ${mail.at}`;
}

/**
 * Answers by e-mail that did not leave or did not arrive, told to this officer once for each outcome (rule W6): when
 * it comes, or when whoever it was told to goes without having dealt with it.
 */
export class CameBack {
  readonly #parts: Parts;
  readonly #told = new Map<Id, string>();
  /** Until the roster has come the heads are those that were there before, and who else is there is not known. */
  #greeting: 'first' | 'again' | 'over' = 'first';

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The relay begins to say how things stand. */
  welcomed(): void {
    if (this.#greeting === 'over') this.#greeting = 'again';
  }

  /**
   * Before these heads take the place of those there are. At a desk's start what it had not seen, or not otherwise, is
   * old: it stands marked in the list, and is not told.
   */
  coming(heads: readonly Head[]): void {
    if (this.#greeting !== 'first') return;
    for (const head of heads) {
      const outcome = outcomeOf(head);
      const known = this.#parts.model.heads.get(head.conversation);
      const isOld = known === undefined || outcomeOf(known) === outcome;
      if (outcome !== null && isOld) this.#told.set(head.conversation, outcome);
    }
  }

  /** These heads have come. What calls for the officer's ear; the window was told which they are. */
  came(heads: readonly Head[]): readonly Attention[] {
    return this.#greeting === 'over' ? this.#tell(heads) : [];
  }

  /** The roster has come, which ends a greeting; or somebody came or went. */
  rosterCame(): readonly Attention[] {
    this.#greeting = 'over';
    return this.#tell(this.#parts.model.heads.values());
  }

  /** Nothing of these is here any more. */
  forget(conversations: readonly Id[]): void {
    for (const id of conversations) this.#told.delete(id);
  }

  #tell(heads: Iterable<Head>): readonly Attention[] {
    const news = [...heads].filter((head) => this.#isNews(head));
    if (news.length === 0) return [];
    const conversations = news.map(({ conversation }) => conversation);
    this.#parts.model.tell({ type: 'came-back', conversations });
    return news.map(({ conversation, reference }) => ({ level: 'mail', conversation, reference }));
  }

  #isNews(head: Head): boolean {
    const outcome = outcomeOf(head);
    if (outcome === null) this.#told.delete(head.conversation);
    if (outcome === null || this.#told.get(head.conversation) === outcome || !this.#isMine(head))
      return false;
    this.#told.set(head.conversation, outcome);
    return true;
  }

  /** Its holder's; in nobody's hands whoever wrote it, and where they are away or gone everybody's who could take it. */
  #isMine(head: Head): boolean {
    const to = cameBackTo(head);
    if (to === this.#parts.officer) return true;
    return head.holder === null && (to === null || !this.#parts.model.isThere(to));
  }
}
