import { KeyboardOff } from 'lucide-react';
import { useState } from 'react';
import { askedIn, type ClosedQuestion } from '../../../protocol/closed-question.ts';
import type { Head } from '../../../protocol/head.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';

const NONE: readonly never[] = [];

/**
 * For a citizen who cannot write freely: questions that a tap answers, each sent by one press (rule S2). What is sent is
 * shown before it, to the pointer and to the keyboard.
 */
export function ClosedQuestions({ head }: { readonly head: Head }) {
  const { silence: text } = useText();
  const language = useLanguage();
  const desk = useDesk();
  const questions = useView((view) => view.content?.questions ?? NONE);
  const { busy, run } = useBusy();
  const [shown, setShown] = useState<ClosedQuestion | null>(null);
  const { conversation } = head;
  const hide = () => setShown(null);
  return (
    <section className="closed-questions" aria-label={text.questions} onPointerLeave={hide}>
      <KeyboardOff size={18} />
      <p data-covered={shown !== null}>{text.title}</p>
      {/* For the eye: the button's own name says it. */}
      <p aria-hidden="true">{shown !== null && text.preview(askedIn(shown, head.language).text)}</p>
      <ul>
        {questions.map((question) => {
          const asked = askedIn(question, head.language).text;
          const title = language === 'fr' ? question.titleFr : question.titleEn;
          return (
            <li key={question.id}>
              <RelayButton
                className="button small"
                aria-label={text.send(title, asked)}
                disabled={busy}
                onPointerEnter={() => setShown(question)}
                onFocus={() => setShown(question)}
                onBlur={hide}
                onClick={() => run(() => desk.run({ kind: 'question', conversation, question: question.id }))}
              >
                {title}
              </RelayButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
