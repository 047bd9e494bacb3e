import type { Page } from '@playwright/test';

/** One keystroke in the composer, milliseconds. */
export type Stroke = {
  /** From the beginning of a frame, where the key is given, to after the frame that shows the letter. */
  readonly milliseconds: number;
  readonly frames: number;
};

/** Gives up on a letter that does not show; milliseconds. */
const LIMIT = 2_000;

/**
 * Types into the composer on screen, and times each stroke as `timeSwitches` times a switch: the key is given at
 * the beginning of a frame, so that the chance wait for the screen's next refresh is not counted.
 */
export function timeStrokes(page: Page, text: string): Promise<Stroke[]> {
  return page.evaluate(
    async ({ letters, limit }) => {
      const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
      const afterPaint = () =>
        new Promise<void>((done) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done();
          channel.port2.postMessage(null);
        });
      const area = document.querySelector<HTMLTextAreaElement>('textarea[data-place="composer"]');
      if (area === null) throw new Error('there is no composer on screen');
      area.focus();
      const strokes: { milliseconds: number; frames: number }[] = [];
      for (const key of letters) {
        const before = area.value.length;
        await frame();
        await frame();
        const start = performance.now();
        area.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        document.execCommand('insertText', false, key);
        let frames = 1;
        // React renders input before the frame's end, in a microtask.
        await null;
        while (area.value.length === before) {
          if (performance.now() - start > limit) throw new Error('a letter was not shown');
          await frame();
          frames += 1;
        }
        await afterPaint();
        strokes.push({ milliseconds: performance.now() - start, frames });
      }
      return strokes;
    },
    { letters: [...text], limit: LIMIT },
  );
}

/**
 * The same with keys given to the browser from outside, at any moment: from its receipt of the key to after the
 * frame that shows the letter, the wait for the screen's next refresh included. Milliseconds.
 */
export async function timeKeys(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(globalThis, 'keyTimes', times);
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  await page.locator('textarea[data-place="composer"]').focus();
  for (const key of text) await page.keyboard.press(key === ' ' ? 'Space' : key);
  const told = await page.evaluate(() => Reflect.get(globalThis, 'keyTimes'));
  return Array.isArray(told) ? told.filter((one) => typeof one === 'number') : [];
}
