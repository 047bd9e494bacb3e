import type { Page } from '@playwright/test';

/** What one turn of an officer is: go to a conversation, answer, see the answer in the journal. */
export type Turn = { readonly reference: string; readonly text: string };

/** Gives up on a turn that does not come to its end; milliseconds. */
const LIMIT = 20_000;

/**
 * Answers in the window itself, one conversation after the other, as fast as the desk follows: a click on the row,
 * the text in a few strokes, Enter, and the answer acknowledged in the journal. `names` are the window's own.
 */
export function takeTurns(
  page: Page,
  turns: readonly Turn[],
  names: { readonly lists: string; readonly journal: string; readonly sending: string },
): Promise<void> {
  return page.evaluate(
    async ({ turns: wanted, names: named, limit }) => {
      const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
      const shown = async (what: string, look: () => boolean) => {
        const start = performance.now();
        while (!look()) {
          if (performance.now() - start > limit) throw new Error(`${what}: not within ${limit} ms`);
          await frame();
        }
      };
      const row = (reference: string) =>
        [...document.querySelectorAll<HTMLElement>(`[aria-label="${named.lists}"] .reference`)].find(
          (each) => each.textContent === reference,
        );
      for (const { reference, text } of wanted) {
        await shown('a row', () => row(reference) !== undefined);
        row(reference)?.click();
        const journal = `[aria-label^="${named.journal.replace('{reference}', reference)}"]`;
        const composer = `.composer[aria-label*="${reference}"] textarea`;
        await shown('a composer', () => document.querySelector(composer) !== null);
        const area = document.querySelector<HTMLTextAreaElement>(composer);
        area?.focus();
        for (const part of text.match(/.{1,12}/gu) ?? []) {
          document.execCommand('insertText', false, part);
          await frame();
        }
        const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
        area?.dispatchEvent(new KeyboardEvent('keydown', enter));
        await shown('an answer', () => {
          const said = document.querySelector(journal)?.textContent ?? '';
          return said.includes(text) && !said.includes(named.sending);
        });
      }
    },
    { turns: [...turns], names, limit: LIMIT },
  );
}
