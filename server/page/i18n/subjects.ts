/** What a conversation may be about, in French: so it stands in the journal, whatever the citizen's page speaks. */
export const SUBJECTS_IN_FRENCH = {
  theft: 'Vol',
  scam: 'Arnaque',
  violence: 'Violences',
  noise: 'Bruit',
  road: 'Route',
  procedures: 'Démarches',
  other: 'Autre',
};

export type SubjectId = keyof typeof SUBJECTS_IN_FRENCH;

export const SUBJECTS = Object.keys(SUBJECTS_IN_FRENCH) as readonly SubjectId[];

/** What a subject is called in the journal: officers read French. */
export function subjectInJournal(subject: SubjectId): string {
  return SUBJECTS_IN_FRENCH[subject];
}
