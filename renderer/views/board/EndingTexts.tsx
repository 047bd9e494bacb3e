import { CalendarClock } from 'lucide-react';
import { useMemo } from 'react';
import { type CannedResponse, parisDay } from '../../../protocol/canned.ts';
import { dayInWords } from '../../format/time.ts';
import { endingTexts } from '../../stores/editing-list.ts';
import { useClock, useDesk, useLanguage, useText, useView } from '../provider.ts';

const NONE: readonly CannedResponse[] = [];

/** Prepared texts that are no longer offered or soon will not be, for whoever must read them again; else nothing. */
export function EndingTexts() {
  const { endings: text } = useText().board;
  const desk = useDesk();
  const language = useLanguage();
  const responses = useView(({ content }) => content?.responses ?? NONE);
  const today = useClock(parisDay);
  const { ended, ending, until } = useMemo(() => endingTexts(responses, today), [responses, today]);
  if (ended === 0 && ending === 0) return null;
  const parts = [
    ...(ended === 0 ? [] : [text.ended(ended)]),
    ...(ending === 0 ? [] : [text.ending(ending, dayInWords(until, language))]),
  ];
  return (
    <section className="ending-texts" aria-label={text.label}>
      <CalendarClock size={16} />
      <span>{parts.join(' · ')}</span>
      <button
        type="button"
        className="button small"
        onClick={() => {
          desk.changeEditing({ kind: 'response', query: '', filter: 'ending', order: 'ending' });
          desk.changeSelection({ view: 'content' });
        }}
      >
        {text.open}
      </button>
    </section>
  );
}
