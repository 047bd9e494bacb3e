import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Head } from '../../protocol/head.ts';
import type { Bridge, DeskEvent } from '../../protocol/ipc.ts';
import type { SoundLevel, Sounds } from '../sound/sounds.ts';
import { mustSound, REPEAT_EVERY } from './alarm.ts';
import { addSample, longestWait } from './board.ts';
import { type Closing, createClosing } from './closing.ts';
import { colleagueNews, tellLooking } from './colleagues.ts';
import { type Commands, createCommands } from './commands.ts';
import { type Composing, createComposing } from './composing.ts';
import { type DeskContext, notify, relayNow, update } from './context.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { createEditing, type EditingActs } from './editing.ts';
import { createExporting, type Exporting } from './exporting.ts';
import { createGoingOn, type GoingOn } from './going-on.ts';
import { createHandingOver, type HandingOver } from './hand-over.ts';
import { newHands } from './hands.ts';
import { awaitingOf, flaggedOf } from './heads.ts';
import { createLeavingDrafts } from './left-drafts.ts';
import { nextUnread, nextWaiting } from './next.ts';
import { ageNotices, withoutNewsOf } from './notices.ts';
import { createReading, type Reading } from './reading.ts';
import { type Lasting, restore } from './restoring.ts';
import { createRevealing, type Revealing } from './revealing.ts';
import { createSearching, type Searching } from './searching.ts';
import { needsRelay, type Panel, type Selection, type Target } from './selection.ts';
import { slowAct } from './slow-act.ts';
import { createStations, type Stations } from './stations.ts';
import { strandedIn } from './stranded.ts';
import { applySnapshot, INITIAL_VIEW, reduceEvent, type View } from './view.ts';

/** The window's brain: one store of view state fed by main's events, and what the officer may ask for. */
export type Desk = Reading &
  Commands &
  Searching &
  Composing &
  Dialogs &
  EditingActs &
  Omit<HandingOver, 'handedOver'> &
  Revealing &
  Exporting &
  Stations &
  GoingOn &
  Omit<Closing, 'headsMoved' | 'whenClosed'> & {
    readonly store: StoreApi<View>;
    /** The relay's time, ticking once a second; waits are counted on it. */
    readonly clock: StoreApi<{ readonly now: number }>;
    readonly select: Reading['select'];
    /** My next unread conversation after the one on screen; says so when there is none. */
    readonly nextUnread: () => void;
    /** Whoever of mine waits longest for an answer, or the first of the queue, to look at. */
    readonly nextWaiting: () => void;
    /** Not where it is for an act that is decided with the relay, out of its reach: then it is said. */
    readonly openPanel: (panel: Panel | null) => void;
    /** Tells the officer that what was asked for waits for the relay. */
    readonly refuseOffline: () => void;
    readonly changeSelection: (change: Partial<Selection>) => void;
    readonly dismiss: (notice: number) => void;
    /** Says that something went wrong that nothing else told. */
    readonly fail: () => void;
    /** Something was put into a field of the window: the hands are at work. */
    readonly touch: () => void;
    /** The composer has the focus without having been asked for it: an Enter right after it was meant for what is gone. */
    readonly focusGiven: () => void;
    /** Plays a sound as the settings say, for the volume control. */
    readonly testSound: () => void;
    /** Asks for the snapshot and listens from then on. Returns what stops it all. */
    readonly start: () => () => void;
  };

/** What is no emergency sounds at most this often, in milliseconds. */
export const SOUND_EVERY = 3_000;

/** A window without its snapshot shows nothing: it asks again after this, in milliseconds. */
const SNAPSHOT_RETRY = 2_000;

const NOTHING_LASTS: Lasting = { get: () => null, set: () => undefined };

type Options = {
  readonly bridge: Bridge;
  readonly sounds: Sounds;
  readonly now?: () => number;
  /** As in the context; the same as `now` where only that is given. */
  readonly elapsed?: () => number;
  /** What outlives a crash of the window; nothing when it is not given. */
  readonly lasting?: Lasting;
};

