import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SoundLevel } from '../sound/sounds.ts';
import { MemoryMain, makeHead, makeSnapshot, makeState, waitingHead } from './desk.testkit.ts';
import { createDesk, type Desk, SOUND_EVERY } from './desk.ts';

let main: MemoryMain;
let desk: Desk;
let played: SoundLevel[];
let stop: () => void;

async function begin(change: Parameters<typeof makeSnapshot>[0] = {}): Promise<void> {
  main.snapshot = makeSnapshot(change);
  desk = createDesk({ bridge: main.bridge, sounds: { play: (level) => played.push(level) } });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  played = [];
  main = new MemoryMain();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('many at once are one call, and an emergency is heard each time', async () => {
  await begin();
  for (const level of ['message', 'message', 'queue', 'message', 'emergency', 'emergency'] as const) {
    main.emit({ type: 'alert', level });
  }
  expect(played).toEqual(['message', 'queue', 'emergency', 'emergency']);
  await vi.advanceTimersByTimeAsync(SOUND_EVERY);
  main.emit({ type: 'alert', level: 'message' });
  expect(played.at(-1)).toBe('message');
});

test('a workstation’s clock that is set back by an hour mutes nothing, and holds no text back', async () => {
  const head = makeHead();
  await begin({ heads: [head] });
  main.emit({ type: 'alert', level: 'message' });
  desk.select(head.conversation);
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(SOUND_EVERY);
  main.emit({ type: 'alert', level: 'message' });
  expect(played).toEqual(['message', 'message']);
  desk.type(head.conversation, 'Bonjour');
  expect(await desk.send(head.conversation, false)).toBe(true);
});

test('an emergency that waits goes on sounding at the desk of whom idleness made away', async () => {
  const state = makeState({ presence: 'away', presenceWhy: 'idle' });
  await begin({ heads: [waitingHead({ emergency: 'flagged' })], state });
  await vi.advanceTimersByTimeAsync(90_000);
  expect(played).toEqual(['emergency', 'emergency', 'emergency']);
});

test('an emergency is said again every 30 seconds until it is acknowledged', async () => {
  const head = waitingHead({ emergency: 'flagged' });
  await begin({ heads: [head] });
  main.emit({ type: 'alert', level: 'emergency' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(played).toEqual(['emergency', 'emergency', 'emergency']);
  main.emit({ type: 'heads', all: false, heads: [{ ...head, emergency: 'acknowledged' }], gone: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(played).toHaveLength(3);
});
