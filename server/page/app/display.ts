import type { Saved } from '../wire/schemas.ts';
import { read } from '../wire/shape.ts';
import { saved } from '../wire/shapes/service.ts';

const KEY = 'display';

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
    current = read(saved, JSON.parse(storage().getItem(KEY) ?? '{}')) ?? {};
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
