import type { Desk as MainDesk } from '../../main/session/desk.ts';
import { type RequestHandlers, requestHandlers } from '../../main/session/requests.ts';
import type { Id } from '../../protocol/ids.ts';
import {
  type Bridge,
  type DeskEvent,
  REQUESTS,
  type RequestInput,
  type RequestName,
} from '../../protocol/ipc.ts';
import { createDesk, type Desk } from '../../renderer/stores/desk.ts';
import { SETTLE } from '../../renderer/stores/guard.ts';
import type { ModelDesk } from './desk.ts';
import { markedText } from './truth.ts';
import type { World } from './world.ts';

/** The composer on screen when the hand began to move: what a click or a key, once on its way, is meant for. */
type Hand = { readonly conversation: Id; readonly mode: 'message' | 'note' };

/**
 * An officer before the desk's real window (its stores, no DOM) over the real session: they type in the composer they
 * see, and press Enter now, or a moment later, when something else may be on screen.
 */
export class ModelWindow {
  readonly desk: ModelDesk;
  readonly #world: World;
  #window: Desk;
  #stop: () => void;
  #listeners = new Set<(event: DeskEvent) => void>();
  #hand: Hand | null = null;
  /** What the officer asked to see; anything else on screen has taken their place. */
  #asked = new Set<Id | null>([null]);
  #typed = 0;
  #typedSince = Number.NEGATIVE_INFINITY;
  readonly counts = { sends: 0, sent: 0, refused: 0, switches: 0, stale: 0, hasty: 0 };

  constructor(world: World, desk: ModelDesk) {
    this.#world = world;
    this.desk = desk;
    desk.onEvent = (event) => {
      const copy = structuredClone(event);
      for (const listener of this.#listeners) listener(copy);
    };
    this.#window = this.#open();
    this.#stop = this.#window.start();
  }

  #open(): Desk {
    const { desk } = this;
    const main = {
      get model() {
        return desk.model;
      },
      get session() {
        return desk.officerSession;
      },
    };
    // The handlers use no more of the desk than these two.
    const handlers: RequestHandlers = requestHandlers(main as unknown as MainDesk, {
      ready: Promise.resolve(),
      saveSettings: () => undefined,
      openExternal: async () => undefined,
      chooseFile: async () => ({ kind: 'cancelled' }),
    });
    const bridge: Bridge = {
      request: async (name, input) => {
        const handle = handlers[name] as (given: RequestInput<RequestName>) => Promise<unknown>;
        const parsed = REQUESTS[name].input.parse(input) as RequestInput<RequestName>;
        return REQUESTS[name].output.parse(await handle(parsed)) as never;
      },
      onEvent: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    return createDesk({
      bridge,
      sounds: { play: () => undefined } as never,
      now: () => this.#world.time.now,
    });
  }

  get shown(): Id | null {
    return this.#window.store.getState().selection.current;
  }

  #nameOf(conversation: Id): string {
    return this.#world.truth.names.get(conversation) ?? 'nobody';
  }

  /** The window is loaded again: what it knew is in main. */
  reload(): void {
    this.#stop();
    this.#listeners.clear();
    this.#hand = null;
    this.#asked = new Set([null]);
    this.#window = this.#open();
    this.#stop = this.#window.start();
  }

  look(conversation: Id): void {
    this.counts.switches += 1;
    this.#asked.add(conversation);
    this.#window.select(conversation);
  }

