import { useEffect, useState } from 'preact/hooks';

/** Between two tries to load a part of the page (ms): the network may be back. */
const AGAIN = 3_000;

/**
 * A part of the page that most people never need, loaded once it is wanted; null until it is there. Without a
 * connection it is asked for again: whatever it adds must have something to stand in for it.
 */
export function useLazy<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  const missing = wanted && part === null;
  useEffect(() => {
    if (!missing) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = () =>
      load().then(
        (loaded) => current && setPart(() => loaded),
        () => {
          if (current) timer = setTimeout(ask, AGAIN);
        },
      );
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [missing, load]);
  return part;
}
