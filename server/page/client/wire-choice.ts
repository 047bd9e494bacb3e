import type { Environment, Wire, WireListener } from './environment.ts';

export type OpenWire = (listener: WireListener) => Wire;

type World = Pick<Environment, 'after' | 'now'> & {
  /** Whether plain HTTP reaches the relay now. */
  readonly reachable: () => Promise<boolean>;
};

export type Way = {
  readonly open: OpenWire;
  /** A wire that says nothing for this long (ms) is held back by something between here and the relay. */
  readonly patience: number;
  /** Attempts without a word before another way is tried, where HTTP shows that the relay is there. */
  readonly attempts: number;
};

/** After this long (ms) on another way, the next reconnection tries the best one again. */
const STAY = 10 * 60_000;

/**
 * Chooses how to reach the relay: `ways` from the best to the last resort. A way that never lets a frame
 * through is left for the next one, but only if the relay answers plain HTTP meanwhile: in a tunnel, or while
 * the relay restarts, all are as good, and the best is kept.
 */
export function createWireChoice(ways: readonly [Way, ...Way[]], world: World): OpenWire {
  let place = 0;
  let mute = 0;
  let since = 0;

  function best(): void {
    place = 0;
    mute = 0;
  }

  async function reconsider(): Promise<void> {
    if (!(await world.reachable())) return;
    place = (place + 1) % ways.length;
    mute = 0;
    since = world.now();
  }

  function current(): Way {
    return ways[place] ?? ways[0];
  }

  function attempt(listener: WireListener): Wire {
    const { open, patience } = current();
    let over = false;
    let spoke = false;
    const cancel = world.after(patience, () => {
      wire.close();
      end(1006);
    });
    function end(code: number): void {
      if (over) return;
      over = true;
      cancel();
      if (!spoke && code === 1006) mute += 1;
      listener.closed(code);
    }
    const wire = open({
      opened: () => {
        if (!over) listener.opened();
      },
      frame: (data) => {
        if (over) return;
        if (!spoke) {
          spoke = true;
          mute = 0;
          cancel();
        }
        listener.frame(data);
      },
      closed: end,
    });
    return {
      send: wire.send,
      close: () => {
        over = true;
        cancel();
        wire.close();
      },
    };
  }

  return (listener) => {
    if (place > 0 && mute === 0 && world.now() - since > STAY) best();
    if (mute < current().attempts) return attempt(listener);
    let inner: Wire | null = null;
    let over = false;
    void reconsider().then(() => {
      if (!over) inner = attempt(listener);
    });
    return {
      send: (frame) => inner?.send(frame),
      close: () => {
        over = true;
        inner?.close();
      },
    };
  };
}
