/** When waiting turns amber, in milliseconds. A service's habit, not a rule of the relay. */
export const LATE = {
  /** A citizen's word without an answer, in a conversation I hold. */
  unanswered: 2 * 60_000,
  /** Waiting in the queue. */
  queue: 5 * 60_000,
  /** A question left for an answer by e-mail. */
  deferred: 24 * 60 * 60_000,
  /** A malfunction or a right, reported through the site. */
  request: 7 * 24 * 60 * 60_000,
} as const;

/** After so many times the first threshold, waiting stands out among what is merely late. */
export const OVERDUE_FACTOR = 3;

/** Whether something that waits since an instant waits too long. */
export function isLate(since: number, now: number, threshold: number): boolean {
  return now - since >= threshold;
}
