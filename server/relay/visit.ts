import type { Opened } from '../../protocol/http.ts';
import type { Time } from '../../protocol/ids.ts';
import type { Live } from './live.ts';

/** How long the page still says that a question was left for an answer by e-mail: a reload, a lost answer. */
const DEFERRED_SHOWN = 10 * 60_000;

/** The conversation that a visitor's page shows; null when theirs is over, or not for whoever sits here later. */
export function currentOf(live: Live | null, now: Time): Opened | null {
  if (live === null || live.state.status === 'closed' || live.state.left !== null) return null;
  const { deferral } = live.state;
  // Whoever sits here later has nothing to learn from it.
  if (deferral !== null && now - deferral.askedAt > DEFERRED_SHOWN) return null;
  return { conversation: live.state.conversation, reference: live.reference };
}

/** What a page is sent with of its visitor's conversation. */
export type Visit = {
  /** It goes on. */
  readonly current: boolean;
  /** It goes on with a citizen who cannot write freely. */
  readonly silent: boolean;
};

export function visitOf(live: Live | null, now: Time): Visit {
  const silent = live?.state.silent === true && live.state.left === null && live.state.status !== 'closed';
  return { current: currentOf(live, now) !== null, silent };
}
