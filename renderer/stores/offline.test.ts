import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryMain, makeHead, makeSnapshot, makeState } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

let main: MemoryMain;
let desk: Desk;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  main = new MemoryMain();
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

async function begin(change: Parameters<typeof makeSnapshot>[0]): Promise<void> {
  main.snapshot = makeSnapshot(change);
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}

const notices = () => desk.store.getState().notices.map(({ content }) => content.kind);

describe('out of the relay’s reach', () => {
  const offline = makeState({ connection: 'offline' });

  test('a dialog about what is decided with the relay does not open, and it is said why until the relay is back', async () => {
    const head = makeHead();
    const { conversation } = head;
    await begin({ heads: [head], state: offline });
    for (const kind of ['close', 'release', 'assign', 'consult', 'export'] as const) {
      desk.openPanel(kind === 'close' ? { kind, conversation, disposition: null } : { kind, conversation });
      expect(desk.store.getState().selection.panel, kind).toBeNull();
    }
    expect(notices()).toEqual(['offline']);
    main.emit({ type: 'state', state: makeState({ connection: 'connecting' }) });
    expect(notices()).toEqual(['offline']);
    main.emit({ type: 'state', state: makeState() });
    expect(notices()).toEqual([]);
    desk.openPanel({ kind: 'release', conversation });
    expect(desk.store.getState().selection.panel).toEqual({ kind: 'release', conversation });
  });

  test('one that is open already stays, with what is written in it; others open', async () => {
    const head = makeHead();
    const panel = { kind: 'release', conversation: head.conversation } as const;
    await begin({ heads: [head] });
    desk.openPanel(panel);
    main.emit({ type: 'state', state: offline });
    expect(desk.store.getState().selection.panel).toEqual(panel);
    desk.openPanel({ kind: 'search' });
    expect(desk.store.getState().selection.panel).toEqual({ kind: 'search' });
    desk.openPanel(null);
    expect(desk.store.getState().selection.panel).toBeNull();
  });
});
