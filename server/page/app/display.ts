import * as z from 'zod/mini';
import { CitizenLanguage } from '../../../protocol/language.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

const KEY = 'display';
const Saved = z.object({ language: z.optional(CitizenLanguage), theme: z.optional(Theme) });
type Saved = z.infer<typeof Saved>;

/** The only thing this page ever keeps in the browser, for the session, and only once the person chose it. */
export type Display = {
  readonly saved: () => Saved;
  readonly keep: (change: Saved) => void;
  readonly forget: () => void;
};

/** `storage` may refuse (private windows, cookies off): then the choice lives as long as the page. */
export function createDisplay(storage: () => Storage): Display {
  let current: Saved = {};
  try {
    const parsed = Saved.safeParse(JSON.parse(storage().getItem(KEY) ?? '{}'));
    if (parsed.success) current = parsed.data;
  } catch {
    current = {};
  }
  return {
    saved: () => current,
    keep: (change) => {
      current = { ...current, ...change };
      try {
        storage().setItem(KEY, JSON.stringify(current));
      } catch {
        // The choice still holds for as long as the page is open.
      }
    },
    forget: () => {
      current = {};
      try {
        storage().removeItem(KEY);
      } catch {
        // Nothing was kept, then.
      }
    },
  };
}
