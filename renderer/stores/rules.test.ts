import { describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import { mustSound } from './alarm.ts';
import { addSample, byQuarter, dutyOf, longestWait, MAX_SAMPLES } from './board.ts';
import { COLLEAGUE, ME, makeDraft, makeHead, waitingHead } from './desk.testkit.ts';
import { changeDraft, draftsFrom, dropDrafts } from './drafts.ts';
import { isFault } from './fault.ts';
import { BROKEN_OFF, BUTTON_SETTLE, guardPress, guardSend, SETTLE } from './guard.ts';
import { addNotice, ageNotices, NOTICE_TIME, type Notice, shownNotices } from './notices.ts';

const A = newId();
const B = newId();

describe('the wrong-citizen guard', () => {
  const intent = {
    composedFor: A,
    typedIn: A,
    typedAt: 1_000,
    brokeOffAt: null,
    focusedAt: null,
    shown: A,
    shownSince: 500,
    now: 1_100,
    byButton: false,
  };

  test('lets through what was typed where it is sent', () => {
    expect(guardSend(intent)).toBe('send');
  });

  test('refuses a composer that is not the conversation on screen, the button included', () => {
    expect(guardSend({ ...intent, shown: B })).toBe('conversation-changed');
    expect(guardSend({ ...intent, shown: B, byButton: true })).toBe('conversation-changed');
    expect(guardSend({ ...intent, shown: null })).toBe('conversation-changed');
  });

  test('refuses an Enter right after the screen changed under a text typed elsewhere', () => {
    const changed = { ...intent, composedFor: B, shown: B, shownSince: 1_050 };
    expect(guardSend(changed)).toBe('conversation-changed');
    expect(guardSend({ ...changed, now: 1_050 + SETTLE })).toBe('send');
    const byButton = { ...changed, byButton: true };
    expect(guardSend(byButton)).toBe('conversation-changed');
    expect(guardSend({ ...byButton, now: 1_050 + BUTTON_SETTLE })).toBe('send');
  });

  test('refuses the end of a sentence that was broken off when the screen changed', () => {
    const end = { ...intent, brokeOffAt: 460, shownSince: 500, typedAt: 900 };
    expect(guardSend(end)).toBe('conversation-changed');
    expect(guardSend({ ...end, now: 500 + SETTLE })).toBe('send');
    expect(guardSend({ ...end, brokeOffAt: 500 - BROKEN_OFF })).toBe('send');
    expect(guardSend({ ...end, byButton: true })).toBe('send');
  });

  test('refuses an Enter meant for what had the focus a moment ago', () => {
    const given = { ...intent, shownSince: 0, typedAt: 500, focusedAt: 1_000, now: 1_100 };
    expect(guardSend(given)).toBe('focus-moved');
    expect(guardSend({ ...given, now: 1_000 + SETTLE })).toBe('send');
    expect(guardSend({ ...given, byButton: true })).toBe('send');
  });

  test('refuses a text typed here before the screen went away and came back', () => {
    expect(guardSend({ ...intent, typedAt: 400, shownSince: 1_000 })).toBe('conversation-changed');
  });
});

describe('what one press sends', () => {
  const press = { conversation: A, shown: A, shownSince: 1_000, now: 1_000 + SETTLE };

  test('goes to whoever has been before the eyes', () => {
    expect(guardPress(press)).toBe('send');
    expect(guardPress({ ...press, now: press.now - 1 })).toBe('conversation-changed');
    expect(guardPress({ ...press, shown: B })).toBe('conversation-changed');
    expect(guardPress({ ...press, shown: null })).toBe('conversation-changed');
  });
});

describe('the alarm', () => {
  const waiting = waitingHead({ emergency: 'flagged' });
  const mine = makeHead({ emergency: 'flagged' });
  const theirs = makeHead({ emergency: 'flagged', holder: COLLEAGUE });

  const at = (presence: RosterRow['presence'], presenceWhy?: 'idle' | 'missed-offers') => ({
    officer: ME.officer,
    presence,
    ...(presenceWhy === undefined ? {} : { presenceWhy }),
  });
  const row = (officer: typeof COLLEAGUE, presence: RosterRow['presence']): RosterRow => ({
    ...{ ...officer, role: 'officer', presence },
    ...{ active: 0, parked: 0, capacity: 4, since: 0 },
  });
  const attended = [row(COLLEAGUE, 'available')];
  const empty = [row(COLLEAGUE, 'break')];

  test('sounds for mine always, for one that waits only when I could take it', () => {
    expect(mustSound([mine], at('break'), attended)).toBe(true);
    expect(mustSound([waiting], at('available'), attended)).toBe(true);
    expect(mustSound([waiting], at('break'), attended)).toBe(false);
    const deferred = makeHead({ status: 'deferred', holder: null, emergency: 'flagged' });
    expect(mustSound([deferred], at('available'), attended)).toBe(true);
    expect(mustSound([deferred], at('break'), attended)).toBe(false);
    expect(mustSound([theirs], at('available'), attended)).toBe(false);
    expect(mustSound([], at('available'), attended)).toBe(false);
  });

  test('goes on for whom a desk made absent, not for who said so', () => {
    expect(mustSound([waiting], at('away', 'idle'), attended)).toBe(true);
    expect(mustSound([waiting], at('away', 'missed-offers'), attended)).toBe(true);
    expect(mustSound([waiting], at('away'), attended)).toBe(false);
  });

  test('sounds everywhere while nobody is at work', () => {
    expect(mustSound([waiting], at('break'), empty)).toBe(true);
    expect(mustSound([waiting], at('away'), empty)).toBe(true);
    expect(mustSound([waiting], at('break'), [...empty, row(COLLEAGUE, 'finishing')])).toBe(false);
  });

  test('sounds for a colleague’s that nobody looks after', () => {
    expect(mustSound([theirs], at('available'), empty)).toBe(true);
    expect(mustSound([theirs], at('available'), [row(ME, 'available')])).toBe(true);
    expect(mustSound([theirs], at('available'), [])).toBe(false);
  });
});

describe('what nobody caught', () => {
  test('is told, but for sizes that a browser tells of a frame later', () => {
    expect(isFault({ message: 'Uncaught TypeError: x is undefined' })).toBe(true);
    expect(isFault({ message: 'ResizeObserver loop completed with undelivered notifications.' })).toBe(false);
    expect(isFault({ message: 'ResizeObserver loop limit exceeded' })).toBe(false);
  });
});

describe('drafts', () => {
  test('message and note have each their own text', () => {
    const drafts = changeDraft(draftsFrom([makeDraft(A, { message: 'au citoyen' })], null), A, {
      note: 'entre nous',
    });
    expect(drafts.get(A)).toMatchObject({ message: 'au citoyen', note: 'entre nous', mode: 'message' });
  });

  test('an empty draft takes no room, and purged ones are gone', () => {
    const drafts = draftsFrom([makeDraft(A, { message: 'x' })], null);
    expect(changeDraft(drafts, A, { message: '' }).size).toBe(0);
    expect(dropDrafts(drafts, [A]).size).toBe(0);
    expect(dropDrafts(drafts, [B])).toBe(drafts);
  });
});

describe('notices', () => {
  const notice = (id: number, content: Notice['content']): Notice => ({ id, at: 0, content });

  test('the same one twice shows once; at most three', () => {
    const first = addNotice([], notice(1, { kind: 'failed' }));
    expect(addNotice(first, notice(2, { kind: 'failed' }))).toHaveLength(1);
    const references = ['C-1', 'C-2', 'C-3', 'C-4'];
    const many = references.reduce<readonly Notice[]>(
      (all, reference, index) => addNotice(all, notice(index, { kind: 'closed', reference })),
      [],
    );
    expect(many.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('good news never pushes out a problem that nobody has read', () => {
    const problem = notice(1, { kind: 'refused', command: 'close', reference: 'C-1', code: 'offline' });
    const all = ['C-2', 'C-3', 'C-4', 'C-5'].reduce<readonly Notice[]>(
      (before, reference, index) => addNotice(before, notice(index + 2, { kind: 'closed', reference })),
      [problem],
    );
    expect(all.map(({ id }) => id)).toEqual([1, 4, 5]);
    const problems = [1, 2, 3].map((id) =>
      notice(id, { kind: 'conversation-changed', reference: `C-${id}` }),
    );
    expect(addNotice(problems, notice(4, { kind: 'failed' })).map(({ id }) => id)).toEqual([2, 3, 4]);
    const four = addNotice(problems, notice(5, { kind: 'closed', reference: 'C-9' }));
    expect(four.map(({ id }) => id)).toEqual([1, 2, 3, 5]);
    expect(shownNotices(four)).toMatchObject({ shown: [{ id: 1 }, { id: 3 }, { id: 5 }], more: 1 });
  });

  test('nor does it beside news that nobody has looked at: the latest of each kind is on screen', () => {
    const given = (id: number) => notice(id, { kind: 'given', conversation: newId(), reference: `C-${id}` });
    const all = [
      given(1),
      given(2),
      notice(3, { kind: 'conversation-changed', reference: 'C-1' }),
      notice(4, { kind: 'closed', reference: 'C-9' }),
      notice(5, { kind: 'closed', reference: 'C-8' }),
    ].reduce<readonly Notice[]>((before, each) => addNotice(before, each), []);
    expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 5]);
    expect(shownNotices(all)).toMatchObject({ shown: [{ id: 2 }, { id: 3 }, { id: 5 }], more: 1 });
  });

  test('what waits to be put away waits however much there is, and the next shows when one is', () => {
    const asked = (id: number) =>
      notice(id, { kind: 'asked', conversation: A, reference: `C-${id}`, officer: 'Leroy' });
    const stranded = (id: number) =>
      notice(id, {
        kind: 'stranded',
        item: newId(),
        conversation: A,
        command: 'message',
        text: `texte ${id}`,
      });
    const all = [asked(1), stranded(2), asked(3), stranded(4), stranded(5)].reduce<readonly Notice[]>(
      (before, each) => addNotice(before, each),
      [],
    );
    const ids = (some: readonly Notice[]) => some.map(({ id }) => id);
    expect(ids(all)).toEqual([1, 2, 3, 4, 5]);
    // The latest is seen as it comes, in the place of the one before; the others keep theirs.
    expect(ids(shownNotices(all.slice(0, 3)).shown)).toEqual([1, 2, 3]);
    expect(ids(shownNotices(all).shown)).toEqual([1, 2, 5]);
    expect(shownNotices(all).more).toBe(2);
    expect(ids(shownNotices(all.slice(1)).shown)).toEqual([2, 3, 5]);
    // A refusal is seen at once, beside them; so is a later one.
    const refused = addNotice(addNotice(all, notice(6, { kind: 'too-long' })), notice(7, { kind: 'failed' }));
    expect(ids(refused)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(shownNotices(refused)).toMatchObject({ shown: [{ id: 5 }, { id: 6 }, { id: 7 }], more: 4 });
  });

  test('news of a night fills no memory', () => {
    const all = Array.from({ length: 300 }, (_, id) =>
      notice(id, { kind: 'given', conversation: A, reference: `C-${id}` }),
    ).reduce<readonly Notice[]>((before, each) => addNotice(before, each), []);
    expect(all).toHaveLength(200);
    expect(all.at(-1)?.id).toBe(299);
  });

  test('good news passes, problems stay', () => {
    const both = [notice(1, { kind: 'closed', reference: 'C-1' }), notice(2, { kind: 'failed' })];
    expect(ageNotices(both, NOTICE_TIME - 1)).toBe(both);
    expect(ageNotices(both, NOTICE_TIME).map(({ id }) => id)).toEqual([2]);
  });
});

describe('the board', () => {
  const row = (change: Partial<RosterRow>): RosterRow => ({
    ...COLLEAGUE,
    role: 'officer',
    presence: 'available',
    active: 0,
    parked: 0,
    capacity: 5,
    since: 0,
    ...change,
  });

  test('active per officer counts those on duty', () => {
    const duty = dutyOf([
      row({ active: 4 }),
      row({ active: 1, presence: 'break' }),
      row({ presence: 'offline' }),
    ]);
    expect(duty).toEqual({ officers: 2, active: 5, perOfficer: 2.5 });
    expect(dutyOf([])).toEqual({ officers: 0, active: 0, perOfficer: 0 });
  });

  test('the longest wait', () => {
    expect(longestWait([waitingHead({ waitingSince: 400 }), waitingHead({ waitingSince: 100 })], 1_000)).toBe(
      900,
    );
    expect(longestWait([], 1_000)).toBe(0);
  });

  test('one sample a minute, bounded', () => {
    let samples = addSample([], { at: 0, waiting: 1, longest: 0 });
    expect(addSample(samples, { at: 59_999, waiting: 2, longest: 0 })).toBe(samples);
    for (let minute = 1; minute <= MAX_SAMPLES + 5; minute += 1) {
      samples = addSample(samples, { at: minute * 60_000, waiting: minute, longest: 0 });
    }
    expect(samples).toHaveLength(MAX_SAMPLES);
    expect(samples[0]?.waiting).toBe(6);
  });

  test('the table gives each quarter its highest, mean and longest', () => {
    const samples = [
      { at: 0, waiting: 2, longest: 10 },
      { at: 60_000, waiting: 4, longest: 30 },
      { at: 15 * 60_000, waiting: 1, longest: 5 },
    ];
    expect(byQuarter(samples)).toEqual([
      { from: 15 * 60_000, highest: 1, mean: 1, longest: 5 },
      { from: 0, highest: 4, mean: 3, longest: 30 },
    ]);
  });
});
