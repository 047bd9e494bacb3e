import { firstTables } from './0001-first-tables.ts';
import { searchIndex } from './0005-search.ts';
import { personalData } from './0006-personal.ts';
import { draftsOfNotes } from './0007-drafts-of-notes.ts';
import { searchOfRuns } from './0008-search-of-runs.ts';
import { draftsBeside } from './0009-drafts-beside.ts';
import { datesKept } from './0010-dates-kept.ts';

/** In order; a cache at version n has had the first n of them. Never change one that was released: add one. */
export const MIGRATIONS: readonly string[] = [
  firstTables,
  searchIndex,
  personalData,
  draftsOfNotes,
  searchOfRuns,
  draftsBeside,
  datesKept,
];
