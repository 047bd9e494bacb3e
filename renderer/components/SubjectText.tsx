import { subjectText } from '../format/masked.ts';
import { useText } from '../views/provider.ts';

/** A conversation's subject as lists show it: personal data in it covered. */
export function SubjectText({ subject }: { readonly subject: string | null }) {
  return subjectText(subject, useText());
}
