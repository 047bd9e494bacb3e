import { useEffect } from 'react';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { ACTS } from './acts.ts';
import { leaveNotices } from './focus.ts';
import { useDesk } from './provider.ts';
import { shortcutFor } from './shortcuts.ts';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Enter held a moment too long presses its button, or sends its form, once. */
function onHeldEnter(event: KeyboardEvent): void {
  const pressed = event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement);
  if (pressed && event.repeat) event.preventDefault();
}

/** Listens to the desk's shortcuts. A dialog that is open keeps the keys for itself. */
export function useShortcuts(self: OfficerSelf): void {
  const desk = useDesk();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { selection, settings } = desk.store.getState();
      if (event.key === 'Escape' && selection.panel === null && leaveNotices()) event.preventDefault();
      const id = shortcutFor(event, isTyping(event.target), settings.questionKey);
      if (id === null) return;
      // The keys that hand everything over and that lead to an emergency work whatever is open.
      if (selection.panel !== null && id !== 'handOver' && id !== 'emergency') return;
      event.preventDefault();
      // One press, one act: held, Alt+N would leave note mode again, Alt+P take four people, and Alt+↓ tell citizens
      // as read what only flew past.
      if (!event.repeat) ACTS[id](desk, self);
    };
    window.addEventListener('keydown', onHeldEnter, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('input', desk.touch, { capture: true });
    return () => {
      window.removeEventListener('keydown', onHeldEnter, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('input', desk.touch, { capture: true });
    };
  }, [desk, self]);
}
