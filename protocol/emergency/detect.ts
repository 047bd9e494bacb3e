/**
 * Emergency wording, found by the same deterministic rules in the page and in the relay (rule M1): no
 * network, no model, no randomness. Everything is bounded by the length of the text, so that a hostile message
 * costs what an ordinary one of its length does.
 *
 * How: words (normalise.ts) → families of words (lexicon.ts) → patterns (rules.ts) found inside a sentence →
 * guards (guards.ts) that take a match away when the sentence denies it, tells of the past, supposes or asks.
 */
import { GUARDS, type GuardName } from './guards.ts';
import { Lexicon } from './lexicon.ts';
import { type Token, tokenise } from './normalise.ts';
import {
  couldMatch,
  isFiller,
  type Known,
  type Match,
  matchAt,
  type Pattern,
  readPatterns,
  type Span,
  type Steps,
} from './pattern.ts';
import { RULES } from './rules.ts';

/** Why a text looks like an emergency: the stable name of a rule, never the text. */
export type EmergencyRuleId = string;

type Kind = 'now' | 'denial' | 'here' | 'thing' | 'grave' | 'fresh';
const KINDS: readonly Kind[] = ['now', 'denial', 'here', 'thing', 'grave', 'fresh'];

type Compiled<Name> = { readonly name: Name; readonly kind: Kind; readonly pattern: Pattern };

/** Patterns by the family their first word must be of: most words begin none. */
class Book<Name> {
  readonly #byFirst = new Map<number, Compiled<Name>[]>();

  add(name: Name, kind: Kind, patterns: readonly Pattern[]): void {
    for (const pattern of patterns) {
      for (const number of pattern.items[0]?.any ?? []) {
        const list = this.#byFirst.get(number);
        if (list === undefined) this.#byFirst.set(number, [{ name, kind, pattern }]);
        else list.push({ name, kind, pattern });
      }
    }
  }

  startingWith(number: number): readonly Compiled<Name>[] {
    return this.#byFirst.get(number) ?? [];
  }
}

type Machine = {
  readonly lexicon: Lexicon;
  readonly rules: Book<EmergencyRuleId>;
  readonly guards: Book<GuardName>;
  readonly verbs: readonly number[];
};

let machine: Machine | null = null;

/** Built on first use: about a millisecond, once. */
function theMachine(): Machine {
  if (machine !== null) return machine;
  const lexicon = new Lexicon();
  const rules = new Book<EmergencyRuleId>();
  for (const rule of RULES) {
    for (const kind of KINDS) rules.add(rule.id, kind, readPatterns(rule[kind] ?? '', lexicon));
  }
  const guards = new Book<GuardName>();
  for (const [name, text] of Object.entries(GUARDS))
    guards.add(name as GuardName, 'now', readPatterns(text, lexicon));
  const verbs = ['HIT', 'WANT', 'BREAK', 'ENTER', 'FOLLOW', 'STEAL', 'KILL', 'BURN'].map((name) =>
    lexicon.numberOf(name),
  );
  machine = { lexicon, rules, guards, verbs };
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
  if (HAVING.has(before)) return further !== 'y' || before !== 'a';
  return BETWEEN.has(before) && HAVING.has(further);
}

