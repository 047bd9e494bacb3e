import {
  type CannedResponse,
  type Filled,
  fillResponse,
  responseText,
  type Variable,
} from '../../protocol/canned.ts';
import type { Head } from '../../protocol/head.ts';
import { writtenFor } from '../../protocol/language.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { Station } from '../../protocol/station.ts';
import { hourOfDay } from '../format/time.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import { platformName } from './content.ts';

export type FillingContext = {
  readonly self: OfficerSelf;
  readonly head: Head;
  /** The platform attached to the answer, or the last one sent in this conversation. */
  readonly platform: Platform | null;
  /** The same of stations. */
  readonly station: Station | null;
  /** The relay's time, for the greeting. */
  readonly now: number;
};

/** What is known here for a canned response's variables; what is not stays between braces. */
export function valuesFor({
  self,
  head,
  platform,
  station,
  now,
}: FillingContext): Partial<Record<Variable, string>> {
  const { composer, lists } = CATALOGUES[writtenFor(head.language)];
  const { greetings } = composer;
  const hour = hourOfDay(now);
  return {
    alias: self.alias,
    rank: self.rank,
    reference: head.reference,
    ...(head.subject === null ? {} : { subject: head.subject }),
    language: lists.languages[head.language],
    greeting: hour >= 5 && hour < 18 ? greetings.day : greetings.evening,
    ...(platform === null ? {} : { platform: platformName(platform, writtenFor(head.language)) }),
    ...(station === null ? {} : { station: station.name }),
  };
}

/** A canned response in the conversation's language or the one that stands in for it, its variables filled. */
export function filledResponse(response: CannedResponse, context: FillingContext): Filled {
  return fillResponse(responseText(response, writtenFor(context.head.language)), valuesFor(context));
}
