import { describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import { mustSound } from './alarm.ts';
import { addSample, byQuarter, dutyOf, longestWait, MAX_SAMPLES } from './board.ts';
import { COLLEAGUE, ME, makeDraft, makeHead, waitingHead } from './desk.testkit.ts';
import { changeDraft, draftsFrom, dropDrafts } from './drafts.ts';
import { guardSend, SETTLE } from './guard.ts';
import { addNotice, ageNotices, NOTICE_TIME, type Notice } from './notices.ts';

const A = newId();
const B = newId();

describe('the wrong-citizen guard', () => {
  const intent = {
    composedFor: A,
    typedIn: A,
    typedAt: 1_000,
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
    expect(guardSend({ ...changed, byButton: true })).toBe('send');
  });

  test('refuses a text typed here before the screen went away and came back', () => {
    expect(guardSend({ ...intent, typedAt: 400, shownSince: 1_000 })).toBe('conversation-changed');
  });
});

describe('the alarm', () => {
  const waiting = waitingHead({ emergency: 'flagged' });
  const mine = makeHead({ emergency: 'flagged' });
  const theirs = makeHead({ emergency: 'flagged', holder: COLLEAGUE });

  test('sounds for mine always, for one that waits only when I could take it', () => {
    expect(mustSound([mine], ME.officer, 'break')).toBe(true);
    expect(mustSound([waiting], ME.officer, 'available')).toBe(true);
    expect(mustSound([waiting], ME.officer, 'break')).toBe(false);
    expect(mustSound([theirs], ME.officer, 'available')).toBe(false);
    expect(mustSound([], ME.officer, 'available')).toBe(false);
  });
});

describe('drafts', () => {
  test('message and note have each their own text', () => {
    const drafts = changeDraft(draftsFrom([makeDraft(A, { message: 'au citoyen' })]), A, {
      note: 'entre nous',
    });
    expect(drafts.get(A)).toMatchObject({ message: 'au citoyen', note: 'entre nous', mode: 'message' });
  });

  test('an empty draft takes no room, and purged ones are gone', () => {
    const drafts = draftsFrom([makeDraft(A, { message: 'x' })]);
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
