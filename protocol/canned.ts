import * as z from 'zod/mini';
import type { Language } from './language.ts';
import { PlatformId } from './platform.ts';

/** What a canned response may speak of. Anything else between braces is a mistake, and is said. */
export const VARIABLES = [
  'alias',
  'rank',
  'reference',
  'subject',
  'language',
  'greeting',
  /** The platform whose card leaves with the text. */
  'platform',
  /** The same; without one, the last that was sent in this conversation: for words that close after a redirection. */
  'lastplatform',
  /** The station whose card leaves with the text. */
  'station',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** A day of the calendar, such as `2027-11-30`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

export const ResponseId = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));
export type ResponseId = z.infer<typeof ResponseId>;

/** Cards that one response proposes. */
export const MOST_RESPONSE_PLATFORMS = 6;

export const CannedResponse = z.strictObject({
  id: ResponseId,
  /** What is typed after `/`. */
  shortcut: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  category: z.string().check(z.minLength(1), z.maxLength(40)),
  titleFr: z.string().check(z.minLength(1), z.maxLength(80)),
  titleEn: z.string().check(z.minLength(1), z.maxLength(80)),
  /** `{variable}` or `{variable|text used when it has no value}`. */
  textFr: z.string().check(z.minLength(1), z.maxLength(2000)),
  textEn: z.string().check(z.minLength(1), z.maxLength(2000)),
  /** Platforms worth sending as a card with this text, the best first. */
  platforms: z.optional(z.array(PlatformId).check(z.maxLength(MOST_RESPONSE_PLATFORMS))),
  /** Where the text comes from: for whoever must say whether it still holds. */
  source: z.optional(z.string().check(z.maxLength(500))),
  /** The last day on which it may be used, in Paris; without one it has no end. */
  validUntil: z.optional(Day),
});
export type CannedResponse = z.infer<typeof CannedResponse>;

export type PlaceProblem = {
  readonly problem: 'brace' | 'unknown-variable' | 'no-fallback';
  /** The place as it is written, such as `{name}`; empty for a brace without its pair. */
  readonly place: string;
};

const ANY_PLACE = /\{([^{}|]*)(\|[^{}]*)?\}/g;

/** What is wrong with the places of a response's text: each names a variable and declares its fallback. */
export function placeProblems(text: string): readonly PlaceProblem[] {
  const problems: PlaceProblem[] = [];
  if (/[{}]/.test(text.replace(ANY_PLACE, ''))) problems.push({ problem: 'brace', place: '' });
  for (const [place, name = '', fallback] of text.matchAll(ANY_PLACE)) {
    if (!isVariable(name)) problems.push({ problem: 'unknown-variable', place });
    else if (fallback === undefined) problems.push({ problem: 'no-fallback', place });
  }
  return problems;
}

const PARIS_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Paris at a time in milliseconds, such as `2027-11-30`. */
export function parisDay(at: number): Day {
  return PARIS_DAY.format(at);
}

/** Whether the last day on which a response may be used is over. */
export function isExpired({ validUntil }: Pick<CannedResponse, 'validUntil'>, today: Day): boolean {
  return validUntil !== undefined && validUntil < today;
}

export type Filled = { readonly text: string; readonly missing: readonly string[] };

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}

const PLACE = /\{([a-z]+)(?:\|([^{}]*))?\}/g;

/** A variable's place in a response's text, with the words around it up to the next places. */
export type Place = {
  readonly variable: Variable;
  readonly fallback: string | undefined;
  readonly before: string;
  readonly after: string;
};

/** The places of a response's text, in order. */
export function placesIn(text: string): readonly Place[] {
  const found = [...text.matchAll(PLACE)];
  return found.flatMap((match, index) => {
    const [whole, name = '', fallback] = match;
    if (!isVariable(name)) return [];
    const former = found[index - 1];
    const from = former === undefined ? 0 : former.index + former[0].length;
    const before = text.slice(from, match.index);
    const after = text.slice(match.index + whole.length, found[index + 1]?.index);
    return [{ variable: name, fallback, before, after }];
  });
}

/**
 * Fills a canned response's variables. A variable without a value takes its declared fallback; one with
 * neither stays visible between braces and is listed in `missing`: such a text must not be sent.
 */
export function fillResponse(text: string, values: Partial<Record<Variable, string>>): Filled {
  const missing: string[] = [];
  const filled = text.replace(PLACE, (place, name: string, fallback: string | undefined) => {
    const value = isVariable(name) ? values[name] : undefined;
    if (value !== undefined && value !== '') return value;
    if (fallback !== undefined) return fallback;
    missing.push(name);
    return place;
  });
  return { text: filled, missing };
}

/** A place as an officer's hand may have left it: other letters, spaces, a fallback, or one brace lost. */
const LEFT_OVER = new RegExp(
  String.raw`\{\s*(\p{L}+)\s*(?:\|[^{}]*)?\}|\{\s*(${VARIABLES.join('|')})(?!\p{L})|(?<!\p{L})(${VARIABLES.join('|')})\s*\}`,
  'giu',
);

/** The variables that still stand in a text about to be sent, each once: such a text does not leave. */
export function unfilledIn(text: string): readonly string[] {
  const names = [...text.matchAll(LEFT_OVER)].map(([, whole, opened, closed]) => {
    return (whole ?? opened ?? closed ?? '').toLowerCase();
  });
  return [...new Set(names)];
}

/** The text of a response in the conversation's language. */
export function responseText(response: CannedResponse, language: Language): string {
  return language === 'fr' ? response.textFr : response.textEn;
}
