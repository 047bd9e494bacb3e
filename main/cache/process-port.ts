/**
 * How the cache's process hears main: Electron's `utilityProcess` gives it a parent port, `child_process.fork`
 * a channel. Both carry JSON values only.
 */
export type ParentPort = {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The parent is gone: nothing is left to do. */
  onGone(listener: () => void): void;
};

type ElectronPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
};

/** Electron's types say that it is always there; under plain Node it is not. */
function electronPort(): ElectronPort | null {
  const { parentPort: port }: { parentPort?: ElectronPort | null } = process;
  return port ?? null;
}

/** Null when nobody started this as a child: it is of no use alone. */
export function parentPort(): ParentPort | null {
  const port = electronPort();
  if (port !== null) {
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
      // Electron ends a utility process with its parent.
      onGone: () => undefined,
    };
  }
  const send = process.send?.bind(process);
  if (send === undefined) return null;
  return {
    post: (message) => void send(message),
    onMessage: (listener) => void process.on('message', listener),
    onGone: (listener) => void process.on('disconnect', listener),
  };
}
