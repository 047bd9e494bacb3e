import type { Command } from '../../protocol/desk-channel.ts';
import type { GroupChange } from '../../protocol/group.ts';
import type { Id } from '../../protocol/ids.ts';
import type { CommandOutcome, SignInOutcome } from '../../protocol/ipc.ts';
import type { Presence } from '../../protocol/officer.ts';
import { type DeskContext, notify, update, watchHands } from './context.ts';
import { guardPress } from './guard.ts';
import { findHead } from './heads.ts';
import type { Notice } from './notices.ts';
import type { Reading } from './reading.ts';
import { INITIAL_SETTINGS, type View } from './view.ts';

/** How a conversation ends. */
export type Ending = Omit<Extract<Command, { kind: 'close' }>, 'kind'>;

/** To a colleague, or to a group. */
export type Passing = Extract<Command, { kind: 'assign' | 'transfer' }>;

export type Commands = {
  /** Asks main for one command. True when it is done or in the outbox; a refusal is told to the officer. */
  readonly run: (command: Command) => Promise<boolean>;
  /** Gives a conversation into other hands, and says so; into this officer's own it is a take. */
  readonly passOn: (command: Passing) => Promise<boolean>;
  /**
   * Takes the head of the queue, or a given conversation, and puts it on screen. Where the hands went on meanwhile the
   * screen stays theirs: it is told instead, and the answer is false. `wentOn`: they are watched for longer already.
   */
  readonly takeNext: (wentOn?: () => boolean) => Promise<boolean>;
  /**
   * Whether this officer's own act just brought the conversation here: to answer, not to go on with a note. Asked once,
   * when its composer is there: the next time it was somebody else's act.
   */
  readonly endTake: (conversation: Id) => boolean;
  readonly take: (conversation: Id) => Promise<boolean>;
  readonly close: (ending: Ending) => Promise<boolean>;
  readonly signIn: (login: string, password: string) => Promise<SignInOutcome>;
  /** True when main did it. */
  readonly signOut: (everywhere: boolean) => Promise<boolean>;
  /** True when the relay did it; why not is told to the officer. */
  readonly changeGroup: (change: GroupChange) => Promise<boolean>;
  readonly setPresence: (presence: Presence) => void;
  readonly setCapacity: (capacity: number) => void;
  readonly changeSettings: (change: Partial<View['settings']>) => void;
  readonly retry: (item: Id) => void;
  readonly drop: (item: Id) => void;
  /** Sends the card of `platform` in the place of one that could not leave: once, however often it is asked for. */
  readonly sendInstead: (item: Id, conversation: Id, platform: string) => Promise<void>;
  readonly openPlatform: (platform: string) => void;
  readonly reconnect: () => void;
};

/** The relay's word that a taken conversation is ours follows the answer within this; milliseconds. */
const TAKEN_WITHIN = 10_000;

const FAILED: SignInOutcome = { kind: 'refused', code: 'offline', retryAfter: null };

