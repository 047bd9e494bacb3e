import { CITIZEN_SOCKET_PATH } from '../../../protocol/citizen-channel.ts';
import type { Wire, WireListener } from '../client/environment.ts';

/** The browser's WebSocket as the client's wire, to the relay that served this page. */
export function openSocket(listener: WireListener): Wire {
  const address = new URL(CITIZEN_SOCKET_PATH, window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  let over = false;
  const finish = (code: number) => {
    if (over) return;
    over = true;
    listener.closed(code);
  };
  socket.onopen = () => {
    if (!over) listener.opened();
  };
  socket.onmessage = (event) => {
    if (!over) listener.frame(event.data);
  };
  socket.onclose = (event) => finish(event.code);
  return {
    send: (frame) => socket.send(frame),
    close: () => {
      over = true;
      socket.close();
    },
  };
}
