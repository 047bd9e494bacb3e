import {
  cameBackTo,
  compareQueue,
  type Head,
  isConsulted,
  isThere,
  mailThatCameBack,
} from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';

/**
 * Conversations' lines, in two maps: the open ones change all the time and are few; the closed ones are many
 * (10,000 in the cache) and hardly ever change. A message therefore never costs work proportional to the
 * cache.
 */
export type Heads = {
  readonly open: ReadonlyMap<Id, Head>;
  readonly closed: ReadonlyMap<Id, Head>;
};

export const NO_HEADS: Heads = { open: new Map(), closed: new Map() };

export type HeadsChange = {
  readonly all: boolean;
  readonly heads: readonly Head[];
  readonly gone: readonly Id[];
};

/**
 * Heads after a `heads` event. `all` names every open conversation the officer may see now: other open ones
 * are dropped. Closed ones are the cache's history, and leave only when named `gone` or purged.
 */
export function applyHeads(state: Heads, change: HeadsChange): Heads {
  const open = new Map(change.all ? [] : state.open);
  let closed: Map<Id, Head> | null = null;
  const closedForWriting = () => {
    closed ??= new Map(state.closed);
    return closed;
  };
  for (const head of change.heads) {
    if (head.status === 'closed') {
      open.delete(head.conversation);
      closedForWriting().set(head.conversation, head);
    } else {
      open.set(head.conversation, head);
      if (state.closed.has(head.conversation)) closedForWriting().delete(head.conversation);
    }
  }
  for (const id of change.gone) {
    open.delete(id);
    if (state.closed.has(id)) closedForWriting().delete(id);
  }
  return { open, closed: closed ?? state.closed };
}

/** Heads without the destroyed ones. */
export function dropHeads(state: Heads, ids: readonly Id[]): Heads {
  return applyHeads(state, { all: false, heads: [], gone: ids });
}

/** One conversation's line, open or closed; null when the desk knows it no more. */
export function findHead(state: Heads, id: Id | null): Head | null {
  if (id === null) return null;
  return state.open.get(id) ?? state.closed.get(id) ?? null;
}

/** An emergency that nobody acknowledged. */
export function isFlagged(head: Head): boolean {
  return head.emergency === 'flagged';
}

/** Who is owed an answer comes first: emergencies, then the longest unanswered, parked ones last. */
export function compareMine(a: Head, b: Head): number {
  const emergency = Number(b.emergency === 'flagged') - Number(a.emergency === 'flagged');
  if (emergency !== 0) return emergency;
  const parked = Number(a.status === 'parked') - Number(b.status === 'parked');
  if (parked !== 0) return parked;
  const left = Number(a.left !== null) - Number(b.left !== null);
  if (left !== 0) return left;
  const owedA = a.unansweredSince ?? Number.POSITIVE_INFINITY;
  const owedB = b.unansweredSince ?? Number.POSITIVE_INFINITY;
  if (owedA !== owedB) return owedA < owedB ? -1 : 1;
  if (a.openedAt !== b.openedAt) return a.openedAt - b.openedAt;
  return a.conversation < b.conversation ? -1 : Number(a.conversation > b.conversation);
}

/** A function of the heads' maps remembered by the map's identity: many readers, one computation a change. */
export function remembered<Result>(compute: (heads: ReadonlyMap<Id, Head>, of: Id | null) => Result) {
  let lastMap: ReadonlyMap<Id, Head> | null = null;
  let lastOf: Id | null = null;
  let last: Result | null = null;
  return (heads: ReadonlyMap<Id, Head>, of: Id | null = null): Result => {
    if (last === null || heads !== lastMap || of !== lastOf) {
      lastMap = heads;
      lastOf = of;
      last = compute(heads, of);
    }
    return last;
  };
}

/**
 * Waiting conversations in the queue's own order (rule Q1); last those whose citizen is gone, which the relay passes over
 * until they are back or an officer takes them by name.
 */
