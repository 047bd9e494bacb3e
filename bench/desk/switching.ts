import type { Page } from '@playwright/test';

/** One conversation as the window names it, and a text that its newest message alone holds. */
export type Target = { readonly reference: string; readonly newest: string };

export type Switch = {
  /** From the click to after the frame that shows the conversation, milliseconds. */
  readonly milliseconds: number;
  /** How many frames it took; 1 is the very frame of the click. */
  readonly frames: number;
};

export type Labels = { readonly lists: string; readonly journal: string };

/** Gives up on a switch that shows nothing; milliseconds. */
const LIMIT = 5_000;

/**
 * Clicks through conversations inside the window, and times each: the click is dispatched at the beginning of a frame
 * (so that the wait for the screen's next refresh, up to a frame of chance, is not counted), and the time stops in the
 * first task after the frame whose document holds the conversation's newest message has been painted.
 */
export function timeSwitches(page: Page, targets: readonly Target[], labels: Labels): Promise<Switch[]> {
  return page.evaluate(
    async ({ targets: wanted, labels: names, limit }) => {
      const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
      const afterPaint = () =>
        new Promise<void>((done) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done();
          channel.port2.postMessage(null);
        });
      const rowOf = (reference: string): HTMLElement => {
        const lists = document.querySelector(`[aria-label="${names.lists}"]`);
        const walker = document.createTreeWalker(lists ?? document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          if (node.nodeValue?.trim() === reference && node.parentElement !== null) return node.parentElement;
        }
        throw new Error('a conversation is not in the list');
      };
      const isShown = ({ reference, newest }: { reference: string; newest: string }) => {
        const journal = document.querySelector(
          `[aria-label^="${names.journal.replace('{reference}', reference)}"]`,
        );
        return journal?.textContent?.includes(newest) ?? false;
      };
      /** What is there instead of the conversation: where its journal stands, and whether it still reads. */
      const instead = () => {
        const journal = document.querySelector('[role="log"]');
        if (journal === null) return 'no journal';
        const rows = [...journal.querySelectorAll('[data-index]')].map((row) =>
          row.getAttribute('data-index'),
        );
        const { scrollTop, clientHeight, scrollHeight } = journal;
        return (
          `${journal.getAttribute('aria-label')}, busy ${journal.getAttribute('aria-busy')}, ` +
          `at ${Math.round(scrollTop)} + ${clientHeight} of ${scrollHeight}, rows ${rows[0]} to ${rows.at(-1)}`
        );
      };
      const times: { milliseconds: number; frames: number }[] = [];
      for (const target of wanted) {
        const row = rowOf(target.reference);
        // Two quiet frames, so that nothing of the last switch is counted with this one.
        await frame();
        await frame();
        const start = performance.now();
        row.click();
        let frames = 1;
        // React renders a click before the frame's end, in a microtask.
        await null;
        while (!isShown(target)) {
          if (performance.now() - start > limit)
            throw new Error(`${target.reference} was not shown; there is ${instead()}`);
          await frame();
          frames += 1;
        }
        await afterPaint();
        times.push({ milliseconds: performance.now() - start, frames });
      }
      return times;
    },
    { targets: [...targets], labels, limit: LIMIT },
  );
}

/**
 * Resolves with the time, in milliseconds since the epoch, of the first frame that lists all these references.
 * Rejects after 20 seconds with what the window shows instead.
 */
export async function whenListed(page: Page, references: readonly string[]): Promise<number> {
  try {
    const listed = await page.waitForFunction(
      (wanted) => {
        const text = document.body?.innerText ?? '';
        return wanted.every((reference) => text.includes(reference))
          ? performance.timeOrigin + performance.now()
          : null;
      },
      [...references],
      { polling: 'raf', timeout: 20_000 },
    );
    return Number(await listed.jsonValue());
  } catch (error) {
    const shown = await page.evaluate(() => document.body?.innerText.replaceAll('\n', ' · ').slice(0, 600));
    throw new Error(`the conversations were not listed; the window shows: ${shown}`, { cause: error });
  }
}
