import { type Station, stationTown } from './station.ts';
import { distanceWithin, tolerance, wordsOf } from './words.ts';

/**
 * Search of the stations' directory by town, postcode and name: every word that was typed must fit, a postcode from
 * its beginning, a word without its accents and with a slip of the finger. What is exactly so comes before what
 * begins so, and that before near spellings; a town before a name, a name before a street.
 */

/** Where a word stands, and how much it counts there. */
const WEIGHTS = { postcode: 4, town: 4, name: 2, street: 1 } as const;
const EXACT = 4;
const PREFIX = 3;
const NEAR = 1;

/** Words of a query beyond this are not read. */
const WORDS_READ = 8;

/** What people write short, in addresses above all. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['bd', 'boulevard'],
  ['av', 'avenue'],
  ['pl', 'place'],
]);

/** What is typed for whatever is open now, at four in the morning. */
const OPEN_AT_NIGHT = ['nuit', 'night', '24h'];

type Place = { readonly station: number; readonly weight: number };

/** The directory as it is searched: made once for each version of it. */
export type StationIndex = {
  /** In the order in which equals are shown: by town, then postcode, then name. */
  readonly stations: readonly Station[];
  readonly places: ReadonlyMap<string, readonly Place[]>;
};

function searched(text: string): string[] {
  return wordsOf(text).map((word) => SHORT.get(word) ?? word);
}

const FRENCH = new Intl.Collator('fr', { numeric: true });

/** The directory, ready to be searched. */
export function stationIndex(stations: readonly Station[]): StationIndex {
  const sorted = [...stations].sort(
    (a, b) =>
      FRENCH.compare(a.town, b.town) ||
      FRENCH.compare(stationTown(a), stationTown(b)) ||
      FRENCH.compare(a.name, b.name),
  );
  const places = new Map<string, Place[]>();
  for (const [number, station] of sorted.entries()) {
    const weights = new Map<string, number>();
    const add = (words: readonly string[], weight: number) => {
      for (const word of words) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    };
    if (station.always) add(OPEN_AT_NIGHT, WEIGHTS.street);
    add(station.address.flatMap(searched), WEIGHTS.street);
    add(searched(station.name), WEIGHTS.name);
    add(searched(station.town), WEIGHTS.town);
    add([station.postcode], WEIGHTS.postcode);
    for (const [word, weight] of weights) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [{ station: number, weight }]);
      else known.push({ station: number, weight });
    }
  }
  return { stations: sorted, places };
}

/** Whether a word is meant by what was typed of it so far, one or two letters apart: seldom at its beginning. */
function isNear(typed: string, word: string, limit: number): boolean {
  if (word[0] !== typed[0] && word[1] !== typed[1] && word[0] !== typed[1]) return false;
  if (distanceWithin(typed, word, limit) <= limit) return true;
  // Not typed to its end yet.
  return word.length > typed.length && distanceWithin(typed, word.slice(0, typed.length), limit) <= limit;
}

function isNamed({ weight }: Place): boolean {
  return weight > WEIGHTS.street;
}

/** What one typed word is worth for each station that has it. */
function scoresOf(typed: string, { places }: StationIndex): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  const give = (found: readonly Place[], fit: number) => {
    for (const { station, weight } of found) {
      scores.set(station, Math.max(scores.get(station) ?? 0, fit * weight));
    }
  };
  const limit = tolerance(typed);
  for (const [word, found] of places) {
    if (word === typed) give(found, EXACT);
    else if (word.startsWith(typed)) give(found, PREFIX);
    // Of towns and names: among all the streets there are, something is near to anything.
    else if (limit > 0 && isNear(typed, word, limit)) give(found.filter(isNamed), NEAR);
  }
  return scores;
}

/** The stations that fit everything typed, the best first: `limit` of them, and how many there are. None for nothing. */
export function searchStations(
  index: StationIndex,
  text: string,
  limit: number,
): { readonly stations: Station[]; readonly total: number } {
  const words = [...new Set(searched(text))].slice(0, WORDS_READ);
  const [first, ...others] = words.map((word) => scoresOf(word, index));
  if (first === undefined) return { stations: [], total: 0 };
  const totals: [station: number, score: number][] = [];
  for (const [station, score] of first) {
    const rest = others.map((scores) => scores.get(station));
    if (rest.includes(undefined)) continue;
    totals.push([station, rest.reduce<number>((sum, value) => sum + (value ?? 0), score)]);
  }
  totals.sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b);
  const stations = totals.slice(0, limit).flatMap(([station]) => index.stations[station] ?? []);
  return { stations, total: totals.length };
}
