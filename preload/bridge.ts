import {
  type Bridge,
  DeskEvent,
  REQUESTS,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../protocol/ipc.ts';

/** The two ends that the preload gives: Electron's channels in the desk, anything else in a test. */
export type Channels = {
  invoke(name: string, input: unknown): Promise<unknown>;
  listen(listener: (event: unknown) => void): () => void;
};

/**
 * The window's only way out. It parses what goes out and what comes in, so that neither a bug in the window
 * nor one in main passes unseen; main parses again, because it cannot trust this side.
 */
export function createBridge(channels: Channels): Bridge {
  return {
    async request<Name extends RequestName>(
      name: Name,
      input: RequestInput<Name>,
    ): Promise<RequestOutput<Name>> {
      if (!Object.hasOwn(REQUESTS, name)) throw new Error('unknown request');
      const { input: inputSchema, output } = REQUESTS[name];
      const asked = inputSchema.safeParse(input);
      if (!asked.success) throw new Error(`malformed request: ${name}`);
      const answered = output.safeParse(await channels.invoke(name, asked.data));
      if (!answered.success) throw new Error(`malformed answer: ${name}`);
      return answered.data as RequestOutput<Name>;
    },
    onEvent(listener) {
      return channels.listen((event) => {
        const parsed = DeskEvent.safeParse(event);
        // Main parsed it before sending: one that does not fit is not ours to show.
        if (parsed.success) listener(parsed.data);
      });
    },
  };
}
