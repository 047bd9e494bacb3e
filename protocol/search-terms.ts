import { gramOf, numbersOf, type Piece, piecesOf } from './pieces.ts';

/**
 * What a text is found by, what a query asks for, and where that stands in a text: the index on the desk's disk, the
 * search in memory and the marks on screen agree because all three ask here.
 *
 * A *form* is what a query looks for: a folded word; a run of signs, found inside a longer run; a number without what
 * parts its groups; or any of these with `*` after it, for what begins so.
 */
export type Form = string;

/** Fewer are no number that anybody looks for in one piece. */
const NUMBER_FROM = 6;
/** An IBAN has 34. */
const NUMBER_CHARACTERS = 34;
/** Of one text: a pasted table must not make the index many times its size. */
const NUMBERS = 60;
/** Groups of a query that are joined with each other in every way. */
const GROUPS = 10;
/** Signs of a run that are looked for. */
const SIGNS = 20;
/** Digits that begin a number too many have. */
const OPEN_FROM = 3;

const hasDigit = (word: string) => /\p{N}/u.test(word);
const isNumber = (word: string) => word.length >= NUMBER_FROM && hasDigit(word);

/** Whether a word has spellings near to it and longer ones that it begins: digits and runs of signs have none. */
export function isSpelt(word: string): boolean {
  return gramOf(word) === 0 && !/^\p{N}+$/u.test(word);
}

/** What the index holds of a run of signs: one gram from each sign on, shorter ones at the end. */
function gramsOf({ signs, gram }: Piece): string[] {
  const texts = (signs ?? []).map(({ text }) => text);
  return texts.map((_, at) => texts.slice(at, at + gram).join(''));
}

function joined(groups: readonly Piece[]): string {
  return groups
    .map(({ group }) => group)
    .join('')
    .slice(0, NUMBER_CHARACTERS);
}

/** A number as it can be typed without its separators, from one of its groups on; null for what is too short to be one. */
function joinedFrom(groups: readonly Piece[], at: number): string | null {
  const rest = groups.slice(at, at + NUMBER_CHARACTERS);
  const whole = joined(rest);
  // A group alone is a word already, but for its country's prefix.
  return isNumber(whole) && (rest.length > 1 || rest[0]?.group !== rest[0]?.word) ? whole : null;
}

/** The words by which a text is found. */
export function indexedWords(text: string): string[] {
  const pieces = piecesOf(text);
  return [
    ...pieces.flatMap((piece) => (piece.signs === null ? [piece.word] : gramsOf(piece))),
    ...numbersOf(text, pieces)
      .flatMap((groups) => groups.map((_, at) => joinedFrom(groups, at)))
      .filter((whole) => whole !== null)
      .slice(0, NUMBERS),
  ];
}

/** What the index is asked for a form; an entry that has all of it may have the form, and its text has the last word. */
export function lookUps(form: Form): readonly { readonly word: string; readonly begins: boolean }[] {
  const word = form.replace(/\*$/, '');
  const gram = gramOf(word);
  if (gram === 0) return [{ word, begins: word !== form || isNumber(word) }];
  const signs = [...word];
  if (signs.length < gram) return [{ word, begins: true }];
  return signs.slice(gram - 1).map((_, at) => ({ word: signs.slice(at, at + gram).join(''), begins: false }));
}

/** Whether an entry that the index gives for a form has it, whatever its text. */
export function isCertain(form: Form): boolean {
  return lookUps(form).every(({ begins }) => !begins) && gramOf(form) === 0;
}

/** One thing that a query asks for, in any of its forms. */
export type Term = readonly [Form, ...Form[]];

/**
 * What a query asks for: each of its words, at most `limit`. The groups of a number may be written together in the text,
 * whichever of them. The last word is not finished while nothing follows it.
 */
export function termsOf(text: string, limit: number): Term[] {
  const pieces = piecesOf(text).slice(0, limit);
  const last = /[\p{L}\p{M}\p{N}]$/u.test(text) ? pieces.at(-1) : undefined;
  const numbers = new Map<number, Form[]>();
  for (const groups of numbersOf(text, pieces)) joinAll(groups.slice(0, GROUPS), last, numbers);
  const terms = pieces.map(({ word, signs, start }): Term => {
    if (signs !== null)
      return [
        signs
          .slice(0, SIGNS)
          .map((sign) => sign.text)
          .join(''),
      ];
    const open = start === last?.start && !isSpelt(word) && word.length >= OPEN_FROM;
    return [word, ...(open ? [`${word}*`] : []), ...(numbers.get(start) ?? [])];
  });
  return [...new Map(terms.map((term) => [term.join(' '), term])).values()];
}

