import { Maximize2, Minimize2 } from 'lucide-react';
import { useDesk, useText, useView } from '../provider.ts';
import { WaitingButton } from '../WaitingButton.tsx';

/** The focus view's switch, and, while the lists are out of sight, who waits meanwhile. */
export function FocusBar() {
  const { focusView: text } = useText().palette;
  const desk = useDesk();
  const focused = useView(({ settings }) => settings.focusView === true);
  const label = focused ? text.leave : text.enter;
  return (
    <div className="focus-bar">
      {focused && <WaitingButton />}
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