  /** A notification is clicked. */
  show(conversation: Id): void {
    this.#asked.add(conversation);
    for (const listener of this.#listeners) listener({ type: 'show', conversation });
  }

  nextUnread(): void {
    this.#asked = new Set([...this.#asked, ...this.desk.model.held().map((head) => head.conversation)]);
    this.#window.nextUnread();
  }

  takeNext(): void {
    this.#run(async () => {
      // The answer puts on screen what it names, and the officer asked for that.
      const waiting = this.#world.citizens.map(({ conversation }) => conversation);
      this.#asked = new Set([...this.#asked, ...waiting]);
      await this.#window.takeNext();
    });
  }

  /** Eyes on the screen: from here on the hand works for what is shown now. */
  aim(): void {
    const conversation = this.shown;
    if (conversation === null) return;
    const { drafts } = this.#window.store.getState();
    this.#hand = { conversation, mode: drafts.get(conversation)?.mode ?? 'message' };
  }

  switchMode(): void {
    const hand = this.#hand;
    if (hand === null || hand.conversation !== this.shown) return;
    const mode = hand.mode === 'message' ? 'note' : 'message';
    this.#window.setMode(hand.conversation, mode);
    this.#hand = { ...hand, mode };
  }

  /** Types a text in the composer the hand is at, if it is still the one on screen. */
  type(): void {
    const hand = this.#hand;
    if (hand === null || hand.conversation !== this.shown) return;
    const { mode } = this.#window.store.getState().drafts.get(hand.conversation) ?? { mode: 'message' };
    const rest = mode === 'note' ? 'NOTE' : 'bonjour';
    this.#typedSince = this.#world.time.now;
    this.#typed += 1;
    // A name of its own for each text: drafts leave in another order than they were typed in.
    const text = markedText(this.#nameOf(hand.conversation), `w${this.#typed}`, this.#typed, rest);
    this.#window.type(hand.conversation, text);
  }

  /** Enter, or the button, of the composer the hand was at: it may be gone from the screen by now. */
  press(byButton: boolean): void {
    const hand = this.#hand;
    if (hand === null) return;
    this.#send(hand.conversation, byButton);
  }

  /** Enter in whatever composer is on screen, the hand faster than the eye. */
  pressBlindly(): void {
    const { shown } = this;
    if (shown !== null) this.#send(shown, false);
  }

  #send(conversation: Id, byButton: boolean): void {
    const { rules } = this.#world;
    const { selection, drafts, notices } = this.#window.store.getState();
    const isStale = selection.current !== conversation;
    const now = this.#world.time.now;
    const isHasty =
      !byButton &&
      now - selection.shownSince < SETTLE &&
      this.#typedSince < selection.shownSince &&
      // Told once, a second Enter is meant.
      !notices.some(
        ({ at, content }) => content.kind === 'conversation-changed' && at >= selection.shownSince,
      );
    const text = drafts.get(conversation);
    this.counts.sends += 1;
    if (isStale) this.counts.stale += 1;
    if (isHasty) this.counts.hasty += 1;
    this.#run(async () => {
      const left = await this.#window.send(conversation, byButton);
      if (left) this.counts.sent += 1;
      else this.counts.refused += 1;
      rules.hold(
        'L1',
        !left || !isStale,
        () => `sent to ${conversation}, ${selection.current} was on screen`,
      );
      rules.hold(
        'L1',
        !left || !isHasty,
        () => `sent ${JSON.stringify(text)} right after the screen changed`,
      );
    });
  }

  closeAndNext(): void {
    const { shown } = this;
    if (shown === null) return;
    this.#run(async () => {
      this.#asked = new Set([...this.#asked, ...this.#world.citizens.map((citizen) => citizen.conversation)]);
      const ending = { conversation: shown, disposition: 'answered', comment: 'NOTE de fin' } as const;
      if (await this.#window.close(ending)) await this.#window.showNext(shown);
    });
  }

  /** What comes in never takes the screen; and what is written for one is in no other's composer. */
  watch(): void {
    const { rules } = this.#world;
    const { shown } = this;
    rules.hold('L1', this.#asked.has(shown), () => `${shown} took the screen by itself`);
    for (const [conversation, { message, note }] of this.#window.store.getState().drafts) {
      const name = this.#nameOf(conversation);
      for (const [, other] of `${message} ${note}`.matchAll(/\[(c\d+)\]/g)) {
        rules.hold('P1', other === name, () => `${other}'s answer stands in ${name}'s composer`);
      }
      rules.hold('P1', !message.includes('NOTE'), () => 'a note stands where messages are written');
    }
  }

  #run(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.#world.failed(error));
  }

  close(): void {
    this.#stop();
  }
}
