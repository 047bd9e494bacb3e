import type { ServiceInfo, Terms } from '../../../protocol/http.ts';
import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { ClientState, Welcome } from '../client/state.ts';
import type { SubjectId } from '../i18n/subjects.ts';
import type { Texts } from '../i18n/texts.ts';
import type { EmbeddedService } from '../wire/schemas.ts';

export type Screen =
  | 'starting'
  | 'home'
  | 'returning'
  | 'terms'
  | 'conversation'
  | 'ended'
  | 'cookies-off'
  | 'unavailable'
  | 'blocked';

export type Problem = 'unreachable' | 'refused' | 'rate-limited' | 'terms-changed' | 'gone' | 'closed';

export type AppState = {
  readonly screen: Screen;
  readonly language: CitizenLanguage;
  /** The words of that language. */
  readonly texts: Texts;
  readonly service: ServiceInfo | null;
  readonly subject: SubjectId | null;
  readonly terms: Terms | null;
  /** A request is on its way: its button says so. */
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** An answer by e-mail was chosen: its form stands in place of the chat. */
  readonly deferring: boolean;
  /** The person cannot write freely: neutral title and icon, taps. */
  readonly silent: boolean;
  /** What was chosen in the guided orientation: the officer will see it. */
  readonly orientation: EmbeddedService['orientation'] | null;
  readonly chat: ClientState | null;
  /** What remains of a conversation that was ended here: its reference and its last day. */
  readonly farewell: Welcome | null;
  /** Whether the question after the end may be asked (rule D9). */
  readonly asking: boolean;
  /** Until when this browser or its address may open nothing, by its own clock; null when it may. */
  readonly blockedUntil: number | null;
};
