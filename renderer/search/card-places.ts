import { type Place, placesIn, type Variable } from '../../protocol/canned.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** The variables that another card, or none, makes say something else. */
const OF_CARDS: ReadonlySet<Variable> = new Set<Variable>(['platform', 'lastplatform', 'station']);
/** Enough of the words around a place to find it again. */
const AROUND = 24;
/** Two letters or digits side by side. */
const IN_A_WORD = /^[\p{L}\p{N}]{2}$/u;
/** A place and its surroundings shorter than this may stand anywhere in a text. */
const TELLING = 4;

type Values = Partial<Record<Variable, string>>;

/** A place of a response already in a draft that the attached cards fill, and what stands in it now. */
export type CardPlace = Place & { readonly shown: string };

function said({ variable, fallback }: Place, values: Values): string {
  const value = values[variable];
  return value === undefined || value === '' ? (fallback ?? `{${variable}}`) : value;
}

/** The places of a response's text that the cards fill, as they are filled with these values. */
export function cardPlaces(template: string, values: Values): readonly CardPlace[] {
  return placesIn(template)
    .filter(({ variable }) => OF_CARDS.has(variable))
    .map((place) => ({
      ...place,
      before: place.before.slice(-AROUND),
      after: place.after.slice(0, AROUND),
      shown: said(place, values),
    }));
}

/** What a draft remembers once a response is put into it: the latest places. */
export function withPlaces(kept: readonly CardPlace[], put: readonly CardPlace[]): readonly CardPlace[] {
  return [...kept, ...put].slice(-LIMITS.draftPlaces);
}

/** Where a name stands by itself: not within another word. */
function standing(text: string, name: string): readonly number[] {
  const at: number[] = [];
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length)) {
    const [before, first] = [text.charAt(from - 1), name.charAt(0)];
    const [last, after] = [name.charAt(name.length - 1), text.charAt(from + name.length)];
    if (!IN_A_WORD.test(before + first) && !IN_A_WORD.test(last + after)) at.push(from);
  }
  return at;
}

/**
 * The text with the place saying something else; null where it no longer holds that place. `alike`: how many places,
 * with this one, still say the same.
 */
function changed(text: string, place: CardPlace, says: string, alike: number): string | null {
  const { before, after, shown, fallback } = place;
  const put = (from: number) => text.slice(0, from) + says + text.slice(from + shown.length);
  const whole = before + shown + after;
  const at = whole.trim().length < TELLING ? -1 : text.indexOf(whole);
  if (at >= 0) return put(at + before.length);
  // The officer wrote around it: a name must not stay for another card; a fallback names nobody.
  if (shown === '' || shown === fallback) return null;
  const found = standing(text, shown);
  // Once more than there are places: one of them is the officer's own word, and none is changed for them.
  return found[0] === undefined || found.length > alike ? null : put(found[0]);
}

/** A draft whose places say what the cards attached now are. A place that the officer wrote over is forgotten. */
export function refilled(
  draft: string,
  places: readonly CardPlace[],
  values: Values,
): { readonly text: string; readonly places: readonly CardPlace[] } {
  let text = draft;
  const kept = places.flatMap((place, index) => {
    const says = said(place, values);
    if (says === place.shown) return [place];
    const alike = places.slice(index).filter(({ shown }) => shown === place.shown).length;
    const next = changed(text, place, says, alike);
    if (next === null) return [];
    text = next;
    return [{ ...place, shown: says }];
  });
  return { text, places: kept };
}
