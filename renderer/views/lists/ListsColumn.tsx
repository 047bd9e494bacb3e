import { memo } from 'react';
import { HeldContext, useHold } from '../../components/useSteadyOrder.ts';
import { useText } from '../provider.ts';
import { DeferredSection } from './DeferredSection.tsx';
import { HeldAndHistory } from './HeldAndHistory.tsx';
import { QueueSection } from './QueueSection.tsx';
import { RequestsSection } from './RequestsSection.tsx';
import { StatusStrip } from './StatusStrip.tsx';

/**
 * Who needs me first: the queue, what I hold, and how this workstation stands. Each part of it listens for itself: going
 * from one conversation to another concerns two rows.
 */
export const ListsColumn = memo(function ListsColumn() {
  const text = useText();
  const { held, aiming } = useHold();
  return (
    <nav className="lists" aria-label={text.lists.region} {...aiming}>
      <HeldContext value={held}>
        <QueueSection />
        <HeldAndHistory />
        <DeferredSection />
        <RequestsSection />
        <StatusStrip />
      </HeldContext>
    </nav>
  );
});
