/**
 * Personal data that people type into a message, found by form and check digit. Pure and deterministic: relay, desk
 * and documents name an item by its kind and its place among those of its text.
 */
import { type Claimed, cardsIn, ibansIn } from './personal/bank.ts';
import { AT, emailsIn, phonesIn } from './personal/contact.ts';
import { runsOf, withPlainDigits } from './personal/digits.ts';
import { documentsIn, isAnnounced, nirsIn } from './personal/identity.ts';

/** The surest first: of two that overlap the first names both. */
export const PERSONAL_KINDS = ['iban', 'nir', 'card', 'email', 'document', 'phone'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export type PersonalItem = {
  readonly kind: PersonalKind;
  /** Where it stands in the text (UTF-16 code units); `end` is after it. */
  readonly start: number;
  readonly end: number;
  /** The same however it was typed: to know one again elsewhere. Never shown, never sent. */
  readonly key: string;
};

/** A stretch of a text: in clear, or an item with its place among the text's items. */
export type PersonalPart =
  | { readonly kind: 'clear'; readonly text: string }
  | { readonly kind: 'item'; readonly item: PersonalItem; readonly position: number; readonly text: string };

/**
 * The personal data in a text, in order, never overlapping: where two detectors claim the same characters all of them
 * belong to one item. Numbers that are everybody's (17, 112, 114, 3919, 08…) and companies' (SIREN, SIRET) are none.
 */
export function findPersonal(text: string): readonly PersonalItem[] {
  // Nothing of all this is written without three digits, a sign of e-mail or the name of a document: most messages end here.
  if (text.search(AT) === -1 && !/\p{Nd}.{0,3}\p{Nd}.{0,3}\p{Nd}/su.test(text) && !isAnnounced(text))
    return [];
  const plain = withPlainDigits(text);
  const runs = runsOf(plain);
  const claims: Record<PersonalKind, readonly Claimed[]> = {
    iban: ibansIn(plain),
    nir: nirsIn(plain),
    card: runs.flatMap(cardsIn),
    email: emailsIn(plain),
    document: documentsIn(plain),
    phone: runs.flatMap(phonesIn),
  };
  const found = PERSONAL_KINDS.flatMap((kind) =>
    claims[kind].map(({ start, end, key }) => ({ kind, start, end, key: `${kind}:${key}` })),
  );
  return merged(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

function rank(item: PersonalItem): number {
  return PERSONAL_KINDS.indexOf(item.kind);
}

/** Overlapping items as one, so that nothing of either stays in clear. */
function merged(items: readonly PersonalItem[]): PersonalItem[] {
  const whole: PersonalItem[] = [];
  for (const item of items) {
    const last = whole.at(-1);
    if (last === undefined || item.start >= last.end) {
      whole.push(item);
      continue;
    }
    const { kind, key } = rank(item) < rank(last) ? item : last;
    whole[whole.length - 1] = { kind, key, start: last.start, end: Math.max(last.end, item.end) };
  }
  return whole;
}

/** A text in order, its personal data told apart. */
export function personalParts(text: string): readonly PersonalPart[] {
  const parts: PersonalPart[] = [];
  let at = 0;
  for (const [position, item] of findPersonal(text).entries()) {
    if (item.start > at) parts.push({ kind: 'clear', text: text.slice(at, item.start) });
    parts.push({ kind: 'item', item, position, text: text.slice(item.start, item.end) });
    at = item.end;
  }
  if (at < text.length) parts.push({ kind: 'clear', text: text.slice(at) });
  return parts;
}

/** A text with each item replaced by what `word` says of its kind. */
export function maskedText(text: string, word: (kind: PersonalKind) => string): string {
  return personalParts(text)
    .map((part) => (part.kind === 'clear' ? part.text : word(part.item.kind)))
    .join('');
}
