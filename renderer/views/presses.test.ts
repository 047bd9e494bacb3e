import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdPresses } from './presses.ts';

/** Something in the window, inside what is about a conversation or beside it. */
class Part {
  readonly #about: string | null;
  constructor(about: string | null) {
    this.#about = about;
  }
  closest() {
    return this.#about === null ? null : { getAttribute: () => this.#about };
  }
}

const [inA, inB, bar] = [new Part('A'), new Part('B'), new Part(null)];
let window: EventTarget;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Element', Part);
  window = new EventTarget();
  stop = holdPresses(window as Window);
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Whether what happens there goes on to whoever is there. */
function happens(type: string, target: Part, how: object = {}): boolean {
  const event = new Event(type, { cancelable: true });
  Object.defineProperty(event, 'target', { value: target });
  return window.dispatchEvent(Object.assign(event, { button: 0, repeat: false, ...how }));
}

/** Enter on a button: its click comes at once. */
function enter(target: Part): boolean {
  happens('keydown', target, { key: 'Enter' });
  const went = happens('click', target);
  happens('keyup', target, { key: 'Enter' });
  return went;
}

describe('a press', () => {
  test('that ends in another conversation does nothing', () => {
    happens('pointerdown', inA);
    happens('pointerup', inB);
    expect(happens('click', inB)).toBe(false);
    vi.runAllTimers();
    happens('keydown', inA, { key: ' ' });
    happens('keyup', inB, { key: ' ' });
    expect(happens('click', inB)).toBe(false);
  });

  test('in one conversation goes through', () => {
    happens('pointerdown', inA);
    happens('pointerup', inA);
    expect(happens('click', inA)).toBe(true);
  });

  test('that ends outside the columns is over: Enter and a screen reader press the buttons of the next one', () => {
    happens('pointerdown', inA);
    happens('pointerup', bar);
    vi.runAllTimers();
    expect(happens('click', inB)).toBe(true);
    happens('pointerdown', inA);
    happens('blur', bar);
    vi.runAllTimers();
    expect(happens('click', inB)).toBe(true);
  });

  test('whose end nobody heard is over with the next key', () => {
    happens('pointerdown', inA);
    expect(enter(inB)).toBe(true);
  });

  test('that is no click, such as for a menu, begins nothing', () => {
    happens('pointerdown', inA, { button: 2 });
    expect(happens('click', inB)).toBe(true);
  });
});
