import type { ActOf, Actor, Decision, Draft } from './acts.ts';
import { accepted, byCitizen, refused } from './acts.ts';

/**
 * A form of the site: a journal of its own, whose first entry says what is asked for (rule D6). With an address
 * it is answered by e-mail like any deferred answer. `emergency` is what the relay adds for its words (rule M1).
 */
export function openRequest(act: ActOf<'open-request'>, actor: Actor, emergency: readonly Draft[]): Decision {
  if (actor.role !== 'citizen') return refused('forbidden');
  const { termsVersion, language, subject, form, text, address, canMail } = act;
  if (address !== null && !canMail) return refused('mail-unavailable');
  return accepted(
    byCitizen({ kind: 'opened', termsVersion, language, subject, form }),
    byCitizen({ kind: 'message', text }),
    ...(address === null ? [] : [byCitizen({ kind: 'deferral' })]),
    ...emergency,
  );
}
