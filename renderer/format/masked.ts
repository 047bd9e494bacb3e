import { maskedText } from '../../protocol/personal.ts';
import type { Catalogue } from '../i18n/catalogue.ts';

/** A citizen's words where nothing can be shown: lists, search results, what is read aloud. */
export function covered(words: string, { personal }: Catalogue): string {
  return maskedText(words, (kind) => `[${personal.masked[kind]}]`);
}

/** A conversation's subject, which its citizen may have typed. */
export function subjectText(subject: string | null, text: Catalogue): string {
  return subject === null ? text.lists.noSubject : covered(subject, text);
}
