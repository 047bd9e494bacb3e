import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, DeskEvent } from '../../protocol/ipc.ts';
import type { SoundLevel, Sounds } from '../sound/sounds.ts';
import { mustSound, REPEAT_EVERY } from './alarm.ts';
import { addSample, longestWait } from './board.ts';
import { type Closing, createClosing } from './closing.ts';
import { colleagueNews, tellLooking } from './colleagues.ts';
import { type Commands, createCommands } from './commands.ts';
import { type Composing, createComposing } from './composing.ts';
import { type DeskContext, notify, relayNow, update } from './context.ts';
import { createEditing, type EditingActs } from './editing.ts';
import { createExporting, type Exporting } from './exporting.ts';
import { createHandingOver, type HandingOver } from './hand-over.ts';
import { flaggedOf, hasUnread, heldBy, queueOf } from './heads.ts';
import { ageNotices, withoutNewsOf } from './notices.ts';
import { createReading, type Reading } from './reading.ts';
import { type Lasting, restore } from './restoring.ts';
import { createRevealing, type Revealing } from './revealing.ts';
import { createSearching, type Searching } from './searching.ts';
import type { Panel, Selection, Target } from './selection.ts';
import { createStations, type Stations } from './stations.ts';
import { applySnapshot, INITIAL_VIEW, reduceEvent, type View } from './view.ts';

/** The window's brain: one store of view state fed by main's events, and what the officer may ask for. */
export type Desk = Reading &
  Commands &
  Searching &
  Composing &
  EditingActs &
  HandingOver &
  Revealing &
  Exporting &
  Stations &
  Omit<Closing, 'headsMoved'> & {
    readonly store: StoreApi<View>;
    /** The relay's time, ticking once a second; waits are counted on it. */
    readonly clock: StoreApi<{ readonly now: number }>;
    readonly select: Reading['select'];
    /** My next unread conversation after the one on screen; says so when there is none. */
    readonly nextUnread: () => void;
    /** Whoever of mine waits longest for an answer, or the first of the queue, to look at. */
    readonly nextWaiting: () => void;
    readonly openPanel: (panel: Panel | null) => void;
    readonly changeSelection: (change: Partial<Selection>) => void;
    readonly dismiss: (notice: number) => void;
    /** Says that something went wrong that nothing else told. */
    readonly fail: () => void;
    /** Plays a sound as the settings say, for the volume control. */
    readonly testSound: () => void;
    /** Asks for the snapshot and listens from then on. Returns what stops it all. */
    readonly start: () => () => void;
  };

/** A window without its snapshot shows nothing: it asks again after this, in milliseconds. */
const SNAPSHOT_RETRY = 2_000;

const NOTHING_LASTS: Lasting = { get: () => null, set: () => undefined };

type Options = {
  readonly bridge: Bridge;
  readonly sounds: Sounds;
  readonly now?: () => number;
  /** What outlives a crash of the window; nothing when it is not given. */
  readonly lasting?: Lasting;
};

