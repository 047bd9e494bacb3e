import type { FromCitizen, ToCitizen } from '../../../protocol/citizen-channel.ts';
import type { EmailAddress } from '../../../protocol/deferral.ts';
import type { Id, Seq } from '../../../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../../../protocol/version.ts';
import { createDelivery } from './delivery.ts';
import type { Environment } from './environment.ts';
import { parseFrame, phaseAfterClose } from './frames.ts';
import { createKeeper } from './keeper.ts';
import { type Act, OUTBOX_CAPACITY } from './outbox.ts';
import { EMPTY_READER, type Reader, read, welcome } from './reader.ts';
import {
  afterHearing,
  type ClientState,
  emergenciesAfter,
  INITIAL_STATE,
  isSilent,
  type Phase,
} from './state.ts';

/** The officer's "is typing" fades after this (ms) without another one. */
const TYPING_FADES = 6_000;
/** The page says "typing" at most this often (ms). */
const TYPING_EVERY = 3_000;

type Frame<Type extends ToCitizen['type']> = Extract<ToCitizen, { type: Type }>;

export type CitizenClient = {
  readonly state: () => ClientState;
  /** Calls back after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => void;
  /** Puts a message in the outbox. False when the conversation is over or the outbox is full: keep the text. */
  readonly send: (text: string) => boolean;
  /** Leaves the queue for an answer by e-mail; `text` is null when the question was asked already. */
  readonly defer: (address: EmailAddress, text: string | null) => boolean;
  /** "I cannot write freely", or "I can again". */
  readonly setSilent: (on: boolean) => void;
  /** Chooses the phrase to come back by after a quick exit; false when nothing is sent any more. */
  readonly choosePhrase: (phrase: string) => boolean;
  /** Lets emergency detection hear a text that is not sent yet (rule M1). */
  readonly consider: (text: string) => void;
  /** Takes a refused message back; its text, or null when there is none such. */
  readonly takeBack: (id: Id) => string | null;
  readonly typing: () => void;
  /** The citizen saw everything up to `seq`. */
  readonly markRead: (seq: Seq) => void;
  /** Ends the conversation: after the messages still in the outbox, and for as long as it takes. */
  readonly end: () => void;
  /** Says `quick-exit` under this id if a socket is open, then forgets everything at once. */
  readonly quickExit: (id: Id) => void;
  /** After `replaced` or `failed`: takes the conversation back to this page. */
  readonly resume: () => void;
  /** The browser says that the network is back, or the page is looked at again. */
  readonly hurry: () => void;
  /** The browser says that the network is gone. */
  readonly networkLost: () => void;
  /** Closes the socket and forgets everything. */
  readonly forget: () => void;
};