function know(text: string, { lexicon, verbs }: Machine): Known[] {
  // "non non non non": a word said over and over says no more than said three times.
  const tokens = tokenise(text).filter(
    ({ word }, index, all) =>
      !(word === all[index - 1]?.word && word === all[index - 2]?.word && word === all[index - 3]?.word),
  );
  return tokens.map((token, index) => {
    const is = lexicon.look(token.word);
    const done = verbs.some((verb) => is.includes(verb)) && isDone(tokens, index);
    return { ...token, is, filler: isFiller(token.word), done };
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

type Spotted<Name> = Match & { readonly name: Name; readonly kind: Kind };

function* spot<Name>(span: Span, book: Book<Name>, steps: Steps): Generator<Spotted<Name>> {
  const present = new Set<number>();
  for (let at = span.first; at < span.last; at += 1)
    for (const number of span.words[at]?.is ?? []) present.add(number);
  const possible = new Map<number, readonly Compiled<Name>[]>();
  for (const number of present) {
    possible.set(
      number,
      book.startingWith(number).filter(({ pattern }) => couldMatch(pattern, present)),
    );
  }
  for (let start = span.first; start < span.last; start += 1) {
    for (const number of span.words[start]?.is ?? []) {
      for (const { name, kind, pattern } of possible.get(number) ?? []) {
        const match = matchAt(span, pattern, start, steps);
        if (match !== null) yield { ...match, name, kind };
      }
    }
  }
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

const DENIALS = new Set([
  'pas',
  'jamais',
  'not',
  'never',
  'aucun',
  'aucune',
  'nobody',
  'personne',
  'sans',
  'without',
  'ni',
  'neither',
  'nor',
]);
const DENIALS_OF_THINGS = new Set([...DENIALS, 'no', 'non', 'plus']);
const STOPPING = new Set([
  'arete',
  'areter',
  'aretent',
  'stop',
  'cese',
  'lache',
  'keep',
  'can',
  'could',
  'peux',
  'peut',
  'sais',
  'know',
  'arive',
  'only',
  'seulement',
  'juste',
]);

function denies(words: readonly Known[], at: number): boolean {
  const near = [at - 1, at + 1, at + 2].map((index) => words[index]?.word ?? '');
  return !near.some((word) => STOPPING.has(word));
}

/** Whether a match is denied: "ne me frappe pas", "no fire", "personne ne me suit". */
function denied(words: readonly Known[], match: Match): boolean {
  return deniedWithin(words, match) || deniedBefore(words, match);
}

function deniedWithin(words: readonly Known[], { start, end }: Match): boolean {
  for (let at = start; at < end; at += 1) {
    if (DENIALS.has(words[at]?.word ?? '') && denies(words, at)) return true;
  }
  const after = words[end];
  if (after === undefined || after.clause !== words[start]?.clause) return false;
  return AFTERTHOUGHTS.has(after.word) && words[end + 1]?.word !== 'de' && denies(words, end);
}

function deniedBefore(words: readonly Known[], { start }: Match): boolean {
  const before = words[start - 1];
  const further = words[start - 2]?.word ?? '';
  if (before === undefined || before.clause !== words[start]?.clause) return false;
  if (SUBJECTS.has(words[start]?.word ?? '')) {
    return NOBODY.has(before.word) || (before.word === 'one' && further === 'no');
  }
  if (DENIALS_OF_THINGS.has(before.word) && denies(words, start - 1)) return true;
  return before.filler && DENIALS_OF_THINGS.has(further) && denies(words, start - 2);
}

const AFTERTHOUGHTS = new Set(['pas', 'jamais', 'non']);
const NOBODY = new Set(['nobody', 'personne', 'aucun']);
const SUBJECTS = new Set([
  'il',
  'ils',
  'ele',
  'eles',
  'he',
  'she',
  'they',
  'je',
  'j',
  'i',
  'on',
  'me',
  'm',
  'moi',
  'au',
  'a',
]);

/** What the whole message says, whatever the sentence. */
type Whole = {
  readonly past: boolean;
  readonly earlier: boolean;
  readonly now: boolean;
};

/** Whether the sentence takes the danger away whatever its tense: denial, a supposition, a story, a habit. */
function takenAway(words: readonly Known[], match: Spotted<EmergencyRuleId>, guards: Guarded): boolean {
  const before = (name: GuardName) => guards.get(name)?.some(({ start }) => start <= match.start) ?? false;
  if (guards.has('story') || before('supposed')) return true;
  if (match.kind !== 'denial' && (guards.has('calm') || denied(words, match))) return true;
  if (!guards.has('now') && (before('asked') || guards.has('habit'))) return true;
  return match.kind !== 'now' && match.kind !== 'denial' && guards.has('online');
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
  if (match.kind === 'fresh') return overNotYet(guards, whole);
  if (match.kind === 'grave') return !whole.past && (!whole.earlier || whole.now) && !guards.has('papers');
  if (match.kind === 'thing' && guards.has('papers')) return false;
  return match.done ? overNotYet(guards, whole) : !ofAnotherDay(words, match, guards);
}

/** Finished, but something in the message says that it goes on. */
function overNotYet(guards: Guarded, whole: Whole): boolean {
  return whole.now && !whole.past && !guards.has('papers');
}

/** The rules a text meets, and how many steps it took to say so (for tests; steps are not a unit of time). */
export function scan(text: string): { readonly rules: readonly EmergencyRuleId[]; readonly steps: number } {
  const built = theMachine();
  const words = know(text, built);
  const steps: Steps = { count: words.length };
  const matches = sentences(words).map((span) => ({
    span,
    spotted: [...spot(span, built.rules, steps)],
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
  return { rules: RULES.map(({ id }) => id).filter((id) => found.has(id)), steps: steps.count };
}

/**
 * Which emergency rules a message matches: ids in a fixed order, empty when it does not look like an
 * emergency. Pure; linear in the length of the text; never throws.
 */
export function detectEmergency(text: string): readonly EmergencyRuleId[] {
  return scan(text).rules;
}