export const queueOf = remembered((open): readonly Head[] =>
  [...open.values()]
    .filter((head) => head.status === 'waiting')
    .sort((a, b) => goneLast(a, b) || compareQueue(a, b)),
);

function goneLast(a: Head, b: Head): number {
  // Emergencies stay together, acknowledged ones too.
  const together = (a.emergency === 'none') === (b.emergency === 'none');
  return together ? Number(isThere(b)) - Number(isThere(a)) : 0;
}

/** Those of the queue who are there to be answered: what "take the next" takes from, and what counts as waiting. */
export const awaitingOf = remembered((open): readonly Head[] => queueOf(open).filter(isThere));

/**
 * Questions left for an answer by e-mail: emergencies, then this officer's own and the answers that came back to them,
 * then what anyone may take, the oldest first, then what colleagues hold (supervisors see those).
 */
export const deferredOf = remembered((open, officer): readonly Head[] => {
  const rank = (head: Head): number => {
    if (head.emergency === 'flagged') return 0;
    if (officer !== null && (head.holder?.officer === officer || cameBackTo(head) === officer)) return 1;
    return head.holder === null ? 2 : 3;
  };
  const asked = (head: Head): number => head.deferral?.askedAt ?? head.openedAt;
  return [...open.values()]
    .filter((head) => head.deferral != null && head.form === undefined)
    .sort((a, b) => rank(a) - rank(b) || asked(a) - asked(b));
});

/** The mail server says that the address left takes no mail: another answer would go to the same one. */
export function hasDeadAddress({ deferral }: Head): boolean {
  return deferral?.mail?.state === 'bounced' && deferral.mail.reason === 'mailbox';
}

/** How many of these are answers that did not leave or did not arrive. */
export function countCameBack(heads: readonly Head[]): number {
  return heads.filter((head) => mailThatCameBack(head) !== null).length;
}

/** What an officer holds, the most owed first. */
export const heldBy = remembered((open, officer): readonly Head[] =>
  [...open.values()].filter((head) => head.holder?.officer === officer).sort(compareMine),
);

/** Held by colleagues who ask for this officer's advice, the oldest first. */
export const consultedOf = remembered((open, officer): readonly Head[] =>
  [...open.values()]
    .filter((head) => officer !== null && isConsulted(head, officer))
    .sort((a, b) => a.openedAt - b.openedAt),
);

/** Every open conversation somebody holds, for the board: the longest unanswered first. */
export const heldByAnyone = remembered((open): readonly Head[] =>
  [...open.values()]
    .filter(({ status, form }) => (status === 'active' || status === 'parked') && form === undefined)
    .sort(compareMine),
);

/** How many of these count as a load (rule Q4): conversations under way, not what is aside and no request of the site. */
export function loadOf(held: readonly Head[]): number {
  return held.filter(({ status, form }) => status === 'active' && form === undefined).length;
}

/** Flagged and not yet acknowledged, waiting or held: the alarm's reason. Oldest first. */
export const flaggedOf = remembered((open): readonly Head[] =>
  [...open.values()]
    .filter(isFlagged)
    .sort((a, b) => Number(b.status === 'waiting') - Number(a.status === 'waiting') || compareQueue(a, b)),
);

/** The same as one officer deals with them: those who wait, their own, then what colleagues look after. */
export function inTurn(flagged: readonly Head[], officer: Id): readonly Head[] {
  const rank = ({ status, holder }: Head): number => {
    if (status === 'waiting') return 0;
    return holder?.officer === officer ? 1 : 2;
  };
  return flagged.toSorted((a, b) => rank(a) - rank(b));
}

/** Closed conversations, the latest first. */
export const historyOf = remembered((closed): readonly Head[] =>
  [...closed.values()]
    .filter(({ form }) => form === undefined)
    .sort((a, b) => (b.closedAt ?? b.openedAt) - (a.closedAt ?? a.openedAt)),
);

/** Whether the holder has not read the citizen's last message. */
export function hasUnread(head: Head): boolean {
  return head.lastCitizenSeq > head.officerRead;
}
