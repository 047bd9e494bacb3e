import { awaitingOf, heldBy } from '../stores/heads.ts';
import { onScreen } from '../stores/selection.ts';
import { focusPlace } from './focus.ts';
import { useDesk, useSelf, useText, useView } from './provider.ts';

/** While the lists are out of sight: who waits meanwhile, and the way to whoever has waited longest. */
export function WaitingButton() {
  const { focusView: text } = useText().palette;
  const desk = useDesk();
  const self = useSelf();
  const owed = useView(
    ({ heads, selection }) =>
      heldBy(heads.open, self.officer).filter(
        (head) => head.unansweredSince !== null && head.conversation !== onScreen(selection),
      ).length,
  );
  // The board shows the queue already, and not what its officer holds.
  const waiting = useView(({ heads, selection }) =>
    selection.view === 'board' ? 0 : awaitingOf(heads.open).length,
  );
  if (owed + waiting === 0) return null;
  return (
    <button
      type="button"
      className="button small top-waiting"
      aria-keyshortcuts="Alt+Shift+ArrowDown"
      title={`${text.next} (Alt+⇧+↓)`}
      onClick={() => {
        desk.nextWaiting();
        focusPlace('composer');
      }}
    >
      {text.waiting(owed, waiting)}
    </button>
  );
}