/** The page's end of `/ws/citizen`: journal reader, outbox and connection, joined. Knows no browser. */
export function createClient(environment: Environment): CitizenClient {
  let state = INITIAL_STATE;
  let reader: Reader = EMPTY_READER;
  let clockOffset = 0;
  let readThrough = 0;
  let typingSaidAt = Number.NEGATIVE_INFINITY;
  let welcomed = false;
  let cancelTyping: (() => void) | null = null;
  const listeners = new Set<() => void>();

  const delivery = createDelivery(environment, say, () => update({ outbox: delivery.outbox() }));
  const keeper = createKeeper(environment, {
    opened: () =>
      say({ type: 'hello', version: PROTOCOL_VERSIONS.citizen, epoch: reader.epoch, cursor: reader.cursor }),
    frame: received,
    light: (light) => {
      if (light !== 'online') disconnected();
      update({ light });
    },
    stopped: (code) => over(phaseAfterClose(code)),
  });

  function update(change: Partial<ClientState>): void {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function say(frame: FromCitizen): boolean {
    return keeper.send(JSON.stringify(frame));
  }

  function disconnected(): void {
    welcomed = false;
    delivery.disconnected();
    fadeTyping();
  }

  function fadeTyping(): void {
    cancelTyping?.();
    cancelTyping = null;
    if (state.officerTyping) update({ officerTyping: false });
  }

  function received(text: string): void {
    const frame = parseFrame(text);
    if (frame === null) {
      keeper.drop();
      return;
    }
    switch (frame.type) {
      case 'welcome':
        onWelcome(frame);
        break;
      case 'entries':
        onEntries(frame);
        break;
      case 'ack':
        keeper.proved();
        delivery.acknowledged(frame.id, frame.seq, frame.at);
        leaveWhenSaid();
        break;
      case 'refused':
        delivery.refused(frame.id, frame.code);
        leaveWhenSaid();
        break;
      case 'status': {
        const { type: _, ...status } = frame;
        update({ status });
        break;
      }
      case 'read':
        update({ officerRead: Math.max(state.officerRead, frame.seq) });
        break;
      case 'typing':
        onTyping();
        break;
      case 'announcement':
        update({ announcement: frame.announcement });
        break;
      case 'beat':
        keeper.proved();
        break;
      case 'bye':
        keeper.asked(frame.retryAfter);
        break;
    }
  }

  function onWelcome(frame: Frame<'welcome'>): void {
    if (frame.version !== PROTOCOL_VERSIONS.citizen) {
      over('outdated');
      return;
    }
    const result = welcome(reader, frame);
    if (result.kind === 'other-conversation') {
      over('gone');
      return;
    }
    if (result.kind === 'mismatch') {
      reader = { ...EMPTY_READER, conversation: reader.conversation };
      keeper.drop();
      return;
    }
    reader = result.reader;
    clockOffset = frame.now - environment.now();
    welcomed = true;
    const { conversation, reference, language, purgeAt } = frame;
    const reset = result.kind === 'reset';
    if (reset) readThrough = 0;
    update({
      entries: reader.entries,
      welcome: { conversation, reference, language, purgeAt },
      // Said right after this, where there is one.
      announcement: null,
      officerRead: reset ? 0 : state.officerRead,
    });
    keeper.welcomed();
    if (readThrough > 0) say({ type: 'read', seq: readThrough });
    delivery.connected(reset);
  }

  function onEntries(frame: Frame<'entries'>): void {
    const next = welcomed ? read(reader, frame) : null;
    if (next === null) {
      keeper.drop();
      return;
    }
    reader = next;
    keeper.proved();
    if (frame.entries.some((entry) => entry.author.role === 'officer')) fadeTyping();
    update({ entries: reader.entries, emergencies: emergenciesAfter(state.emergencies, frame.entries) });
    delivery.seen(frame.entries);
    if (state.phase === 'deferred') {
      // Another tab finished with it: here too nothing of it stays.
      if (frame.entries.some(({ body }) => body.kind === 'departure')) over('left');
      return;
    }
    if (state.phase === 'open' && frame.entries.some(({ body }) => body.kind === 'deferral')) {
      update({ phase: 'deferred' });
      return;
    }
    // After a departure the relay takes nothing more from here, even while an officer still holds it.
    if (frame.entries.some(({ body }) => body.kind === 'closure' || body.kind === 'departure'))
      over('closed');
  }

  function leaveWhenSaid(): void {
    if (state.phase === 'leaving' && !delivery.isLeaving()) over('left');
  }

  function onTyping(): void {
    cancelTyping?.();
    cancelTyping = environment.after(TYPING_FADES, fadeTyping);
    if (!state.officerTyping) update({ officerTyping: true });
  }

  /** Nothing more will be sent or received. */
  function over(why: Phase): void {
    keeper.stop();
    disconnected();
    const phase = state.phase === 'leaving' && (why === 'closed' || why === 'gone') ? 'left' : why;
    if (phase === 'closed') delivery.refuseAll('conversation-closed');
    else if (phase === 'left' || phase === 'gone') forgetContent();
    update({ phase, light: 'lost' });
  }

  function forgetContent(): void {
    reader = EMPTY_READER;
    readThrough = 0;
    delivery.forget();
    update({ entries: [], officerRead: 0, status: null, emergencies: 0, helpLines: [] });
  }

  function listen(text: string): void {
    environment.listen(text, (heard) => {
      // It may be known a moment later, when there is nobody left to tell.
      if (state.phase === 'open') update(afterHearing(state, heard));
    });
  }

  function add(act: Act): void {
    delivery.add(act, environment.now() + clockOffset);
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => keeper.start(),
    send: (text) => {
      if (state.phase !== 'open' || state.outbox.length >= OUTBOX_CAPACITY) return false;
      // First, so that the card does not wait for a socket; and whatever becomes of it, the message goes (M1).
      try {
        listen(text);
      } finally {
        add({ type: 'message', id: environment.newId(), text });
      }
      return true;
    },
    defer: (address, text) => {
      if (state.phase !== 'open') return false;
      for (const { act } of state.outbox) if (act.type === 'defer') delivery.discard(act.id);
      if (state.outbox.some(({ act }) => act.type === 'defer')) return false;
      add({ type: 'defer', id: environment.newId(), address, text });
      return true;
    },
    setSilent: (on) => {
      if (state.phase !== 'open' || isSilent(state) === on) return;
      for (const { act } of state.outbox) if (act.type === 'silence') delivery.discard(act.id);
      add({ type: 'silence', id: environment.newId(), on });
    },
    choosePhrase: (phrase) => {
      if (state.phase !== 'open') return false;
      for (const { act } of state.outbox) if (act.type === 'phrase') delivery.discard(act.id);
      add({ type: 'phrase', id: environment.newId(), phrase });
      return true;
    },
    consider: listen,
    takeBack: (id) => delivery.takeBack(id),
    typing: () => {
      const now = environment.elapsed();
      if (!welcomed || state.phase !== 'open' || now - typingSaidAt < TYPING_EVERY) return;
      if (say({ type: 'typing' })) typingSaidAt = now;
    },
    markRead: (seq) => {
      if (seq <= readThrough || seq > reader.cursor) return;
      readThrough = seq;
      if (welcomed) say({ type: 'read', seq });
    },
    end: () => {
      if (state.phase !== 'open' && state.phase !== 'deferred') return;
      update({ phase: 'leaving' });
      add({ type: 'leave', id: environment.newId(), manner: 'ended' });
    },
    quickExit: (id) => {
      // Past the outbox: nothing may delay it. The socket stays open on purpose, since closing it could
      // overtake the frame; leaving the page closes it.
      if (welcomed) say({ type: 'leave', id, manner: 'quick-exit' });
      listeners.clear();
      disconnected();
      forgetContent();
      state = INITIAL_STATE;
    },
    resume: () => {
      if (state.phase !== 'replaced' && state.phase !== 'failed') return;
      update({ phase: delivery.isLeaving() ? 'leaving' : 'open' });
      keeper.start();
    },
    hurry: () => keeper.hurry(),
    networkLost: () => keeper.drop(),
    forget: () => {
      listeners.clear();
      keeper.stop();
      disconnected();
      forgetContent();
      state = INITIAL_STATE;
    },
  };
}
