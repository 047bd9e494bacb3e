import type { SessionContext } from './context.ts';

/** The first slice waits until the first frame is drawn, and each leaves the cache free for others; milliseconds. */
const BEGIN_AFTER = 2_000;
const BETWEEN = 30;
/** Nothing is left: look again now and then, because a large purge leaves the index to be made anew. */
const LOOK_AGAIN = 60_000;

/**
 * Has what is not indexed yet indexed in short slices: an older cache after an update, what a large purge left.
 * Returns what stops it.
 */
export function keepIndexed({ cache, surroundings, log }: SessionContext): () => void {
  let stopped = false;
  let cancel = surroundings.after(BEGIN_AFTER, () => void step());
  async function step(): Promise<void> {
    const { left } = await cache.call('index', null).catch(() => {
      log('index-failed');
      return { left: false };
    });
    if (!stopped) cancel = surroundings.after(left ? BETWEEN : LOOK_AGAIN, () => void step());
  }
  return () => {
    stopped = true;
    cancel();
  };
}
