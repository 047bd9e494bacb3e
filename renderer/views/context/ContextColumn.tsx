import { useEffect, useState } from 'react';
import { longDate, shortStamp } from '../../format/time.ts';
import { findHead } from '../../stores/heads.ts';
import { useLanguage, useText, useView } from '../provider.ts';
import { Actions } from './Actions.tsx';
import { EmergencySection } from './EmergencySection.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Handling, Redirections } from './HistorySections.tsx';
import { LiftButton } from './LiftButton.tsx';
import { PresentSection } from './PresentSection.tsx';
import { SubjectSection } from './SubjectSection.tsx';
import { TagsSection } from './TagsSection.tsx';

/**
 * What was so a frame before. Coming from nothing everything on the desk is drawn at once: the
 * messages first, what surrounds them in the frame after.
 */
function useFrameAfter(is: boolean): boolean {
  const [was, setWas] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setWas(is));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [is]);
  return was;
}

/** What surrounds the conversation on screen: subject, tags, what was done, what can be done. */
export function ContextColumn() {
  const { context: text, dispositions } = useText();
  const language = useLanguage();
  const head = useView((view) => findHead(view.heads, view.selection.current));
  const drawn = useFrameAfter(head !== null);
  return (
    <section
      className="context"
      aria-label={text.region}
      data-place="context"
      data-about={head?.conversation}
      tabIndex={-1}
    >
      <h2 className="hidden">{text.region}</h2>
      {head !== null && drawn && (
        <>
          {head.status !== 'closed' && <Actions head={head} />}
          {head.disposition !== null && (
            <section>
              <h3>{text.closure.title}</h3>
              <p>{dispositions[head.disposition].name}</p>
              {head.closedAt !== null && (
                <p className="quiet">{text.closure.closedOn(shortStamp(head.closedAt, language))}</p>
              )}
            </section>
          )}
          <EmergencySection head={head} />
          {head.status !== 'closed' && <PresentSection head={head} />}
          <SubjectSection key={`subject-${head.conversation}`} head={head} />
          <TagsSection key={`tags-${head.conversation}`} head={head} />
          <Redirections conversation={head.conversation} />
          <Handling conversation={head.conversation} />
          <LiftButton head={head} />
          <ExportButton head={head} />
          <p className="purge">{text.purge(longDate(head.purgeAt, language))}</p>
        </>
      )}
    </section>
  );
}
