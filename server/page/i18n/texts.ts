import type { Language } from '../../../protocol/language.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** The shape of a catalogue: the French one's. A text missing from another is a type error. */
export type Texts = typeof fr;
export type SubjectId = keyof Texts['subjects'];

const CATALOGUES: Record<Language, Texts> = { fr, en };

export function textsFor(language: Language): Texts {
  return CATALOGUES[language];
}

export const SUBJECTS = Object.keys(fr.subjects) as readonly SubjectId[];

/** What a subject is called in the journal: officers read French, whatever the citizen's page speaks. */
export function subjectInJournal(subject: SubjectId): string {
  return fr.subjects[subject];
}
