import { meaningfulWords } from './help-search.ts';
import { type Station, stationTown } from './station.ts';
import { distanceWithin, tolerance, wordsOf } from './words.ts';

/**
 * Search of the stations' directory by town, postcode and name: every word that was typed must fit, a postcode from
 * its beginning, a word without its accents and with a slip of the finger; one that says nothing, as in "à Lille", only
 * helps. What is exactly so comes before what begins so, and that before near spellings; a town before a name, a name
 * before what else its kind is called ("commissariat" for an "Hôtel de police"), that before a street. A town may be
 * written in one word ("larochelle"), and a word in two where nothing else fits.
 */

/** Where a word stands, and how much it counts there. */
const WEIGHTS = { postcode: 4, town: 4, name: 2, kind: 1.5, street: 1 } as const;
const EXACT = 4;
const PREFIX = 3;
const NEAR = 1;
/** What a word that says nothing is worth beside the others: "le mans" is Le Mans before it is Mansle. */
const HELPS = 0.1;

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

/**
 * What the same kind of place is called on its door, by whoever asks for it, and in English, without accents: a name that
 * holds one of them is found by the words of all, after those that hold the words themselves.
 */
const KINDS: readonly (readonly string[])[] = [
  ['commissariat', 'hotel de police', 'poste de police', 'bureau de police', 'police station'],
  ['gendarmerie', 'brigade'],
];

/** What is typed for whatever is open now, at four in the morning. */
const OPEN_AT_NIGHT = ['nuit', 'night', '24h'];

type Place = { readonly station: number; readonly weight: number };

/** The directory as it is searched: made once for each version of it. */
export type StationIndex = {
  /** In the order in which equals are shown: by town, then postcode, then name. */
  readonly stations: readonly Station[];
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** Towns of several words in one: long, and one wrong letter is all that is forgiven. */
  readonly joined: ReadonlySet<string>;
};

/** `12e`, `12ème`, `12th` and `1er`: one spelling for each number of an order. */
function searchedWord(word: string): string {
  return SHORT.get(word) ?? word.replace(/^([0-9]{1,2})(?:er|ere|re|eme|ieme|nd|nde|st|rd|th)$/, '$1e');
}

function searched(text: string): string[] {
  return wordsOf(text).map(searchedWord);
}

/** The words of the kind of place that a name says it is. */
function kindWords(name: string): readonly string[] {
  const said = ` ${wordsOf(name).join(' ')} `;
  const names = KINDS.find((kind) => kind.some((each) => said.includes(` ${each} `)));
  return names?.flatMap(wordsOf) ?? [];
}

/** Cities whose postcodes end with their arrondissements; 75116 is the sixteenth's too. */
const DIVIDED: ReadonlyMap<string, RegExp> = new Map([
  ['paris', /^75[01](0[1-9]|1[0-9]|20)$/],
  ['lyon', /^690(0[1-9])$/],
  ['marseille', /^130(0[1-9]|1[0-6])$/],
]);

/** `15` and `15e` for a station of 75015, whatever its name says. */
function arrondissement({ town, postcode }: Station): string[] {
  const digits = DIVIDED.get(wordsOf(town)[0] ?? '')?.exec(postcode)?.[1];
  return digits === undefined ? [] : [String(Number(digits)), `${Number(digits)}e`];
}

/** What stands before a town and is none, beside the words that say nothing anywhere. */
const AROUND = ['vers', 'pres', 'proche', 'autour', 'near', 'around'];

/** Whether a typed word says nothing of a place; a number always does. */
function saysNothing(word: string): boolean {
  return AROUND.includes(word) || (!/[0-9]/.test(word) && meaningfulWords(word).length === 0);
}

