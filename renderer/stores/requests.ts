import { type Head, mailThatCameBack } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { purgeTime } from '../../protocol/retention.ts';
import { type Heads, remembered } from './heads.ts';

export type RequestState = 'new' | 'returned' | 'in-hand' | 'answered';

/** How a request of the site stands; `returned` when nobody has it in hand and its answer came back (rule W5). */
export function requestState(head: Pick<Head, 'status' | 'holder' | 'deferral'>): RequestState {
  if (head.status === 'closed') return 'answered';
  if (head.holder !== null) return 'in-hand';
  return mailThatCameBack(head) === null ? 'new' : 'returned';
}

function sorted(heads: Iterable<Head>): Head[] {
  const rank = (head: Head): number => {
    if (head.emergency === 'flagged') return 0;
    return { new: 1, returned: 1, 'in-hand': 2, answered: 3 }[requestState(head)];
  };
  const age = (head: Head): number => (head.closedAt === null ? head.openedAt : -head.closedAt);
  return [...heads]
    .filter(({ form }) => form !== undefined)
    .sort((a, b) => rank(a) - rank(b) || age(a) - age(b));
}

/** What is to be handled: emergencies, then what nobody has in hand, the oldest first. */
export const requestsOf = remembered((open): readonly Head[] => sorted(open.values()));

/** What was handled and this desk still knows, the latest first. */
export const handledRequestsOf = remembered((closed): readonly Head[] => sorted(closed.values()));

/** Requests that are new to this desk: not those that were there when it connected, nor whose answer came back. */
export function arrivedRequests(before: Heads, heads: readonly Head[]): readonly Head[] {
  const known = (id: Id): boolean => before.open.has(id) || before.closed.has(id);
  return heads.filter(
    (head) =>
      head.form !== undefined &&
      head.status === 'deferred' &&
      mailThatCameBack(head) === null &&
      !known(head.conversation),
  );
}

/** A right is owed an answer within a calendar month (GDPR, article 12, 3). */
export function answerDue({ form, openedAt }: Pick<Head, 'form' | 'openedAt'>): number | null {
  return form === 'rights' ? purgeTime(openedAt, 1) : null;
}
