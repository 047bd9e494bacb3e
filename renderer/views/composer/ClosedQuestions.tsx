import { KeyboardOff } from 'lucide-react';
import { askedIn } from '../../../protocol/closed-question.ts';
import type { Head } from '../../../protocol/head.ts';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';

const NONE: readonly never[] = [];

/** For a citizen who cannot write freely: questions that a tap answers, each sent by one click (rule S2). */
export function ClosedQuestions({ head }: { readonly head: Head }) {
  const { silence: text } = useText();
  const language = useLanguage();
  const desk = useDesk();
  const questions = useView((view) => view.content?.questions ?? NONE);
  const { busy, run } = useBusy();
  const { conversation } = head;
  return (
    <section className="closed-questions" aria-label={text.questions}>
      <KeyboardOff size={18} />
      <p>{text.title}</p>
      <ul>
        {questions.map((question) => {
          const asked = askedIn(question, head.language).text;
          const title = language === 'fr' ? question.titleFr : question.titleEn;
          return (
            <li key={question.id}>
              <button
                type="button"
                className="button small"
                title={asked}
                aria-label={text.send(title, asked)}
                disabled={busy}
                onClick={() => run(() => desk.run({ kind: 'question', conversation, question: question.id }))}
              >
                {title}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
