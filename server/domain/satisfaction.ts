import type { Time } from '../../protocol/ids.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import type { Satisfaction, SatisfactionCounts, SatisfactionFigures } from '../../protocol/satisfaction.ts';
import { parisDay } from './days.ts';

const DAYS = 7;
const DAY = 24 * 60 * 60_000;

type Ended = Pick<
  ConversationState,
  'status' | 'left' | 'lastHolder' | 'emergency' | 'silent' | 'mayReturn' | 'form'
>;

/**
 * Rule D9: whether it may be asked how it was. After the end, of somebody whom an officer answered; never after an
 * emergency, in silent mode or after a quick exit, where a question would be out of place or be seen by another.
 */
export function mayAskSatisfaction(state: Ended): boolean {
  const over = state.status === 'closed' || state.left === 'ended';
  const hurried = state.left === 'quick-exit' || state.mayReturn;
  const calm = state.emergency === 'none' && !state.silent && !hurried;
  return over && calm && state.lastHolder !== null && state.form === null;
}

/** What an answer is counted as. */
export function satisfactionName(answer: Satisfaction): string {
  return `satisfaction-${answer}`;
}

type Daily = readonly { readonly day: string; readonly name: string; readonly count: number }[];

/** The last days' counts, today's among them. */
export function satisfactionFigures(daily: Daily, now: Time): SatisfactionFigures {
  const days = Array.from({ length: DAYS }, (_, back) => parisDay(now - back * DAY));
  const sum = (wanted: readonly string[], answer: Satisfaction): number =>
    daily
      .filter(({ day, name }) => name === satisfactionName(answer) && wanted.includes(day))
      .reduce((total, { count }) => total + count, 0);
  const counts = (wanted: readonly string[]): SatisfactionCounts => ({
    yes: sum(wanted, 'yes'),
    partly: sum(wanted, 'partly'),
    no: sum(wanted, 'no'),
  });
  return { today: counts(days.slice(0, 1)), week: counts(days) };
}
