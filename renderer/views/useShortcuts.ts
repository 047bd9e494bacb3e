import { useEffect } from 'react';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { ACTS } from './acts.ts';
import { useDesk } from './provider.ts';
import { shortcutFor } from './shortcuts.ts';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Listens to the desk's shortcuts. A dialog that is open keeps the keys for itself. */
export function useShortcuts(self: OfficerSelf): void {
  const desk = useDesk();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = shortcutFor(event, isTyping(event.target));
      if (id === null) return;
      // The key that hands everything over works whatever is open.
      if (desk.store.getState().selection.panel !== null && id !== 'handOver') return;
      event.preventDefault();
      ACTS[id](desk, self);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [desk, self]);
}