export function createCommands(context: DeskContext, reading: Reading): Commands {
  const { bridge, store } = context;
  const failed = () => notify(context, { kind: 'failed' });
  let takingNext = false;
  /** The item of the outbox that another card stands in for: its row stays on screen for a moment. */
  let replaced: Id | null = null;
  let justTaken: { readonly conversation: Id; readonly at: number } | null = null;

  function referenceOf(command: Command): string | null {
    if (!('conversation' in command) || command.kind === 'hand-over') return null;
    return findHead(store.getState().heads, command.conversation)?.reference ?? null;
  }

  async function ask(command: Command): Promise<CommandOutcome | null> {
    // Before the answer: by then the conversation may be out of sight.
    const reference = referenceOf(command);
    try {
      const outcome = await bridge.request('command', command);
      if (outcome.kind === 'refused') {
        if (outcome.code === 'queue-empty') notify(context, { kind: 'queue-empty' });
        else notify(context, { kind: 'refused', command: command.kind, reference, code: outcome.code });
        return null;
      }
      return outcome;
    } catch {
      failed();
      return null;
    }
  }

  /** An act that one press sends to the citizen is for whoever the officer has had before their eyes. */
  function isMeant(command: Command): boolean {
    if (command.kind !== 'warn' && command.kind !== 'question') return true;
    const { heads, selection } = store.getState();
    const { current: shown, shownSince } = selection;
    const { conversation } = command;
    if (guardPress({ conversation, shown, shownSince, now: context.elapsed() }) === 'send') return true;
    notify(context, { kind: 'conversation-changed', reference: findHead(heads, shown)?.reference ?? '' });
    return false;
  }

  async function run(command: Command): Promise<boolean> {
    return isMeant(command) && (await ask(command)) !== null;
  }

  async function passOn(command: Passing): Promise<boolean> {
    const { conversation } = command;
    const reference = findHead(store.getState().heads, conversation)?.reference ?? '';
    const own = command.kind === 'assign' && command.to === store.getState().state?.self?.officer;
    // Before the answer: the relay's word that it is ours may come first.
    if (own) justTaken = { conversation, at: context.elapsed() };
    if (!(await run(command))) {
      if (own) justTaken = null;
      return false;
    }
    // The relay's word that it went may have come first: then it was told as if somebody had taken it away.
    update(context, (view) => {
      const told = ({ content }: Notice) => content.kind === 'gone' && content.reference === reference;
      return { ...view, notices: view.notices.filter((notice) => !told(notice)) };
    });
    if (store.getState().state?.self?.role !== 'supervisor') {
      if (store.getState().selection.current === conversation) reading.select(null);
      notify(context, { kind: 'passed', reference });
    }
    return true;
  }

  async function takeAndShow(command: Command, wentOn = watchHands(context)): Promise<boolean> {
    const outcome = await ask(command);
    if (outcome === null) return false;
    if (outcome.kind !== 'done') return true;
    const { conversation } = outcome;
    const { selection, heads } = store.getState();
    if (wentOn()) {
      if (selection.current === conversation) return true;
      // The end of a sentence must not go to the newcomer.
      const reference = findHead(heads, conversation)?.reference ?? '';
      notify(context, { kind: 'taken', conversation, reference });
      return false;
    }
    justTaken = { conversation, at: context.elapsed() };
    reading.select(conversation);
    return true;
  }

  /** One at a time: a second press while the answer is on its way is the first one again. */
  async function takeNext(wentOn = watchHands(context)): Promise<boolean> {
    if (takingNext) return false;
    takingNext = true;
    try {
      return await takeAndShow({ kind: 'take-next' }, wentOn);
    } finally {
      takingNext = false;
    }
  }

  function drop(id: Id): void {
    bridge.request('outbox-drop', { id }).catch(failed);
  }

  async function sendInstead(item: Id, conversation: Id, platform: string): Promise<void> {
    if (replaced === item) return;
    replaced = item;
    if (await run({ kind: 'redirection', conversation, platform })) drop(item);
    else replaced = null;
  }

  async function close(ending: Ending): Promise<boolean> {
    const reference = findHead(store.getState().heads, ending.conversation)?.reference ?? '';
    const done = await run({ kind: 'close', ...ending });
    if (done) notify(context, { kind: 'closed', reference });
    return done;
  }

  return {
    run,
    passOn,
    takeNext,
    endTake(conversation) {
      const own = justTaken?.conversation === conversation && context.elapsed() - justTaken.at < TAKEN_WITHIN;
      if (justTaken?.conversation === conversation) justTaken = null;
      return own;
    },
    take: (conversation) => takeAndShow({ kind: 'take', conversation }),
    close,
    signIn: (login, password) => bridge.request('sign-in', { login, password }).catch(() => FAILED),
    async signOut(everywhere) {
      const done = await bridge.request('sign-out', { everywhere }).catch(() => false);
      if (done === false) failed();
      return done !== false;
    },
    async changeGroup(change) {
      const outcome = await bridge.request('group', change).catch(() => null);
      if (outcome?.kind === 'done') return true;
      if (outcome === null) failed();
      else notify(context, { kind: 'group-refused', code: outcome.code });
      return false;
    },
    setPresence: (presence) => void bridge.request('presence', { presence }).catch(failed),
    setCapacity: (capacity) => void bridge.request('capacity', { capacity }).catch(failed),
    changeSettings(change) {
      const settings = { ...INITIAL_SETTINGS, ...store.getState().settings, ...change };
      update(context, (view) => ({ ...view, settings }));
      bridge.request('settings', settings).catch(failed);
    },
    retry: (id) => void bridge.request('outbox-retry', { id }).catch(failed),
    drop,
    sendInstead,
    openPlatform: (platform) => void bridge.request('open-platform', { platform }).catch(failed),
    reconnect: () => void bridge.request('reconnect', null).catch(failed),
  };
}
