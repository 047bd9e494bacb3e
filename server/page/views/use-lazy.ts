import { useEffect, useState } from 'preact/hooks';

/** Between two tries to load a part of the page (ms): the network may be back. */
const AGAIN = 3_000;

/**
 * A part of the page that most people never need, loaded once it is wanted; null until it is there. Without a
 * connection it is asked for again: whatever it adds must have something to stand in for it. Where another `load` is
 * given, such as another language's, what there is stays until that is there.
 */
export function useLazy<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [found, setFound] = useState<{ readonly part: Part; readonly by: typeof load } | null>(null);
  const missing = wanted && found?.by !== load;
  useEffect(() => {
    if (!missing) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = () =>
      load().then(
        (part) => current && setFound({ part, by: load }),
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
  return found?.part ?? null;
}
