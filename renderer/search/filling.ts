import {
  type CannedResponse,
  type Filled,
  fillResponse,
  responseText,
  type Variable,
} from '../../protocol/canned.ts';
import type { Head } from '../../protocol/head.ts';
import { type Language, writtenFor } from '../../protocol/language.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { Station } from '../../protocol/station.ts';
import { hourOfDay } from '../format/time.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import { type CardPlace, cardPlaces } from './card-places.ts';
import { platformName } from './content.ts';

/** The cards that a text may speak of. */
export type Cards = {
  /** The platform attached to the answer. */
  readonly platform: Platform | null;
  /** The last one sent in this conversation. */
  readonly last: Platform | null;
  /** The station attached to the answer. */
  readonly station: Station | null;
};

export type FillingContext = {
  readonly self: OfficerSelf;
  readonly head: Head;
  readonly cards: Cards;
  /** The relay's time, for the greeting. */
  readonly now: number;
};

/**
 * What the cards say to a text in this language. A text that announces a card speaks of the attached one alone: one sent
 * before is another service, which must never be named for it.
 */
export function cardValues(
  { platform, last, station }: Cards,
  language: Language,
): Partial<Record<Variable, string>> {
  const closing = platform ?? last;
  return {
    ...(platform === null ? {} : { platform: platformName(platform, language) }),
    ...(closing === null ? {} : { lastplatform: platformName(closing, language) }),
    ...(station === null ? {} : { station: station.name }),
  };
}

/** What is known here for a canned response's variables; what is not stays between braces. */
export function valuesFor({ self, head, cards, now }: FillingContext): Partial<Record<Variable, string>> {
  const written = writtenFor(head.language);
  const { composer, lists } = CATALOGUES[written];
  const { greetings } = composer;
  const hour = hourOfDay(now);
  return {
    alias: self.alias,
    rank: self.rank,
    reference: head.reference,
    // Subjects stand in the journal in French, whatever the page spoke: in another language's sentence there is none.
    ...(head.subject === null || written !== 'fr' ? {} : { subject: head.subject }),
    language: lists.languages[head.language],
    greeting: hour >= 5 && hour < 18 ? greetings.day : greetings.evening,
    ...cardValues(cards, written),
  };
}

/** A filled response, and its places that the cards fill. */
export type FilledResponse = Filled & { readonly places: readonly CardPlace[] };

/** A canned response in the conversation's language or the one that stands in for it, its variables filled. */
export function filledResponse(response: CannedResponse, context: FillingContext): FilledResponse {
  const text = responseText(response, writtenFor(context.head.language));
  const values = valuesFor(context);
  return { ...fillResponse(text, values), places: cardPlaces(text, values) };
}
