import * as z from 'zod/mini';
import { Id } from '../../protocol/ids.ts';
import { Settings } from '../../protocol/ipc.ts';
import { languageOf } from './words.ts';

/** Where the window stood. Checked against the screens there are before it is used. */
export const WindowPlace = z.strictObject({
  x: z.nullable(z.int()),
  y: z.nullable(z.int()),
  width: z.int().check(z.minimum(320), z.maximum(20_000)),
  height: z.int().check(z.minimum(320), z.maximum(20_000)),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

export const Preferences = z.strictObject({
  /** Of whoever used this workstation last: what an officer who is new here begins with. */
  settings: Settings,
  place: WindowPlace,
  /** Each officer's own: one's volume is not another's. */
  officers: z.optional(z.record(Id, Settings)),
});
export type Preferences = z.infer<typeof Preferences>;

/** Officers whose settings a workstation remembers; who came first is forgotten first. */
const REMEMBERED = 50;

/** What an officer who signs in finds; null for nothing of their own. */
export function settingsOf({ officers = {} }: Preferences, officer: Id): Settings | null {
  return officers[officer] ?? null;
}

/** The preferences with changed settings, an officer's own when somebody is signed in. */
export function withSettings(preferences: Preferences, officer: Id | null, settings: Settings): Preferences {
  if (officer === null) return { ...preferences, settings };
  const others = Object.entries(preferences.officers ?? {}).filter(([id]) => id !== officer);
  const officers = Object.fromEntries([...others.slice(-(REMEMBERED - 1)), [officer, settings]]);
  return { ...preferences, settings, officers };
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A station's screen is 1366 × 768. */
const DEFAULT_PLACE: WindowPlace = { x: null, y: null, width: 1366, height: 740, maximized: false };

/** What a desk that knows nothing yet begins with; French is the language of reference. */
export function defaultPreferences(locale: string): Preferences {
  return {
    settings: {
      theme: 'system',
      language: languageOf(locale),
      volume: 0.6,
      notifications: true,
      contextOpen: true,
    },
    place: DEFAULT_PLACE,
  };
}

/** A remembered place, when its title bar would still be on a screen; otherwise the size only. */
export function visiblePlace(place: WindowPlace, areas: readonly Area[]): WindowPlace {
  const { x, y, width } = place;
  if (x === null || y === null) return place;
  const seen = areas.some(
    (area) =>
      x + width > area.x + 80 && x < area.x + area.width - 80 && y >= area.y && y < area.y + area.height - 40,
  );
  return seen ? place : { ...place, x: null, y: null };
}