/** A town of several words in one, its saint whole or short, with its article and without. */
function inOneWord(town: string): string[] {
  const words = searched(town);
  if (words.length < 2) return [];
  const short = words.map((word) => word.replace(/^saint(e?)$/, 'st$1'));
  const bare = saysNothing(words[0] ?? '') ? [words.slice(1).join('')] : [];
  return [words.join(''), short.join(''), ...bare];
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
  const joined = new Set<string>();
  for (const [number, station] of sorted.entries()) {
    const weights = new Map<string, number>();
    const add = (words: readonly string[], weight: number) => {
      for (const word of words) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    };
    if (station.always) add(OPEN_AT_NIGHT, WEIGHTS.street);
    add(station.address.flatMap(searched), WEIGHTS.street);
    add(kindWords(station.name), WEIGHTS.kind);
    add(searched(station.name), WEIGHTS.name);
    const inOne = inOneWord(station.town);
    for (const word of inOne) joined.add(word);
    add([...searched(station.town), ...inOne, ...arrondissement(station)], WEIGHTS.town);
    add([station.postcode], WEIGHTS.postcode);
    for (const [word, weight] of weights) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [{ station: number, weight }]);
      else known.push({ station: number, weight });
    }
  }
  return { stations: sorted, places, joined };
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

type Scores = ReadonlyMap<number, number>;

/** What one typed word is worth for each station that has it. */
function scoresOf(typed: string, { places, joined }: StationIndex, limit = tolerance(typed)): Scores {
  const scores = new Map<number, number>();
  const give = (found: readonly Place[], fit: number) => {
    for (const { station, weight } of found) {
      scores.set(station, Math.max(scores.get(station) ?? 0, fit * weight));
    }
  };
  for (const [word, found] of places) {
    if (word === typed) give(found, EXACT);
    else if (word.startsWith(typed)) give(found, PREFIX);
    // Of towns and names: among all the streets there are, something is near to anything.
    else if (limit > 0 && isNear(typed, word, joined.has(word) ? 1 : limit))
      give(found.filter(isNamed), NEAR);
  }
  return scores;
}

type ScoresOf = (word: string) => Scores;

/** What each station that has every word is worth. */
function fitting(words: readonly string[], scoresOf: ScoresOf): Scores {
  const meaning = words.filter((word) => !saysNothing(word));
  // Eu and Us are towns.
  const asked = meaning.length > 0 ? meaning : words.slice(-1);
  const helping = words.filter((word) => !asked.includes(word)).map(scoresOf);
  const [first = new Map<number, number>(), ...others] = asked.map(scoresOf);
  const totals = new Map<number, number>();
  for (const [station, score] of first) {
    const rest = others.map((scores) => scores.get(station));
    if (rest.includes(undefined)) continue;
    const help = helping.reduce((sum, scores) => sum + (scores.get(station) ?? 0), 0);
    totals.set(station, rest.reduce<number>((sum, value) => sum + (value ?? 0), score) + HELPS * help);
  }
  return totals;
}

/** What fits when two neighbours among the words are one. */
function fittingJoined(words: readonly string[], scoresOf: ScoresOf, scoresOfJoined: ScoresOf): Scores[] {
  return words.slice(1).map((word, at) => {
    const joined = `${words[at]}${word}`;
    const some = [...words.slice(0, at), joined, ...words.slice(at + 2)];
    return fitting(some, (one) => (one === joined ? scoresOfJoined(one) : scoresOf(one)));
  });
}

/** The stations that fit everything typed, the best first: `limit` of them, and how many there are. None for nothing. */
export function searchStations(
  index: StationIndex,
  text: string,
  limit: number,
): { readonly stations: Station[]; readonly total: number } {
  const words = [...new Set(searched(text))].slice(0, WORDS_READ);
  const known = new Map(words.map((word) => [word, scoresOf(word, index)]));
  const scored: ScoresOf = (word) => known.get(word) ?? new Map();
  const whole = fitting(words, scored);
  // Two words in one are guessed already: near to that nothing is meant.
  const fits = whole.size > 0 ? [whole] : fittingJoined(words, scored, (word) => scoresOf(word, index, 0));
  const totals = new Map<number, number>();
  for (const [station, score] of fits.flatMap((scores) => [...scores])) {
    totals.set(station, Math.max(score, totals.get(station) ?? 0));
  }
  const ranked = [...totals].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b);
  const stations = ranked.slice(0, limit).flatMap(([station]) => index.stations[station] ?? []);
  return { stations, total: ranked.length };
}
