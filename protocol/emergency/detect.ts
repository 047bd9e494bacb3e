/**
 * Emergency wording, found by the same deterministic rules in the page and in the relay (rule M1): no
 * network, no model, no randomness. Everything is bounded by the length of the text, so that a hostile message
 * costs what an ordinary one of its length does.
 *
 * How: words (normalise.ts) → families of words (lexicon.ts) → patterns (rules.ts) found inside a sentence →
 * guards (guards.ts) that take a match away when the sentence denies it, tells of the past, supposes or asks.
 */
import { denied } from './denial.ts';
import { GUARDS, type GuardName } from './guards.ts';
import { Lexicon } from './lexicon.ts';
import { type Token, tokenise } from './normalise.ts';
import {
  couldMatch,
  type Known,
  type Match,
  matchAt,
  type Pattern,
  type Phrases,
  phrasesAt,
  readPatterns,
  type Span,
  type Steps,
} from './pattern.ts';
import { RULES } from './rules.ts';
import { TOPICS, type Topic } from './topics.ts';

/** Why a text looks like an emergency: the stable name of a rule, never the text. */
export type EmergencyRuleId = string;

type Named<Name> = { readonly name: Name; readonly pattern: Pattern };

/** Patterns by what their first item may be: most words begin none. */
class Book<Name extends string> {
  readonly #byFirst = new Map<number, Named<Name>[]>();

  constructor(texts: Readonly<Record<Name, string>>, ordered: boolean, lexicon: Lexicon, phrases: Phrases) {
    for (const name in texts) {
      for (const pattern of readPatterns(texts[name], ordered, lexicon, phrases)) {
        for (const number of pattern.items[0] ?? []) {
          const list = this.#byFirst.get(number) ?? [];
          list.push({ name, pattern });
          this.#byFirst.set(number, list);
        }
      }
    }
  }

  startingWith(number: number): readonly Named<Name>[] {
    return this.#byFirst.get(number) ?? [];
  }
}

type Machine = {
  readonly lexicon: Lexicon;
  readonly phrases: Phrases;
  readonly rules: Book<EmergencyRuleId>;
  readonly guards: Book<GuardName>;
  readonly topics: Book<Topic>;
  readonly verbs: readonly number[];
};

let machine: Machine | null = null;

/** Built on first use: a few milliseconds, once. */
function theMachine(): Machine {
  if (machine !== null) return machine;
  const lexicon = new Lexicon();
  const phrases: Phrases = new Map();
  machine = {
    lexicon,
    phrases,
    rules: new Book(RULES, false, lexicon, phrases),
    guards: new Book(GUARDS, true, lexicon, phrases),
    topics: new Book(TOPICS, false, lexicon, phrases),
    verbs: ['VIOL', 'WANT', 'BREAK', 'ENTER', 'FOLLOW', 'KILL'].map((name) => lexicon.numberOf(name)),
  };
  return machine;
}

const HAVING = new Set([
  'a',
  'ai',
  'as',
  'ont',
  'avait',
  'avaient',
  'avais',
  'avons',
  'ete',
  'etais',
  'etait',
  'ma',
  'was',
  'were',
  'had',
  'been',
]);
const BETWEEN = new Set(['deja', 'ete', 'me', 'm', 'tous', 'just', 'encore', 'violement', 'ensuite']);

/** "m'a frappé", "me frappait": said of something finished. Accents are gone, so the auxiliary tells. */
function isDone(words: readonly Token[], index: number): boolean {
  const word = words[index]?.word ?? '';
  if (/.{3}(ait|aient|ais)$/.test(word)) return true;
  const before = words[index - 1]?.word ?? '';
  const further = words[index - 2]?.word ?? '';
  // "A burglar" is no past; a French participle ends as one.
  if (before === 'a') return further !== 'y' && /(e|es|er|i|is|u|us|t)$/.test(word);
  if (HAVING.has(before)) return true;
  return BETWEEN.has(before) && HAVING.has(further);
}

/** Asks once for each different word: hostile texts repeat theirs. */
function once<Value>(ask: (word: string) => Value): (word: string) => Value {
  const answers = new Map<string, Value>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = ask(word);
    answers.set(word, answer);
    return answer;
  };
}

function know(text: string, { lexicon, phrases, verbs }: Machine): Known[] {
  const writtenOut = once((word) => lexicon.writtenOut(word));
  const look = once((word) => lexicon.look(word));
  // "non non non non": a word said over and over says no more than said three times.
  const tokens = tokenise(text)
    .flatMap((token) => writtenOut(token.word).map((word) => ({ ...token, word })))
    .filter(
      ({ word }, at, all) =>
        !(word === all[at - 1]?.word && word === all[at - 2]?.word && word === all[at - 3]?.word),
    );
  let place = 0;
  return tokens.map((token, at) => {
    const filler = lexicon.isFiller(token.word);
    if (!filler) place += 1;
    const said = phrasesAt(tokens, at, phrases, lexicon);
    const is = said.length > 0 ? [...look(token.word), ...said] : look(token.word);
    const done = verbs.some((verb) => is.includes(verb)) && isDone(tokens, at);
    return { ...token, is, filler, place, done };
  });
}

function sentences(words: readonly Known[]): Span[] {
  const found: Span[] = [];
  for (let first = 0; first < words.length; ) {
    let last = first;
    while (last < words.length && words[last]?.sentence === words[first]?.sentence) last += 1;
    found.push({ words, first, last });
    first = last;
  }
  return found;
}

type Spotted<Name> = Match & { readonly name: Name; readonly mark: Pattern['mark'] };

