import { afterEach, beforeEach, expect, test } from 'vitest';
import { ToCitizen } from '../../protocol/citizen-channel.ts';
import { LineAnswer, LineOpened } from '../../protocol/citizen-line.ts';
import { CLOSES } from '../../protocol/errors.ts';
import { newId } from '../../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import { TestRelay } from './relay.testkit.ts';
import { eventually } from './socket.testkit.ts';

const HELLO = JSON.stringify({ type: 'hello', version: PROTOCOL_VERSIONS.citizen, epoch: null, cursor: 0 });

let relay: TestRelay;

beforeEach(async () => {
  relay = await TestRelay.start({ heartbeat: { every: 100, silence: 1_500 } });
});

afterEach(async () => {
  await relay.destroy();
});

function message(text: string, id = newId()): string {
  return JSON.stringify({ type: 'message', id, text });
}

/** A line in mode `poll`, driven by hand. */
class Line {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly frames: ToCitizen[] = [];
  close: number | null = null;

  constructor(path: string, headers: Record<string, string>) {
    this.path = path;
    this.headers = headers;
  }

  static async open(cookie: string): Promise<Line> {
    const headers = { origin: relay.url, cookie };
    const response = await relay.post('/api/line', { mode: 'poll' }, headers);
    expect(response.status).toBe(201);
    const { line } = LineOpened.parse(await response.json());
    return new Line(`/api/line/${line}`, headers);
  }

  async say(batch: number, ...frames: string[]): Promise<number> {
    return (await relay.post(this.path, { batch, frames }, this.headers)).status;
  }

  async next(): Promise<number> {
    const response = await relay.post(`${this.path}/next`, {}, this.headers);
    if (response.status !== 200) return response.status;
    const answer = LineAnswer.parse(await response.json());
    this.frames.push(...answer.frames.map((frame) => ToCitizen.parse(JSON.parse(frame))));
    this.close = answer.close;
    return 200;
  }

  async until(test: (frame: ToCitizen) => boolean): Promise<void> {
    await eventually(async () => {
      if (!this.frames.some(test)) await this.next();
      return this.frames.some(test);
    }).toBe(true);
  }

  texts(): string[] {
    return this.frames.flatMap((frame) =>
      frame.type === 'entries'
        ? frame.entries.flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []))
        : [],
    );
  }
}

test('F1: a line over HTTP greets, acknowledges and shows the journal like a socket', async () => {
  const line = await Line.open(await relay.open());
  const id = newId();
  expect(await line.say(0, HELLO, message('par HTTP', id))).toBe(204);
  await line.until((frame) => frame.type === 'ack' && frame.id === id);
  await line.until((frame) => frame.type === 'entries' && frame.entries.some((entry) => entry.id === id));
  expect(line.frames[0]?.type).toBe('welcome');
  expect(line.texts()).toEqual(['par HTTP']);
});

test('F1: batches are taken in their order and once, whatever order they come in', async () => {
  const line = await Line.open(await relay.open());
  expect(await line.say(2, message('troisième'))).toBe(204);
  expect(await line.say(1, message('deuxième'))).toBe(204);
  expect(await line.say(0, HELLO, message('premier'))).toBe(204);
  expect(await line.say(1, message('deuxième, encore'))).toBe(204);
  await line.until(() => line.texts().length === 3);
  expect(line.texts()).toEqual(['premier', 'deuxième', 'troisième']);
});

test('B1: a batch too far ahead ends the line, and nothing of it is taken', async () => {
  const line = await Line.open(await relay.open());
  expect(await line.say(9, HELLO)).toBe(409);
  expect(await line.next()).toBe(404);
});

test('F1: a stream says the line’s name, then the frames as they come, and why it ends', async () => {
  const cookie = await relay.open();
  const headers = { origin: relay.url, cookie };
  const response = await relay.post('/api/line', { mode: 'stream' }, headers);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  let heard = '';
  const reading = (async () => {
    for await (const part of response.body ?? []) heard += Buffer.from(part).toString();
  })().catch(() => 'cut');
  await eventually(() => /^event: line\ndata: .{22}\n\n/m.test(heard)).toBe(true);
  const name = /^data: (.{22})$/m.exec(heard)?.[1] ?? '';
  expect((await relay.post(`/api/line/${name}`, { batch: 0, frames: [HELLO] }, headers)).status).toBe(204);
  await eventually(() => heard.includes('"type":"welcome"')).toBe(true);
  // Whoever says nothing at all for as long as a client would wait is gone (C1).
  expect(await reading).toBe('cut');
  expect((await relay.post(`/api/line/${name}`, { batch: 1, frames: [] }, headers)).status).toBe(404);
});

test('E2, C3: what is not JSON closes the line with its code', async () => {
  const line = await Line.open(await relay.open());
  await line.say(0, '{"type":');
  await line.next();
  expect(line.close).toBe(CLOSES.malformed.code);
});

test('a line belongs to its cookie and to its page: another cookie, no cookie or another site find nothing', async () => {
  const cookie = await relay.open();
  const line = await Line.open(cookie);
  const other = await relay.open();
  for (const headers of [
    { origin: relay.url, cookie: other },
    { origin: relay.url },
    { origin: 'https://evil.example', cookie },
    { cookie },
  ]) {
    expect((await relay.post(line.path, { batch: 0, frames: [HELLO] }, headers)).status).toBe(404);
    expect((await relay.post(`${line.path}/next`, {}, headers)).status).toBe(404);
  }
  expect((await relay.post('/api/line', { mode: 'poll' }, { cookie })).status).toBe(403);
  expect((await relay.post('/api/line', { mode: 'poll' }, { origin: relay.url })).status).toBe(404);
  expect(await line.say(0, HELLO)).toBe(204);
  await line.until((frame) => frame.type === 'welcome');
});

test('a forged cookie opens a line that says the conversation is gone', async () => {
  const line = await Line.open(`permanence=${'a'.repeat(43)}`);
  await line.next();
  expect(line.close).toBe(CLOSES['conversation-gone'].code);
});

test('a question whose page is gone ends the line: what it would have carried is not taken for read', async () => {
  const line = await Line.open(await relay.open());
  await line.say(0, HELLO);
  await line.until((frame) => frame.type === 'status');
  let batch = 1;
  await eventually(async () => {
    // Sometimes it leaves before its question is there: then once more.
    await fetch(`${relay.url}${line.path}/next`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...line.headers },
      body: '{}',
      signal: AbortSignal.timeout(50),
    }).catch(() => null);
    return line.say(batch++);
  }).toBe(404);
});
