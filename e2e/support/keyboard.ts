import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than a whole screen of the desk has. */
const STOPS = 150;

type Focus = {
  /** The element with the focus, in words for a failure's message. */
  readonly what: string;
  readonly lost: boolean;
  /** It, or what is drawn for it, has an outline of its own. */
  readonly outlined: boolean;
  /** It is in the window, and nothing covers its middle. */
  readonly inSight: boolean;
};

const WELL = { lost: false, outlined: true, inSight: true };

/** How the focus stands, by what is drawn. */
function look(): Focus {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) {
    return { what: 'nothing', lost: true, outlined: false, inSight: false };
  }
  const what = `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}" in ${
    element.closest('[aria-label]')?.getAttribute('aria-label') ?? 'the document'
  }`;
  const outlined = [element, element.parentElement, element.parentElement?.parentElement].some((each) => {
    if (each == null) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return (
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor)
    );
  });
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
  const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
  const drawn = right - left >= 8 && bottom - top >= 8;
  const at = document.elementFromPoint(x, y);
  const inSight = drawn && at !== null && (element.contains(at) || at.contains(element));
  return { what, lost: false, outlined, inSight };
}

/** An officer without a mouse. After every key the focus must be somewhere, in sight, and drawn as such. */
export class Keyboard {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  /** Waits until the focus stands well: an answer of the relay may have to come before it does. */
  async expectFocus(after: string): Promise<void> {
    let last: Focus | null = null;
    await expect
      .poll(
        async () => {
          last = await this.#window.evaluate(look);
          const { lost, outlined, inSight } = last;
          return { lost, outlined, inSight };
        },
        { message: `the focus after ${after}` },
      )
      .toEqual(WELL)
      .catch((error: unknown) => {
        throw new Error(`after ${after} the focus is on ${last?.what}`, { cause: error });
      });
  }

  async press(keys: string): Promise<void> {
    await this.#window.keyboard.press(keys);
    await this.expectFocus(keys);
  }

  async type(text: string): Promise<void> {
    await this.#window.keyboard.type(text);
    await this.expectFocus(`typing "${text}"`);
  }

  /** Goes on by Tab, or back, until the focus is on what is looked for; each stop on the way is looked at too. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const there = () => target.evaluateAll((all) => all.some((each) => each === document.activeElement));
    for (let stop = 0; stop < STOPS; stop += 1) {
      if (await there()) return;
      await this.press(key);
    }
    throw new Error(`no Tab leads to ${target}`);
  }
}