/** The patterns a sentence has the words for, by the number their first item may be. */
function possibleIn<Name extends string>(
  { words, first, last }: Span,
  book: Book<Name>,
): ReadonlyMap<number, readonly Named<Name>[]> {
  const present = new Set(words.slice(first, last).flatMap(({ is }) => is));
  const possible = new Map<number, readonly Named<Name>[]>();
  for (const number of present) {
    const patterns = book.startingWith(number).filter(({ pattern }) => couldMatch(pattern, present));
    if (patterns.length > 0) possible.set(number, patterns);
  }
  return possible;
}

function spot<Name extends string>(span: Span, book: Book<Name>, steps: Steps): Spotted<Name>[] {
  const found: Spotted<Name>[] = [];
  const possible = possibleIn(span, book);
  if (possible.size === 0) return found;
  for (let anchor = span.first; anchor < span.last; anchor += 1) {
    for (const number of span.words[anchor]?.is ?? []) {
      for (const { name, pattern } of possible.get(number) ?? []) {
        const match = matchAt(span, pattern, anchor, steps);
        if (match !== null) found.push({ ...match, name, mark: pattern.mark });
      }
    }
  }
  return found;
}

/** What guards stand in a sentence, and where. */
type Guarded = ReadonlyMap<GuardName, readonly Match[]>;

function guardsOf(span: Span, book: Book<GuardName>, steps: Steps): Guarded {
  const found = new Map<GuardName, Match[]>();
  for (const { name, ...match } of spot(span, book, steps)) {
    const list = found.get(name);
    if (list === undefined) found.set(name, [match]);
    else list.push(match);
  }
  return found;
}

/** What the whole message says, whatever the sentence. */
type Whole = {
  readonly past: boolean;
  readonly earlier: boolean;
  readonly now: boolean;
};

/** Whether the sentence takes the danger away whatever its tense: denial, a supposition, a story, a habit. */
function takenAway(words: readonly Known[], match: Spotted<EmergencyRuleId>, guards: Guarded): boolean {
  const before = (name: GuardName) => guards.get(name)?.some(({ start }) => start <= match.start) ?? false;
  if (guards.has('story') || guards.has('figure') || before('supposed')) return true;
  if (match.mark !== '!' && (guards.has('calm') || denied(words, match))) return true;
  if (guards.has('papers') && !guards.has('acute')) return true;
  if (match.name === 'help' && guards.has('calling')) return true;
  const asked =
    before('asked') || (guards.has('question') && (guards.has('asked') || guards.has('supposed')));
  if (!guards.has('now') && (asked || guards.has('habit'))) return true;
  return match.name !== 'suicide' && guards.has('online');
}

/** Whether another day is spoken of in the same breath, and nothing there says that it goes on. */
function ofAnotherDay(words: readonly Known[], { start }: Match, guards: Guarded): boolean {
  const clause = words[start]?.clause;
  const beside = (name: GuardName) =>
    guards.get(name)?.some((guard) => words[guard.start]?.clause === clause) ?? false;
  return beside('past') && !beside('now');
}

function holds(
  words: readonly Known[],
  match: Spotted<EmergencyRuleId>,
  guards: Guarded,
  whole: Whole,
): boolean {
  if (takenAway(words, match, guards)) return false;
  if (match.mark === '<') return !whole.past && (!whole.earlier || whole.now);
  return match.done || match.mark === '?' ? whole.now && !whole.past : !ofAnotherDay(words, match, guards);
}

/** The rules a text meets, and how many steps it took to say so (for tests; steps are not a unit of time). */
export function scan(text: string): { readonly rules: readonly EmergencyRuleId[]; readonly steps: number } {
  const built = theMachine();
  const words = know(text, built);
  const steps: Steps = { count: words.length };
  const matches = sentences(words).map((span) => ({
    span,
    spotted: spot(span, built.rules, steps),
  }));
  if (matches.every(({ spotted }) => spotted.length === 0)) return { rules: [], steps: steps.count };

  const parts = matches.map((part) => ({ ...part, guards: guardsOf(part.span, built.guards, steps) }));
  const anywhere = (name: GuardName) => parts.some(({ guards }) => guards.has(name));
  const whole: Whole = { past: anywhere('past'), earlier: anywhere('earlier'), now: anywhere('now') };
  const found = new Set<EmergencyRuleId>();
  for (const { spotted, guards } of parts) {
    for (const match of spotted) {
      if (!found.has(match.name) && holds(words, match, guards, whole)) found.add(match.name);
    }
  }
  return { rules: Object.keys(RULES).filter((id) => found.has(id)), steps: steps.count };
}

/**
 * Which emergency rules a message matches: ids in a fixed order, empty when it does not look like an
 * emergency. Pure; linear in the length of the text; never throws.
 */
export function detectEmergency(text: string): readonly EmergencyRuleId[] {
  return scan(text).rules;
}

const TOPIC_ORDER = Object.keys(TOPICS) as readonly Topic[];

/** What a message is about, where a help line exists for it, in the order of TOPICS. No alarm: see topics.ts. */
export function topicsOf(text: string): readonly Topic[] {
  const built = theMachine();
  const words = know(text, built);
  const steps: Steps = { count: 0 };
  const found = new Set<Topic>();
  for (const span of sentences(words)) {
    const spotted = spot(span, built.topics, steps);
    if (spotted.length === 0) continue;
    const guards = guardsOf(span, built.guards, steps);
    if (guards.has('story')) continue;
    for (const match of spotted) {
      // "Photos" are a manner of speaking of danger, and the very matter of threats on line.
      if (match.name !== 'online' && guards.has('figure')) continue;
      if (match.mark === '!' || !denied(words, match)) found.add(match.name);
    }
  }
  return TOPIC_ORDER.filter((topic) => found.has(topic));
}
