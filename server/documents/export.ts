import { type Entry, personEntry } from '../../protocol/entry.ts';
import type { Language } from '../../protocol/language.ts';
import type { StoredConversation } from '../store/store.ts';
import { citizenItems, internalItems } from './entries.ts';
import type { Block, DocumentModel } from './model.ts';
import { dayOf, stamp, type Words, wordsOf } from './words/index.ts';

export type Exported = {
  readonly stored: StoredConversation;
  readonly entries: readonly Entry[];
  /** The chain's last hash, in hexadecimal, after the journal was verified from its first link. */
  readonly chain: string;
  readonly language: Language;
  /** `citizen`: what the page could show. `whole`: notes, tags and comments too. */
  readonly scope: 'citizen' | 'whole';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The reference of the request. */
  readonly reason: string;
  /** The officer who exports it from a desk; null from the command line. */
  readonly by: string | null;
};

/** The closure in force: none while the conversation is open, whatever was taken back (rule W5); then the last. */
export function closureOf({ closedAt }: Pick<StoredConversation, 'closedAt'>, entries: readonly Entry[]) {
  if (closedAt === null) return null;
  return entries.map(({ body }) => body).findLast((body) => body.kind === 'closure') ?? null;
}

/** A conversation's export as a document: where it comes from, what vouches for it, and its journal. */
export function exportDocument(given: Exported): DocumentModel {
  const { stored, entries, language, scope } = given;
  const words = wordsOf(language);
  const { facts } = words;
  const first = entries[0]?.body;
  const subject = first?.kind === 'opened' ? first.subject : null;
  const closure = closureOf(stored, entries);
  const views = entries.flatMap((entry) => personEntry(entry) ?? []);
  const items = scope === 'whole' ? internalItems(entries, language) : citizenItems(views, language);
  const row = (label: string, value: string | null): [string, string][] =>
    value === null ? [] : [[label, value]];
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.ours.subject },
    ...(given.by === null ? [] : [{ kind: 'paragraph', text: words.ours.exported } as const]),
    {
      kind: 'facts',
      rows: [
        [facts.reference, stored.reference],
        [facts.conversation, stored.conversation],
        [facts.opened, stamp(language, stored.openedAt)],
        [facts.closed, stored.closedAt === null ? facts.stillOpen : stamp(language, stored.closedAt)],
        [facts.destroyedBy, dayOf(language, stored.purgeAt)],
        ...row(facts.subject, subject),
        ...row(facts.disposition, closure === null ? null : words.dispositions[closure.disposition]),
        [facts.scope, scope === 'whole' ? facts.scopeWhole : facts.scopeCitizen],
        [facts.exported, stamp(language, given.at)],
        [facts.reason, given.reason],
        ...row(facts.by, given.by),
        [facts.chainLength, String(entries.length)],
        [facts.chain, given.chain],
      ],
    },
    { kind: 'heading', text: words.journal },
    { kind: 'journal', items },
    ...(scope === 'whole' ? revealLines(entries, words) : []),
    { kind: 'paragraph', text: words.ours.characters },
  ];
  return {
    language,
    title: words.ours.title(stored.reference),
    madeAt: new Date(given.at).toISOString(),
    blocks,
  };
}

/** Texts stand in an export as they were written; who looked at what is masked on a desk is listed. */
function revealLines(entries: readonly Entry[], { ours }: Words): Block[] {
  const looks = entries.filter(({ body }) => body.kind === 'reveal').length;
  return [{ kind: 'paragraph', text: ours.revealed(looks) }];
}
