import { Maximize2, Minimize2 } from 'lucide-react';
import { heldBy, queueOf } from '../../stores/heads.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';

/** The focus view's switch, and, while the lists are out of sight, who waits meanwhile. */
export function FocusBar() {
  const { focusView: text } = useText().palette;
  const desk = useDesk();
  const self = useSelf();
  const focused = useView(({ settings }) => settings.focusView === true);
  const owed = useView(
    ({ heads, selection }) =>
      heldBy(heads.open, self.officer).filter(
        (head) => head.unansweredSince !== null && head.conversation !== selection.current,
      ).length,
  );
  const waiting = useView(({ heads }) => queueOf(heads.open).length);
  const label = focused ? text.leave : text.enter;
  return (
    <div className="focus-bar">
      {focused && owed + waiting > 0 && (
        <button
          type="button"
          className="button small"
          aria-keyshortcuts="Alt+Shift+ArrowDown"
          title={`${text.next} (Alt+⇧+↓)`}
          onClick={() => {
            desk.nextWaiting();
            focusPlace('composer');
          }}
        >
          {text.waiting(owed, waiting)}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        title={`${label} (Alt+V)`}
        aria-pressed={focused}
        aria-keyshortcuts="Alt+V"
        onClick={() => desk.changeSettings({ focusView: !focused })}
      >
        {focused ? <Minimize2 size={18} /> : <Maximize2 size={18} />}
      </button>
    </div>
  );
}
