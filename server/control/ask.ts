import { connect } from 'node:net';
import { ControlAnswer, type ControlRequest, controlPath, LINE_BYTES } from './messages.ts';

/** Nobody answers: no relay runs there, or it has no such socket. */
export class NoRelay extends Error {
  override readonly name = 'NoRelay';
}

/** Asks the relay that runs in a data directory, and waits for as long as it works. */
export async function askRelay(directory: string, request: ControlRequest): Promise<ControlAnswer> {
  const socket = connect({ path: controlPath(directory), allowHalfOpen: true });
  socket.setEncoding('utf8');
  let text = '';
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const chunk of socket) {
      text += String(chunk);
      if (text.length > LINE_BYTES) break;
    }
  } catch (error) {
    throw new NoRelay('the relay that works there does not answer on its control socket', { cause: error });
  } finally {
    socket.destroy();
  }
  if (!text.endsWith('\n')) throw new NoRelay('the relay ended before it answered');
  return ControlAnswer.parse(JSON.parse(text));
}
