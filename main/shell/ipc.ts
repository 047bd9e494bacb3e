import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import {
  DeskEvent,
  IPC_EVENT,
  IPC_REQUEST,
  REQUESTS,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../../protocol/ipc.ts';
import type { RequestHandlers } from '../session/requests.ts';
import type { Log } from '../session/surroundings.ts';
import { ORIGIN } from './served-file.ts';

/** The only file of the main process that speaks IPC. Each message is checked three times: channel, sender, schema. */

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(REQUESTS, name);
}

/** Our own window's main frame, showing our own page. */
function isTrusted(sender: WebContents, frame: WebFrameMain | null, window: WebContents | null): boolean {
  if (window === null || sender !== window || frame === null || frame.parent !== null) return false;
  return frame === window.mainFrame && frame.url.startsWith(`${ORIGIN}/`);
}

async function answer<Name extends RequestName>(
  handlers: RequestHandlers,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const handle: (given: RequestInput<Name>) => Promise<RequestOutput<Name>> = handlers[name];
  return REQUESTS[name].output.parse(await handle(input)) as RequestOutput<Name>;
}

/** Answers the window's requests. What the window hears of a failure names the kind of failure, never a content. */
export function serveRequests(window: () => WebContents | null, handlers: RequestHandlers, log: Log): void {
  ipcMain.handle(IPC_REQUEST, async (event, name: unknown, input: unknown) => {
    if (!isTrusted(event.sender, event.senderFrame, window())) {
      log('ipc-stranger');
      throw new Error('refused');
    }
    if (!isRequestName(name)) {
      log('ipc-unknown');
      throw new Error('unknown request');
    }
    const parsed = REQUESTS[name].input.safeParse(input);
    if (!parsed.success) {
      log('ipc-malformed', { request: name });
      throw new Error('malformed request');
    }
    try {
      return await answer(handlers, name, parsed.data);
    } catch (error) {
      // A bug of ours: logged by kind, and the window is told no more than that.
      log('ipc-failed', { request: name, error: error instanceof Error ? error.name : 'unknown' });
      throw new Error('failed');
    }
  });
}

/** Tells the window, when there is one. An event that does not fit the contract is a bug, and is not sent. */
export function tellWindow(window: WebContents | null, event: DeskEvent, log: Log): void {
  if (window === null || window.isDestroyed() || window.isCrashed()) return;
  const parsed = DeskEvent.safeParse(event);
  if (!parsed.success) {
    log('event-malformed', { type: event.type });
    return;
  }
  window.send(IPC_EVENT, parsed.data);
}
