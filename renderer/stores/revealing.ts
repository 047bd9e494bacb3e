import type { Command } from '../../protocol/desk-channel.ts';
import { type DeskContext, update } from './context.ts';
import { type MaskedItem, maskedKey, notedIn } from './revealed.ts';
import type { View } from './view.ts';

export type Revealing = {
  /** Notes in the journal that this officer looks at one item, then shows it (rule V2); off line too. */
  readonly reveal: (masked: MaskedItem) => Promise<void>;
  /** Covers it again, on this screen only. */
  readonly conceal: (masked: MaskedItem) => void;
};

function isNoted(view: View, masked: MaskedItem): boolean {
  const officer = view.state?.self?.officer ?? '';
  const entries = view.journals.get(masked.conversation)?.entries ?? [];
  return notedIn(entries).get(maskedKey(masked))?.has(officer) ?? false;
}

/** Whether an item shows: this officer revealed it, now or earlier, and did not cover it since. */
export function isRevealed(view: View, masked: MaskedItem): boolean {
  return view.revealed.get(masked.conversation)?.get(maskedKey(masked)) ?? isNoted(view, masked);
}

export function createRevealing(
  context: DeskContext,
  run: (command: Command) => Promise<boolean>,
): Revealing {
  function show(masked: MaskedItem, shown: boolean): void {
    update(context, (view) => {
      const items = new Map(view.revealed.get(masked.conversation)).set(maskedKey(masked), shown);
      return { ...view, revealed: new Map(view.revealed).set(masked.conversation, items) };
    });
  }

  return {
    async reveal(masked) {
      const view = context.store.getState();
      const before = view.revealed.get(masked.conversation)?.has(maskedKey(masked)) ?? false;
      // Noted once an officer and an item: covering it and looking again is the same look.
      const noted = before || isNoted(view, masked) || (await run({ kind: 'reveal', ...masked }));
      if (noted) show(masked, true);
    },
    conceal: (masked) => show(masked, false),
  };
}
