import type { Language } from '../../protocol/language.ts';

/**
 * A document as what it says, without a word of how it looks: the writers decide that. Texts are shown exactly
 * as given; a line feed in one ends a line.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Label and value, row by row: a table with row headers. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** What happened, in order: a list whose items say who and when, then what. */
  | { readonly kind: 'journal'; readonly items: readonly JournalItem[] };

export type JournalItem = {
  /** Who and when, in words. */
  readonly head: string;
  readonly text: string;
  /** A remark of the service, not somebody's words: smaller. */
  readonly aside: boolean;
};

export type DocumentModel = {
  readonly language: Language;
  /** Letters, digits, spaces and - – . : only: it also goes into the metadata. */
  readonly title: string;
  /** ISO 8601. When the document was made, or what it shows was last changed: the same gives the same bytes. */
  readonly madeAt: string;
  readonly blocks: readonly Block[];
};
