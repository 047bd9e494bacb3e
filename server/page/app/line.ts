import { CITIZEN_LINE_PATH, LINE_BATCH, type LineMode } from '../../../protocol/citizen-line.ts';
import type { Wire, WireListener } from '../client/environment.ts';
import { read } from '../wire/shape.ts';
import { lineAnswer, lineOpened } from '../wire/shapes/line.ts';

/** Every wire that is cut without a reason closes like a WebSocket that was (RFC 6455, 7.4.1). */
const CUT = 1006;
/** A beat is answered, so that the relay hears that the page is there. */
const BEAT = '"type":"beat"';

function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(CITIZEN_LINE_PATH + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    cache: 'no-store',
    // What was said goes out even if the page is left in this moment: a quick exit must be heard.
    ...(signal === undefined ? { keepalive: true } : { signal }),
  });
}

/** The events of a stream, as they come in: name and data (HTML Standard, 9.2.6; one line of data each). */
async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<{ name: string; data: string }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) yield { name: /^event: (.*)$/m.exec(block)?.[1] ?? '', data };
    }
  }
}

/** The citizen's line over plain HTTP, as a wire (protocol/citizen-line.ts, rule F1). */
export function openLine(mode: LineMode, listener: WireListener): Wire {
  const ending = new AbortController();
  const waiting: string[] = [];
  let path = '';
  let batch = 0;
  let saying = false;
  let over = false;

  function end(code: number): void {
    if (over) return;
    over = true;
    ending.abort();
    listener.closed(code);
  }

  function nextBatch(): string[] {
    let bytes = 0;
    let count = 0;
    for (const frame of waiting.slice(0, LINE_BATCH.frames)) {
      bytes += frame.length * 2;
      if (count > 0 && bytes > LINE_BATCH.bytes / 2) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  function say(): Promise<Response> {
    return post(path, { batch: batch++, frames: nextBatch() });
  }

  async function sayAll(): Promise<void> {
    if (saying || path === '') return;
    saying = true;
    while (waiting.length > 0 && !over) {
      const { status } = await say();
      if (status !== 204) throw new Error('not taken');
    }
    saying = false;
  }

  function send(frame: string): void {
    waiting.push(frame);
    sayAll().catch(() => end(CUT));
  }

  function hear(frame: string): void {
    if (over) return;
    listener.frame(frame);
    if (mode === 'stream' && frame.includes(BEAT) && !over && waiting.length === 0 && !saying) {
      say().then(
        ({ status }) => status === 204 || end(CUT),
        () => end(CUT),
      );
    }
  }

  async function stream(): Promise<void> {
    const response = await post('', { mode }, ending.signal);
    if (response.status !== 200 || response.body === null) return end(CUT);
    for await (const { name, data } of events(response.body)) {
      if (over) return;
      if (name === 'line') {
        path = `/${data}`;
        listener.opened();
      } else if (name === 'close') end(Number(data));
      else hear(data);
    }
    end(CUT);
  }

  async function poll(): Promise<void> {
    const opened = read(lineOpened, await (await post('', { mode }, ending.signal)).json());
    if (opened === null) return end(CUT);
    path = `/${opened.line}`;
    listener.opened();
    while (!over) {
      const response = await post(`${path}/next`, {}, ending.signal);
      const answer = read(lineAnswer, await response.json());
      if (answer === null) return end(CUT);
      for (const frame of answer.frames) hear(frame);
      if (answer.close !== null) end(answer.close);
    }
  }

  (mode === 'stream' ? stream : poll)().catch(() => end(CUT));
  return {
    send,
    close: () => {
      if (over) return;
      over = true;
      // What still waits goes out beside what is on the way: the numbers keep the order.
      while (path !== '' && waiting.length > 0) say().catch(() => undefined);
      ending.abort();
    },
  };
}
