import * as z from 'zod/mini';
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

export const Preferences = z.strictObject({ settings: Settings, place: WindowPlace });
export type Preferences = z.infer<typeof Preferences>;

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
