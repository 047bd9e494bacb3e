import * as z from 'zod/mini';
import { type CitizenLanguage, writtenFor } from './language.ts';

export const QuestionId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));
export type QuestionId = z.infer<typeof QuestionId>;

const Line = z.string().check(z.minLength(1), z.maxLength(160));
const Label = z.string().check(z.minLength(1), z.maxLength(40));

/** What is tapped, and the sentence that is then sent: it must say everything, whatever came in between. */
const Answer = z.strictObject({ label: Label, says: Line });
const Answers = z.array(Answer).check(z.minLength(2), z.maxLength(6));

/** A closed question as it was put: whole, so that a journal says what the citizen was shown. */
export const AskedQuestion = z.strictObject({ question: QuestionId, text: Line, answers: Answers });
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** A closed question of the catalogue: for whoever cannot write freely, and answers by a tap. */
export const ClosedQuestion = z.strictObject({
  id: QuestionId,
  /** What the officer's button says. */
  titleFr: Label,
  titleEn: Label,
  textFr: Line,
  textEn: Line,
  answers: z
    .array(z.strictObject({ labelFr: Label, labelEn: Label, saysFr: Line, saysEn: Line }))
    .check(z.minLength(2), z.maxLength(6)),
});
export type ClosedQuestion = z.infer<typeof ClosedQuestion>;

/** The question as it is put to somebody who speaks `language`, in French or else in English. */
export function askedIn(
  { id, textFr, textEn, answers }: ClosedQuestion,
  language: CitizenLanguage,
): AskedQuestion {
  const french = writtenFor(language) === 'fr';
  return {
    question: id,
    text: french ? textFr : textEn,
    answers: answers.map(({ labelFr, labelEn, saysFr, saysEn }) =>
      french ? { label: labelFr, says: saysFr } : { label: labelEn, says: saysEn },
    ),
  };
}
