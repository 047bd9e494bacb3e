import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PendingClosure } from '../stores/closing.ts';
import { useDesk, useText, useView } from './provider.ts';

/** A closure on its way, and what stops it. Read aloud once: the seconds are for the eye alone. */
function ClosingLine({ closing }: { readonly closing: PendingClosure }) {
  const { notices } = useText();
  const desk = useDesk();
  const seconds = useClosingSeconds(closing.dueAt);
  return (
    <li>
      <Hourglass size={16} />
      <span>
        <span className="hidden">{notices.closing(closing.reference)}</span>
        <span aria-hidden="true">{notices.closingIn(closing.reference, seconds)}</span>
      </span>
      <button
        type="button"
        className="button small"
        aria-keyshortcuts="Alt+R"
        title={`${notices.closingUndo(closing.reference)} (Alt+R)`}
        aria-label={notices.closingUndo(closing.reference)}
        onClick={() => desk.undoClose(closing.ending.conversation)}
      >
        {notices.undo}
      </button>
    </li>
  );
}

/** Whole seconds left until `dueAt`, by the workstation's clock. */
function useClosingSeconds(dueAt: number): number {
  const left = () => Math.max(0, Math.ceil((dueAt - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(ticking);
  });
  return seconds;
}

/** Closures that can still be undone, in the bar above both views: they cover nothing and move nothing. */
export function ClosingStrip() {
  const closing = useView((view) => view.closing);
  return (
    <div className="closing-strip" role="status">
      {closing.size > 0 && (
        <ul>
          {[...closing.values()].map((each) => (
            <ClosingLine key={each.ending.conversation} closing={each} />
          ))}
        </ul>
      )}
    </div>
  );
}
