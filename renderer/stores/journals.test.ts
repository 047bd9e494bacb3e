import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { makeEntries, makeEntry } from './desk.testkit.ts';
import {
  dropWindows,
  type Journals,
  KEPT_ENTRIES,
  leaveWindow,
  MAX_WINDOWS,
  NO_JOURNALS,
  openWindow,
  receiveNewest,
  receiveOlder,
  receiveRange,
  resetWindows,
  unreadCount,
} from './journals.ts';

const id = newId();
const journal = makeEntries(id, 10);

function held(length: number): Journals {
  const page = { entries: journal.slice(0, length), complete: true };
  return receiveNewest(openWindow(NO_JOURNALS, id), id, page).journals;
}

function range(after: number, through: number) {
  return { conversation: id, after, through, entries: journal.slice(after, through) };
}

describe('a journal window', () => {
  test('R1: a frame that continues the cursor is added', () => {
    const { journals, reread } = receiveRange(held(4), range(4, 6));
    expect(reread).toBe(false);
    expect(journals.get(id)).toMatchObject({ cursor: 6, complete: true });
    expect(journals.get(id)?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('R3: a frame beyond the cursor is dropped and the window is read again', () => {
    const { journals, reread } = receiveRange(held(4), range(5, 6));
    expect(reread).toBe(true);
    expect(journals.get(id)?.cursor).toBe(4);
  });

  test('R3: a frame that overlaps the cursor is dropped, not cut to fit', () => {
    expect(receiveRange(held(4), range(3, 6)).reread).toBe(true);
  });

  test('R1: a frame that lacks an entry of its range is not believed', () => {
    const frame = { ...range(4, 6), entries: journal.slice(4, 5) };
    const { journals, reread } = receiveRange(held(4), frame);
    expect(reread).toBe(true);
    expect(journals.get(id)?.entries).toHaveLength(4);
  });

  test('a frame known already changes nothing', () => {
    const before = held(4);
    expect(receiveRange(before, range(2, 4))).toEqual({ journals: before, reread: false });
  });

  test('a frame for a journal without a window is skipped', () => {
    expect(receiveRange(NO_JOURNALS, range(0, 2))).toEqual({ journals: NO_JOURNALS, reread: false });
  });

  test('what comes while the first page is read makes it be read once more, never guessed', () => {
    const loading = receiveRange(openWindow(NO_JOURNALS, id), range(4, 6)).journals;
    const late = receiveNewest(loading, id, { entries: journal.slice(0, 4), complete: true });
    expect(late.reread).toBe(true);
    const full = receiveNewest(late.journals, id, { entries: journal.slice(0, 6), complete: true });
    expect(full.reread).toBe(false);
    expect(full.journals.get(id)).toMatchObject({ cursor: 6, loading: false });
  });

  test('R2: after a reset nothing is left of what was held', () => {
    expect(resetWindows(held(4), [id]).get(id)).toMatchObject({ entries: [], cursor: 0, loading: true });
  });

  test('older entries are put before, only when contiguous', () => {
    const tail = receiveNewest(openWindow(NO_JOURNALS, id), id, {
      entries: journal.slice(6),
      complete: false,
    }).journals;
    const joined = receiveOlder(tail, id, 7, { entries: journal.slice(2, 6), complete: false });
    expect(joined.get(id)?.entries.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(receiveOlder(tail, id, 7, { entries: journal.slice(0, 4), complete: true })).toBe(tail);
    expect(receiveOlder(tail, id, 5, { entries: journal.slice(0, 4), complete: true })).toBe(tail);
  });

  test('a journal read again keeps what was loaded further up', () => {
    const { journals } = receiveNewest(held(6), id, { entries: journal.slice(4), complete: false });
    expect(journals.get(id)?.entries).toHaveLength(10);
    expect(journals.get(id)?.complete).toBe(true);
  });

  test('purged journals are gone', () => {
    expect(dropWindows(held(4), [id]).has(id)).toBe(false);
  });
});

describe('bounds (B1)', () => {
  test('the least recently used window is given up', () => {
    let journals = openWindow(NO_JOURNALS, id);
    for (let index = 1; index < MAX_WINDOWS; index += 1) journals = openWindow(journals, newId());
    journals = openWindow(journals, id);
    journals = openWindow(journals, newId());
    expect(journals.size).toBe(MAX_WINDOWS);
    expect(journals.has(id)).toBe(true);
  });

  test('a journal that leaves the screen keeps only its end', () => {
    const long = makeEntries(id, 900);
    const journals = receiveNewest(openWindow(NO_JOURNALS, id), id, {
      entries: long,
      complete: true,
    }).journals;
    const left = leaveWindow(journals, id).get(id);
    expect(left?.entries).toHaveLength(KEPT_ENTRIES);
    expect(left).toMatchObject({ cursor: 900, complete: false });
  });
});

describe('any order of frames', () => {
  test('a window is at every moment a contiguous part of the journal ending at its cursor', () => {
    const frames = fc.array(
      fc
        .tuple(fc.nat({ max: 10 }), fc.nat({ max: 10 }))
        .map(([a, b]) => range(Math.min(a, b), Math.max(a, b))),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(frames, fc.nat({ max: 10 }), (all, start) => {
        let journals = held(start);
        for (const frame of all) {
          const received = receiveRange(journals, frame);
          journals = received.journals;
          if (received.reread) {
            journals = receiveNewest(journals, id, {
              entries: journal.slice(0, frame.through),
              complete: true,
            }).journals;
          }
          const window = journals.get(id);
          expect(window?.entries.map(({ seq }) => seq)).toEqual(
            journal.slice(0, window?.cursor).map(({ seq }) => seq),
          );
        }
      }),
    );
  });
});

describe('unread messages', () => {
  test('counts the citizen’s messages after what was read, and nothing else', () => {
    const note = makeEntry(id, 5, { kind: 'note', text: 'n' }, { role: 'relay' });
    const entries = [...journal.slice(0, 4), note, ...journal.slice(5, 7)];
    const journals = receiveNewest(openWindow(NO_JOURNALS, id), id, { entries, complete: true }).journals;
    expect(unreadCount(journals.get(id), 3)).toBe(3);
    expect(unreadCount(journals.get(id), 7)).toBe(0);
  });

  test('does not pretend to know when the window is too short', () => {
    const tail = { entries: journal.slice(6), complete: false };
    const journals = receiveNewest(openWindow(NO_JOURNALS, id), id, tail).journals;
    expect(unreadCount(journals.get(id), 3)).toBeNull();
    expect(unreadCount(journals.get(id), 6)).toBe(4);
    expect(unreadCount(undefined, 0)).toBeNull();
  });
});
