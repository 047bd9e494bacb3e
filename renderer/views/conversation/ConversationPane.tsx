import { MessagesSquare } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import { awaitingOf, consultedOf, deferredOf, findHead, heldBy } from '../../stores/heads.ts';
import { Composer } from '../composer/Composer.tsx';
import { useSelf, useText, useView } from '../provider.ts';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { Header } from './Header.tsx';
import { Journal } from './Journal.tsx';
import { createMeasurements } from './measurements.ts';

const SWITCH = 'conversation-switch';

/**
 * Measures a switch from the officer's act to the tree being ready for its frame (rendered, measured, laid
 * out), for `bench` and the performance panel. The wait for the screen's next refresh is not in it.
 */
function useSwitchMeasure(conversation: string | null): void {
  useLayoutEffect(() => {
    if (conversation === null) return;
    // After the renders that measuring the rows brought about: they are part of the work.
    queueMicrotask(() => {
      if (performance.getEntriesByName(`will-${SWITCH}`).length === 0) return;
      // One measure is kept: a shift of switches must not fill the memory.
      performance.clearMeasures(SWITCH);
      performance.measure(SWITCH, `will-${SWITCH}`);
      performance.clearMarks(`will-${SWITCH}`);
    });
  }, [conversation]);
}

/** No conversation on screen: what there is to choose or to take, and its key. */
function Nothing() {
  const text = useText();
  const { none } = text.conversation;
  const waiting = useView(({ heads }) => awaitingOf(heads.open).length > 0);
  const { officer } = useSelf();
  const listed = useView(({ heads: { open } }) =>
    [heldBy(open, officer), consultedOf(open, officer), deferredOf(open, officer)].some(
      (of) => of.length > 0,
    ),
  );
  return (
    <section className="conversation nothing">
      <MessagesSquare size={32} />
      <h2>{none.title}</h2>
      <p>{waiting ? none.text : listed ? none.nobodyWaits : none.nothing}</p>
      {waiting && (
        <p className="quiet">
          <kbd>Alt+P</kbd> {text.shortcutNames.takeNext}
        </p>
      )}
    </section>
  );
}

/** The middle column: the conversation on screen, or how to get one. */
export function ConversationPane() {
  const text = useText();
  const current = useView(({ selection }) => selection.current);
  const head = useView((view) => findHead(view.heads, view.selection.current));
  const [measurements] = useState(createMeasurements);
  useSwitchMeasure(current);
  if (current === null || head === null) return <Nothing />;
  return (
    <section
      className="conversation"
      aria-label={text.conversation.region(head.reference)}
      data-about={current}
    >
      <Header head={head} />
      {head.emergency === 'flagged' && <EmergencyPanel key={`emergency-${current}`} head={head} />}
      <Journal key={current} head={head} measurements={measurements} />
      <Composer key={`composer-${current}`} head={head} />
    </section>
  );
}