/** Makes the desk. Nothing happens before `start`. */
export function createDesk({ bridge, sounds, now = Date.now, lasting = NOTHING_LASTS }: Options): Desk {
  const store = createStore<View>(() => INITIAL_VIEW);
  const clock = createStore<{ readonly now: number }>(() => ({ now: now() }));
  const context: DeskContext = { bridge, store, now };
  const reading = createReading(context);
  const commands = createCommands(context, reading);
  const composing = createComposing(context, commands.run);
  const { headsMoved, ...closing } = createClosing(context, commands);
  const handing = createHandingOver(context, commands, reading, composing);
  const searching = createSearching(context, select);
  const revealing = createRevealing(context, commands.run);

  function play(level: SoundLevel): void {
    const { volume, quiet = false } = store.getState().settings;
    if (!quiet || level === 'emergency') sounds.play(level, volume);
  }

  function receive(event: DeskEvent): void {
    const told = colleagueNews(store.getState(), event);
    const { view, reread } = reduceEvent(store.getState(), event, now());
    store.setState(view, true);
    for (const content of told) notify(context, content);
    for (const conversation of reread) void reading.read(conversation);
    if (event.type === 'purged') composing.forget(event.conversations);
    if (event.type === 'heads') {
      headsMoved();
      reading.preload();
    }
    if (event.type === 'alert') play(event.level);
    if (event.type === 'show') select(event.conversation);
  }

  function select(conversation: string | null, target?: Target): void {
    composing.flush();
    reading.select(conversation, target);
    if (conversation !== null) {
      update(context, (view) => ({ ...view, notices: withoutNewsOf(view.notices, [conversation]) }));
    }
  }

  function changeSelection(change: Partial<Selection>): void {
    update(context, (view) => ({ ...view, selection: { ...view.selection, ...change } }));
  }

  function nextUnread(): void {
    const { heads, state, selection } = store.getState();
    const unread = heldBy(heads.open, state?.self?.officer ?? null).filter(
      (head) => head.conversation !== selection.current && (hasUnread(head) || head.unansweredSince !== null),
    );
    const next = unread.find(hasUnread) ?? unread[0];
    if (next === undefined) notify(context, { kind: 'nothing-unread' });
    else select(next.conversation);
  }

  function nextWaiting(): void {
    const { heads, state, selection } = store.getState();
    const owed = heldBy(heads.open, state?.self?.officer ?? null)
      .filter((head) => head.conversation !== selection.current && head.unansweredSince !== null)
      .sort((a, b) => (a.unansweredSince ?? 0) - (b.unansweredSince ?? 0));
    const next = owed[0] ?? queueOf(heads.open).find((head) => head.conversation !== selection.current);
    if (next === undefined) notify(context, { kind: 'nothing-unread' });
    else select(next.conversation);
  }

  function tick(): void {
    const at = relayNow(context);
    clock.setState({ now: at }, true);
    const view = store.getState();
    if (view.state?.self == null) return;
    const notices = ageNotices(view.notices, now());
    const queue = queueOf(view.heads.open);
    const sample = { at, waiting: queue.length, longest: longestWait(queue, at) };
    // Before the relay has told who is there, an empty queue means nothing.
    const known = view.state.connection === 'online' && view.roster.length > 0;
    const samples = known ? addSample(view.samples, sample) : view.samples;
    if (notices !== view.notices || samples !== view.samples) {
      store.setState({ ...view, notices, samples }, true);
    }
  }

  function alarm(): void {
    const { heads, state } = store.getState();
    if (state?.self == null) return;
    if (mustSound(flaggedOf(heads.open), state.self.officer, state.presence)) play('emergency');
  }

  function start(): () => void {
    // What comes before the snapshot is kept and applied after it: nothing between the two is missed.
    let early: DeskEvent[] | null = [];
    const stopListening = bridge.onEvent((event) => {
      if (early === null) receive(event);
      else early.push(event);
    });
    let retry: ReturnType<typeof setTimeout> | undefined;
    let stopNoting = () => {};
    const draw = () =>
      bridge
        .request('snapshot', null)
        .then((snapshot) => {
          update(context, (view) => applySnapshot(view, snapshot, now()));
          tick();
          const waiting = early ?? [];
          early = null;
          for (const event of waiting) receive(event);
          stopNoting = restore(context, lasting, select);
          reading.preload();
          performance.mark('did-apply-snapshot');
        })
        .catch(() => {
          notify(context, { kind: 'failed' });
          retry = setTimeout(draw, SNAPSHOT_RETRY);
        });
    void draw();
    const stopLooking = tellLooking(context);
    const ticking = setInterval(tick, 1_000);
    const sounding = setInterval(alarm, REPEAT_EVERY);
    return () => {
      stopListening();
      stopNoting();
      stopLooking();
      clearTimeout(retry);
      clearInterval(ticking);
      clearInterval(sounding);
      composing.flush();
    };
  }

  return {
    ...reading,
    ...commands,
    ...composing,
    ...createEditing(context),
    ...handing,
    ...closing,
    ...searching,
    ...revealing,
    ...createExporting(context),
    ...createStations(context),
    store,
    clock,
    select,
    nextUnread,
    nextWaiting,
    openPanel: (panel) => changeSelection({ panel }),
    fail: () => notify(context, { kind: 'failed' }),
    changeSelection,
    dismiss: (id) =>
      update(context, (view) => ({ ...view, notices: view.notices.filter((notice) => notice.id !== id) })),
    testSound: () => sounds.play('message', store.getState().settings.volume),
    start,
  };
}
