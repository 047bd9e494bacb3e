import { describe, expect, test } from 'vitest';
import type { Head } from '../../protocol/head.ts';
import { newId } from '../../protocol/ids.ts';
import { COLLEAGUE, HOLDER, ME, makeHead, waitingHead } from './desk.testkit.ts';
import {
  applyHeads,
  awaitingOf,
  compareMine,
  countCameBack,
  deferredOf,
  findHead,
  flaggedOf,
  hasDeadAddress,
  hasUnread,
  heldBy,
  heldByAnyone,
  historyOf,
  inTurn,
  NO_HEADS,
  queueOf,
} from './heads.ts';

function heads(...all: ReturnType<typeof makeHead>[]) {
  return applyHeads(NO_HEADS, { all: true, heads: all, gone: [] });
}

describe('heads', () => {
  test('a change touches what it names; the closed ones keep their map untouched', () => {
    const open = makeHead();
    const closed = makeHead({ status: 'closed', closedAt: 5_000 });
    const before = heads(open, closed);
    const after = applyHeads(before, { all: false, heads: [{ ...open, subject: 'Bruit' }], gone: [] });
    expect(findHead(after, open.conversation)?.subject).toBe('Bruit');
    expect(after.closed).toBe(before.closed);
  });

  test('"all" drops the other open ones, never the history', () => {
    const open = makeHead();
    const closed = makeHead({ status: 'closed' });
    const other = makeHead();
    const after = applyHeads(heads(open, closed), { all: true, heads: [other], gone: [] });
    expect(findHead(after, open.conversation)).toBeNull();
    expect(findHead(after, closed.conversation)).toBe(closed);
  });

  test('a conversation that closes goes from the open ones to the history', () => {
    const open = makeHead();
    const after = applyHeads(heads(open), {
      all: false,
      heads: [{ ...open, status: 'closed', closedAt: 9 }],
      gone: [],
    });
    expect(after.open.size).toBe(0);
    expect(historyOf(after.closed)).toHaveLength(1);
  });

  test('Q1: the queue is in the queue’s own order', () => {
    const second = waitingHead({ waitingSince: 200 });
    const first = waitingHead({ waitingSince: 100 });
    const back = waitingHead({ waitingSince: 300, returned: true });
    const urgent = waitingHead({ waitingSince: 400, emergency: 'flagged' });
    const { open } = heads(second, first, back, urgent, makeHead());
    expect(queueOf(open)).toEqual([urgent, back, first, second]);
  });

  test('whoever is gone is last of the queue and is not waited for, but for an emergency that nobody saw', () => {
    const gone = waitingHead({ waitingSince: 100, returned: true, left: 'ended' });
    const there = waitingHead({ waitingSince: 200 });
    const seen = waitingHead({ waitingSince: 100, emergency: 'acknowledged', left: 'quick-exit' });
    const urgent = waitingHead({ waitingSince: 300, emergency: 'flagged', left: 'silent' });
    const { open } = heads(gone, there, seen, urgent);
    expect(queueOf(open)).toEqual([urgent, seen, there, gone]);
    expect(awaitingOf(open)).toEqual([urgent, there]);
  });

  test('the same map gives the same list: nothing is sorted again for each reader', () => {
    const { open } = heads(waitingHead());
    expect(queueOf(open)).toBe(queueOf(open));
  });

  test('mine: emergency, then the longest unanswered, then the answered, parked and left at the end', () => {
    const answered = makeHead();
    const late = makeHead({ unansweredSince: 100 });
    const lately = makeHead({ unansweredSince: 900 });
    const parked = makeHead({ status: 'parked', unansweredSince: 50 });
    const left = makeHead({ left: 'ended', unansweredSince: 10 });
    const urgent = makeHead({ emergency: 'flagged' });
    const theirs = makeHead({ holder: COLLEAGUE });
    const { open } = heads(answered, late, lately, parked, left, urgent, theirs);
    expect(heldBy(open, ME.officer)).toEqual([urgent, late, lately, answered, left, parked]);
    expect(heldByAnyone(open)).toHaveLength(7);
    expect(compareMine(late, late)).toBe(0);
  });

  test('flagged emergencies: those nobody holds first', () => {
    const held = makeHead({ emergency: 'flagged', waitingSince: 1 });
    const waiting = waitingHead({ emergency: 'flagged', waitingSince: 500 });
    const seen = waitingHead({ emergency: 'acknowledged' });
    expect(flaggedOf(heads(held, waiting, seen).open)).toEqual([waiting, held]);
  });

  test('an emergency of one’s own comes before one that a colleague looks after, however old', () => {
    const theirs = makeHead({ emergency: 'flagged', waitingSince: 1, holder: COLLEAGUE });
    const mine = makeHead({ emergency: 'flagged', waitingSince: 9 });
    const waiting = waitingHead({ emergency: 'flagged', waitingSince: 500 });
    const flagged = flaggedOf(heads(theirs, mine, waiting).open);
    expect(inTurn(flagged, ME.officer)).toEqual([waiting, mine, theirs]);
    expect(inTurn(flagged, COLLEAGUE.officer)).toEqual([waiting, theirs, mine]);
  });

  test('tasks: mine, and the answers that came back to me, before what is anybody’s, however old', () => {
    const owed = (askedAt: number, change: Partial<Head> = {}, by?: string) => {
      const state = { state: 'returned', reason: 'mailbox' } as const;
      const mail = by === undefined ? null : { email: newId(), at: 1, by, ...state };
      const none = { status: 'deferred', holder: null } as const;
      return makeHead({ ...none, deferral: { askedAt, address: by === undefined, mail }, ...change });
    };
    const anybodys = owed(100);
    const cameBack = owed(300, {}, ME.officer);
    const theirs = owed(200, {}, COLLEAGUE.officer);
    const mine = owed(400, { status: 'active', holder: HOLDER });
    const held = owed(50, { status: 'active', holder: COLLEAGUE }, ME.officer);
    const { open } = heads(anybodys, held, theirs, mine, cameBack);
    const tasks = deferredOf(open, ME.officer);
    expect(tasks).toEqual([cameBack, mine, anybodys, theirs, held]);
    expect(countCameBack(tasks)).toBe(3);
    // Nobody signed in owns nothing.
    expect(deferredOf(open, null)[0]).toBe(anybodys);
  });

  test('an address is dead where the mailbox is not there, not where it is full or the answer is on its way', () => {
    const answered = (state: 'queued' | 'bounced' | 'failed', reason: 'mailbox' | 'mailbox-full' | null) =>
      makeHead({ deferral: { askedAt: 1, address: true, mail: { email: newId(), at: 1, state, reason } } });
    expect(hasDeadAddress(answered('bounced', 'mailbox'))).toBe(true);
    expect(hasDeadAddress(answered('bounced', 'mailbox-full'))).toBe(false);
    expect(hasDeadAddress(answered('queued', null))).toBe(false);
    expect(hasDeadAddress(makeHead())).toBe(false);
  });

  test('unread is what the citizen said after what was read', () => {
    expect(hasUnread(makeHead({ lastCitizenSeq: 5, officerRead: 4 }))).toBe(true);
    expect(hasUnread(makeHead({ lastCitizenSeq: 5, officerRead: 5 }))).toBe(false);
  });
});