/** Makes the desk. Nothing happens before `start`. */
export function createDesk({ bridge, sounds, lasting = NOTHING_LASTS, ...time }: Options): Desk {
  const { now = Date.now, elapsed = time.now ?? (() => performance.now()) } = time;
  const store = createStore<View>(() => INITIAL_VIEW);
  const clock = createStore<{ readonly now: number }>(() => ({ now: now() }));
  const context: DeskContext = { bridge, store, now, elapsed, hands: newHands(), lookedAfter: new Set() };
  const reading = createReading(context);
  const commands = createCommands(context, reading);
  const composing = createComposing(context, commands.run);
  const { headsMoved, whenClosed, ...closing } = createClosing(context, commands);
  const handing = createHandingOver(context, commands, reading, composing, closing);
  const leaving = createLeavingDrafts(context, composing, handing);
  const signing = slowAct(context, 'signing-out', async (everywhere: boolean) => {
    await handing.handedOver();
    const closed = await closing.closeNow();
    return (await leaving.leaveAll(closed)) && commands.signOut(everywhere);
  });
  const searching = createSearching(context, select);
  const revealing = createRevealing(context, commands.run);
  const { tellKept, watchPanel, followDialogs, ...dialogs } = createDialogs(
    context,
    composing,
    select,
    openPanel,
  );

  const playedAt = new Map<SoundLevel, number>();
  function play(level: SoundLevel): void {
    const { volume, quiet = false } = store.getState().settings;
    if (level !== 'emergency') {
      // Ten citizens who write at once are one call, not ten: the list says who.
      if (quiet || elapsed() - (playedAt.get(level) ?? Number.NEGATIVE_INFINITY) < SOUND_EVERY) return;
      playedAt.set(level, elapsed());
    }
    sounds.play(level, volume);
  }

  function receive(event: DeskEvent): void {
    const before = store.getState();
    const told = colleagueNews(before, event);
    const { view, reread } = reduceEvent(before, event, now());
    store.setState(view, true);
    followDialogs(event, before);
    for (const content of told) notify(context, content);
    for (const conversation of reread) void reading.read(conversation);
    if (event.type === 'purged') composing.forget(event.conversations);
    if (event.type === 'heads') {
      headsMoved();
      reading.preload();
    }
    followStranded(event, before);
    if (event.type === 'heads' || event.type === 'left') void leaving.leave();
    if (event.type === 'alert') play(event.level);
    if (event.type === 'show') select(event.conversation);
  }

  /** Each is told once to whoever is signed in: their notices go with them, and the refusal waits in their outbox. */
  const stranded = new Set<string>();
  function tellStranded(): void {
    for (const content of strandedIn(store.getState())) {
      if (stranded.has(content.item)) continue;
      stranded.add(content.item);
      notify(context, content);
    }
  }

  function followStranded(event: DeskEvent, { state }: View): void {
    if (event.type === 'state' && event.state.self?.officer !== state?.self?.officer) stranded.clear();
    if (event.type === 'heads' || event.type === 'outbox') tellStranded();
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

  function refuseOffline(): void {
    notify(context, { kind: 'offline' });
  }

  function openPanel(panel: Panel | null): void {
    const online = store.getState().state?.connection === 'online';
    if (panel !== null && needsRelay(panel) && !online) refuseOffline();
    else changeSelection({ panel });
  }

  function goTo(next: Head | null): void {
    if (next === null) notify(context, { kind: 'nothing-unread' });
    else select(next.conversation);
  }

  function tick(): void {
    const at = relayNow(context);
    clock.setState({ now: at }, true);
    const view = store.getState();
    if (view.state?.self == null) return;
    const notices = ageNotices(view.notices, now());
    const queue = awaitingOf(view.heads.open);
    const sample = { at, waiting: queue.length, longest: longestWait(queue, at) };
    // Before the relay has told who is there, an empty queue means nothing.
    const known = view.state.connection === 'online' && view.roster.length > 0;
    const samples = known ? addSample(view.samples, sample) : view.samples;
    if (notices !== view.notices || samples !== view.samples) {
      store.setState({ ...view, notices, samples }, true);
    }
  }

  function alarm(): void {
    const { heads, roster, state } = store.getState();
    if (state?.self == null) return;
    const hearer = { ...state, officer: state.self.officer };
    if (mustSound(flaggedOf(heads.open), hearer, roster)) play('emergency');
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
          tellStranded();
          tellKept();
          void leaving.leave();
          reading.preload();
          performance.mark('did-apply-snapshot');
        })
        .catch(() => {
          notify(context, { kind: 'failed' });
          retry = setTimeout(draw, SNAPSHOT_RETRY);
        });
    void draw();
    const stopLooking = tellLooking(context);
    const stopWatching = watchPanel();
    const ticking = setInterval(tick, 1_000);
    const sounding = setInterval(alarm, REPEAT_EVERY);
    return () => {
      stopListening();
      stopNoting();
      stopLooking();
      stopWatching();
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
    ...closing,
    ...createGoingOn(context, { takeNext: commands.takeNext, whenClosed, select }),
    ...dialogs,
    ...searching,
    ...revealing,
    isHandingOver: handing.isHandingOver,
    ...createExporting(context),
    ...createStations(context),
    store,
    clock,
    select,
    async handOver(why, note) {
      const done = await handing.handOver(why, note);
      // What was typed meanwhile, or did not fit.
      void leaving.leave();
      return done;
    },
    signOut: signing.run,
    nextUnread: () => goTo(nextUnread(store.getState())),
    nextWaiting: () => goTo(nextWaiting(store.getState())),
    openPanel,
    refuseOffline,
    fail: () => notify(context, { kind: 'failed' }),
    changeSelection,
    dismiss(id) {
      const { notices } = store.getState();
      const content = notices.find((notice) => notice.id === id)?.content;
      if (content?.kind === 'stranded') commands.drop(content.item);
      if (content?.kind === 'draft-unsent') leaving.putAway(content.conversation);
      update(context, (view) => ({ ...view, notices: notices.filter((notice) => notice.id !== id) }));
    },
    touch() {
      context.hands.touches += 1;
    },
    focusGiven() {
      context.hands.focusedAt = elapsed();
    },
    testSound: () => sounds.play('message', store.getState().settings.volume),
    start,
  };
}
