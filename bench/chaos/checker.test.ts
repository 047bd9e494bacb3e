import { describe, expect, it } from 'vitest';
import { markedText } from '../../e2e/model/truth.ts';
import type { Entry, EntryBody } from '../../protocol/entry.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { Checker } from './checker.ts';
import { Promises } from './promises.ts';

function journalOf(conversation: Id, bodies: readonly EntryBody[]): Entry[] {
  return bodies.map((body, index) => ({
    conversation,
    seq: index + 1,
    id: newId(),
    at: 1,
    author: { role: 'citizen' },
    body,
  }));
}

function said(name: string, number: number): EntryBody {
  return { kind: 'message', text: markedText(name, 'p1', number) };
}

/** A checker that finds nothing proves nothing: each fault it looks for, put in by hand. */
describe('the checker of the chaos', () => {
  const conversation = newId();
  const names = new Map([[conversation, 'c1']]);

  function judged(journal: readonly Entry[], look: (checker: Checker) => void = () => undefined) {
    const checker = new Checker(new Map([[conversation, journal]]));
    checker.store(names);
    look(checker);
    const { lost, doubled, reordered, misdelivered } = checker.verdict;
    return { lost, doubled, reordered, misdelivered };
  }

  const none = { lost: 0, doubled: 0, reordered: 0, misdelivered: 0 };

  it('finds nothing in a whole journal', () => {
    expect(judged(journalOf(conversation, [said('c1', 1), said('c1', 2)]))).toEqual(none);
  });

  it('D1: finds a message that stands there twice, under another id', () => {
    const found = judged(journalOf(conversation, [said('c1', 1), said('c1', 1)]));
    expect(found.doubled).toBe(1);
  });

  it('D5: finds a later message before an earlier one', () => {
    expect(judged(journalOf(conversation, [said('c1', 2), said('c1', 1)]))).toEqual({
      ...none,
      reordered: 1,
    });
  });

  it('P1: finds words that were written for another citizen', () => {
    expect(judged(journalOf(conversation, [said('c2', 1)]))).toEqual({ ...none, misdelivered: 1 });
  });

  it('D4: finds what was acknowledged, or taken charge of, and is not there', () => {
    const promises = new Promises();
    promises.acked.set(newId(), conversation);
    promises.taken.set(newId(), conversation);
    const look = (checker: Checker) => checker.promises(promises, new Set());
    expect(judged([], look)).toEqual({ ...none, lost: 2 });
  });

  it('R1: finds a reader that lacks an entry, holds a foreign one, or holds them out of order', () => {
    const journal = journalOf(conversation, [said('c1', 1), said('c1', 2)]);
    const [first] = journal;
    const foreign = journalOf(newId(), [said('c2', 1)]);
    expect(judged(journal, (checker) => checker.reader('a page', first ? [first] : [], journal)).lost).toBe(
      1,
    );
    const more = [...journal, ...foreign.map((entry) => ({ ...entry, seq: 3 }))];
    expect(judged(journal, (checker) => checker.reader('a page', more, journal)).misdelivered).toBe(1);
    const altered = journal.map((entry) => ({ ...entry, body: said('c1', 9) }));
    expect(judged(journal, (checker) => checker.reader('a page', altered, journal)).misdelivered).toBe(2);
    const turned = judged(journal, (checker) => checker.reader('a page', journal.toReversed(), journal));
    expect(turned.reordered).toBe(1);
  });

  it('R1: finds a desk’s file that lacks the end of what its officer holds, or has a hole, or a strange journal', () => {
    const to = { officer: newId(), rank: 'Brigadier', alias: 'Camille' };
    const journal = journalOf(conversation, [
      { kind: 'opened', termsVersion: '1', language: 'fr', subject: null },
      { kind: 'assignment', to, reason: 'taken', note: null },
      said('c1', 1),
    ]);
    const desk = (entries: readonly Entry[], officer = to.officer, of = conversation) => {
      const left = {
        name: 'd1',
        officer,
        sending: [],
        refused: [],
        journals: [{ conversation: of, entries }],
      };
      return judged(journal, (checker) => checker.desk(left));
    };
    expect(desk(journal)).toEqual(none);
    expect(desk(journal.slice(0, 2))).toEqual({ ...none, lost: 1 });
    expect(desk(journal.slice(0, 2), newId())).toEqual(none);
    expect(desk([...journal.slice(0, 1), ...journal.slice(2)], newId())).toEqual({ ...none, lost: 1 });
    expect(desk(journal, newId(), newId())).toEqual({ ...none, misdelivered: 1 });
  });

  it('finds a citizen who was put out for a silence that never was', () => {
    const journal = journalOf(conversation, [{ kind: 'closure', disposition: 'abandoned', comment: null }]);
    const checker = new Checker(new Map([[conversation, journal]]));
    checker.store(names);
    expect(checker.verdict.abandoned).toBe(1);
  });

  it('P1: counts a frame that carries another citizen’s words, or an officer’s note', () => {
    const promises = new Promises();
    promises.heardByCitizen('c1', `{"text":"${markedText('c1', 'p1', 1)}"}`);
    expect(promises.misdelivered).toBe(0);
    promises.heardByCitizen('c1', `{"text":"${markedText('c2', 'p1', 1)}"}`);
    promises.heardByCitizen('c1', `{"text":"${markedText('c1', 'd1', 1, 'NOTE')}"}`);
    expect(promises.misdelivered).toBe(2);
  });
});
