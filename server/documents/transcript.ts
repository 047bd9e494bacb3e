import type { CitizenEntry } from '../../protocol/entry.ts';
import type { Language } from '../../protocol/language.ts';
import { citizenItems } from './entries.ts';
import type { DocumentModel } from './model.ts';
import { dayOf, stamp, wordsOf } from './words/index.ts';

/** What a transcript is made of: already what the citizen may see. Times in milliseconds since the epoch. */
export type Transcribed = {
  readonly reference: string;
  readonly openedAt: number;
  readonly purgeAt: number;
  readonly entries: readonly CitizenEntry[];
};

/** The citizen's own copy. It says no hour of its making: the same journal gives the same bytes. */
export function transcriptDocument(given: Transcribed, language: Language): DocumentModel {
  const words = wordsOf(language);
  const last = given.entries.at(-1)?.at ?? given.openedAt;
  return {
    language,
    title: words.ours.title(given.reference),
    madeAt: new Date(last).toISOString(),
    blocks: [
      ...words.ours.transcript.map((text) => ({ kind: 'paragraph', text }) as const),
      {
        kind: 'facts',
        rows: [
          [words.facts.reference, given.reference],
          [words.facts.opened, stamp(language, given.openedAt)],
          [words.facts.upTo, stamp(language, last)],
          [words.facts.destroyedBy, dayOf(language, given.purgeAt)],
        ],
      },
      { kind: 'heading', text: words.journal },
      { kind: 'journal', items: citizenItems(given.entries, language) },
      { kind: 'paragraph', text: words.ours.characters },
    ],
  };
}
