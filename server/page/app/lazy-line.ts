import type { LineMode } from '../../../protocol/citizen-line.ts';
import type { OpenWire } from '../client/wire-choice.ts';

/** A line over HTTP whose code comes when it is needed: most pages never need it. */
export function lazyLine(mode: LineMode): OpenWire {
  return (listener) => {
    const waiting: string[] = [];
    let inner: ReturnType<OpenWire> | null = null;
    let over = false;
    import('./line.ts').then(
      ({ openLine }) => {
        if (over) return;
        inner = openLine(mode, listener);
        for (const frame of waiting) inner.send(frame);
      },
      () => {
        if (!over) listener.closed(1006);
      },
    );
    return {
      send: (frame) => (inner === null ? waiting.push(frame) : inner.send(frame)),
      close: () => {
        over = true;
        inner?.close();
      },
    };
  };
}
