import { useCallback, useRef, useState } from 'react';

/** Runs one act at a time: a second press while the first is on its way does nothing. */
export function useBusy(): { readonly busy: boolean; readonly run: (act: () => Promise<unknown>) => void } {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = useCallback((act: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    void act().finally(() => {
      running.current = false;
      setBusy(false);
    });
  }, []);
  return { busy, run };
}
