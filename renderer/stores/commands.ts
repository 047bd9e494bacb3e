import type { Command } from '../../protocol/desk-channel.ts';
import type { GroupChange } from '../../protocol/group.ts';
import type { Id } from '../../protocol/ids.ts';
import type { CommandOutcome, SignInOutcome } from '../../protocol/ipc.ts';
import type { Presence } from '../../protocol/officer.ts';
import { type DeskContext, notify, update } from './context.ts';
import { findHead, heldBy, queueOf } from './heads.ts';
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
  /** Gives a conversation into other hands, and says so. */
  readonly passOn: (command: Passing) => Promise<boolean>;
  /** Takes the head of the queue, or a given conversation, and puts it on screen. */
  readonly takeNext: () => Promise<boolean>;
  readonly take: (conversation: Id) => Promise<boolean>;
  readonly close: (ending: Ending) => Promise<boolean>;
  /** Shows whoever of mine is owed an answer, or takes the next in the queue: what one does after `done`. */
  readonly showNext: (done: Id) => Promise<void>;
  readonly signIn: (login: string, password: string) => Promise<SignInOutcome>;
  readonly signOut: (everywhere: boolean) => void;
  /** True when the relay did it; why not is told to the officer. */
  readonly changeGroup: (change: GroupChange) => Promise<boolean>;
  readonly setPresence: (presence: Presence) => void;
  readonly setCapacity: (capacity: number) => void;
  readonly changeSettings: (change: Partial<View['settings']>) => void;
  readonly retry: (item: Id) => void;
  readonly drop: (item: Id) => void;
  readonly openPlatform: (platform: string) => void;
  readonly reconnect: () => void;
};

const FAILED: SignInOutcome = { kind: 'refused', code: 'offline', retryAfter: null };

export function createCommands(context: DeskContext, reading: Reading): Commands {
  const { bridge, store } = context;
  const failed = () => notify(context, { kind: 'failed' });

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

  async function run(command: Command): Promise<boolean> {
    return (await ask(command)) !== null;
  }

  async function passOn(command: Passing): Promise<boolean> {
    const { conversation } = command;
    const reference = findHead(store.getState().heads, conversation)?.reference ?? '';
    if (!(await run(command))) return false;
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

  async function takeAndShow(command: Command): Promise<boolean> {
    const outcome = await ask(command);
    if (outcome === null) return false;
    if (outcome.kind === 'done') reading.select(outcome.conversation);
    return true;
  }

  async function close(ending: Ending): Promise<boolean> {
    const reference = findHead(store.getState().heads, ending.conversation)?.reference ?? '';
    const done = await run({ kind: 'close', ...ending });
    if (done) notify(context, { kind: 'closed', reference });
    return done;
  }

  async function showNext(done: Id): Promise<void> {
    const { heads, state, closing } = store.getState();
    const others = heldBy(heads.open, state?.self?.officer ?? null).filter(
      (head) => head.conversation !== done && !closing.has(head.conversation),
    );
    const owed = others.find((head) => head.unansweredSince !== null);
    const next = owed ?? (queueOf(heads.open).length === 0 ? others[0] : undefined);
    if (next !== undefined) reading.select(next.conversation);
    else if (queueOf(heads.open).length > 0) await takeAndShow({ kind: 'take-next' });
    else reading.select(null);
  }

  return {
    run,
    passOn,
    takeNext: () => takeAndShow({ kind: 'take-next' }),
    take: (conversation) => takeAndShow({ kind: 'take', conversation }),
    close,
    showNext,
    signIn: (login, password) => bridge.request('sign-in', { login, password }).catch(() => FAILED),
    signOut: (everywhere) => void bridge.request('sign-out', { everywhere }).catch(failed),
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
    drop: (id) => void bridge.request('outbox-drop', { id }).catch(failed),
    openPlatform: (platform) => void bridge.request('open-platform', { platform }).catch(failed),
    reconnect: () => void bridge.request('reconnect', null).catch(failed),
  };
}