/** Each stretch of a number's groups, given to every group in it. */
function joinAll(groups: readonly Piece[], last: Piece | undefined, numbers: Map<number, Form[]>): void {
  const stretches = groups.flatMap((_, from) =>
    groups.slice(from).map((__, more) => groups.slice(from, from + more + 1)),
  );
  for (const stretch of stretches) {
    const form = joinedForm(stretch, stretch.at(-1)?.start === last?.start);
    if (form === null) continue;
    for (const { start } of stretch) numbers.set(start, [...(numbers.get(start) ?? []), form]);
  }
}

/** Null for what is too short to be a number, and for a group that is a word as it stands. */
function joinedForm(stretch: readonly Piece[], open: boolean): Form | null {
  if (stretch.length === 1 && stretch[0]?.group === stretch[0]?.word) return null;
  const whole = joined(stretch);
  if (!hasDigit(whole) || whole.length < (open ? OPEN_FROM + 1 : NUMBER_FROM)) return null;
  return open ? `${whole}*` : whole;
}

export type Range = { readonly start: number; readonly end: number };

/** A text prepared to say where forms stand in it. */
export class SearchedText {
  readonly #pieces: readonly Piece[];
  readonly #numbers: readonly (readonly Piece[])[];

  constructor(text: string) {
    this.#pieces = piecesOf(text);
    this.#numbers = numbersOf(text, this.#pieces);
  }

  /** Where it may be cut: words, and each sign. */
  get words(): readonly Range[] {
    return this.#pieces.flatMap((piece): readonly Range[] => piece.signs ?? [piece]);
  }

  has(form: Form): boolean {
    return this.#placesOf(form).length > 0;
  }

  /** Where these forms stand, in order and without overlapping. */
  places(forms: Iterable<Form>): Range[] {
    const all = [...forms]
      .flatMap((form) => this.#placesOf(form))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const places: Range[] = [];
    for (const { start, end } of all) {
      const last = places.at(-1);
      if (last === undefined || start >= last.end) places.push({ start, end });
      else if (end > last.end) places[places.length - 1] = { start: last.start, end };
    }
    return places;
  }

  #placesOf(form: Form): Range[] {
    const word = form.replace(/\*$/, '');
    const open = word !== form;
    if (gramOf(word) > 0)
      return this.#pieces.flatMap(({ signs }) => (signs === null ? [] : within(signs, word)));
    const fits = (text: string) => (open ? text.startsWith(word) : text === word);
    const places: Range[] = this.#pieces.filter((piece) => piece.signs === null && fits(piece.word));
    if (!hasDigit(word) || !(open || isNumber(word))) return places;
    return [...places, ...this.#numbers.flatMap((groups) => joinedAt(groups, word, fits))];
  }
}

/** Where signs that spell `word` stand in a run. */
function within(signs: readonly Range[] & readonly { readonly text: string }[], word: string): Range[] {
  const places: Range[] = [];
  for (const [at, { start }] of signs.entries()) {
    let spelt = '';
    for (let next = at; spelt.length < word.length && next < signs.length; next += 1) {
      spelt += signs[next]?.text ?? '';
      if (spelt === word) places.push({ start, end: signs[next]?.end ?? start });
    }
  }
  return places;
}

/** Where consecutive groups make a number that fits. */
function joinedAt(groups: readonly Piece[], word: string, fits: (text: string) => boolean): Range[] {
  const places: Range[] = [];
  for (const [at, { start }] of groups.entries()) {
    let whole = '';
    for (let next = at; whole.length < word.length && next < groups.length; next += 1) {
      whole += groups[next]?.group ?? '';
      // The index has no shorter ones.
      if (whole.length >= word.length && fits(whole) && joinedFrom(groups, at) !== null)
        places.push({ start, end: groups[next]?.end ?? start });
    }
  }
  return places;
}
