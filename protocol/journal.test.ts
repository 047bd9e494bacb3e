import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryJournal } from './arbitrary.testkit.ts';
import type { Entry, EntryBody } from './entry.ts';
import { newId } from './ids.ts';
import { nextState, openState, stateOf } from './journal.ts';

const conversation = newId();
const officer = { officer: newId(), rank: 'Brigadier', alias: 'Camille' };

function journal(...bodies: [Entry['author']['role'], EntryBody][]): Entry[] {
  const opened: EntryBody = { kind: 'opened', termsVersion: '2026-11', language: 'fr', subject: null };
  return [['citizen', opened] as const, ...bodies].map(([role, body], index) => ({
    conversation,
    seq: index + 1,
    id: newId(),
    at: 1_000 * (index + 1),
    author: role === 'officer' ? { role, ...officer } : { role },
    body,
  }));
}

describe('what a journal adds up to', () => {
  test('J1: a journal begins with "opened", seq 1', () => {
    const [, second] = journal(['citizen', { kind: 'message', text: 'Bonjour' }]);
    expect(() => stateOf(second ? [second] : [])).toThrow(/does not begin/);
  });

  test('D3: a gap in the journal is an error, never a guess', () => {
    const entries = journal(
      ['citizen', { kind: 'message', text: 'a' }],
      ['citizen', { kind: 'message', text: 'b' }],
    );
    expect(() => stateOf(entries.filter((entry) => entry.seq !== 2))).toThrow(/entry 3 after 1/);
  });

  test('the state is the same whether read at once or entry by entry', () => {
    fc.assert(
      fc.property(arbitraryJournal, (entries) => {
        const [first, ...rest] = entries;
        if (first === undefined) throw new Error('an empty journal was generated');
        expect(rest.reduce(nextState, openState(first))).toEqual(stateOf(entries));
        expect(stateOf(entries)?.lastSeq).toBe(entries.length);
      }),
    );
  });

  test('a citizen’s word wakes a parked conversation, and waits from the first unanswered one', () => {
    const entries = journal(
      ['officer', { kind: 'assignment', to: officer, reason: 'taken', note: null }],
      ['officer', { kind: 'parking', parked: true }],
      ['citizen', { kind: 'message', text: 'me revoilà' }],
      ['citizen', { kind: 'message', text: 'vous êtes là ?' }],
    );
    expect(stateOf(entries)).toMatchObject({
      status: 'active',
      unansweredSince: 4_000,
      lastCitizenAt: 5_000,
      lastCitizenSeq: 5,
    });
  });

  test('an answer or a redirection ends the wait; a note does not', () => {
    const asked = journal(
      ['officer', { kind: 'assignment', to: officer, reason: 'taken', note: null }],
      ['citizen', { kind: 'message', text: 'bonjour' }],
      ['officer', { kind: 'note', text: 'vu' }],
    );
    expect(stateOf(asked)?.unansweredSince).toBe(3_000);
    const answered = journal(
      ['officer', { kind: 'assignment', to: officer, reason: 'taken', note: null }],
      ['citizen', { kind: 'message', text: 'bonjour' }],
      ['officer', { kind: 'message', text: 'bonjour' }],
    );
    expect(stateOf(answered)?.unansweredSince).toBeNull();
  });

  test('W6: who wrote an answer by e-mail stays known, whatever became of it and whoever held it since', () => {
    const other = { officer: newId(), rank: 'Major', alias: 'Sacha' };
    const answered = journal(
      ['citizen', { kind: 'deferral' }],
      ['officer', { kind: 'assignment', to: officer, reason: 'taken', note: null }],
      ['officer', { kind: 'email', text: 'Bonjour.' }],
      ['relay', { kind: 'release', reason: 'signed-out', note: null }],
      ['relay', { kind: 'assignment', to: other, reason: 'taken', note: null }],
    );
    const email = answered[3]?.id ?? '';
    expect(stateOf(answered)?.deferral?.mail).toMatchObject({ email, by: officer.officer, state: 'queued' });
    const outcome = { kind: 'email-outcome', email, outcome: 'bounced', reason: 'mailbox' } as const;
    const [, last] = journal(['relay', outcome]);
    if (last === undefined) throw new Error('no outcome');
    expect(stateOf([...answered, { ...last, seq: answered.length + 1 }])?.deferral?.mail).toMatchObject({
      ...{ email, by: officer.officer, state: 'bounced' },
    });
  });

  test('a release puts it back to wait, marked as returned, with its last holder remembered', () => {
    const entries = journal(
      ['officer', { kind: 'assignment', to: officer, reason: 'taken', note: null }],
      ['relay', { kind: 'release', reason: 'desk-lost', note: null }],
    );
    expect(stateOf(entries)).toMatchObject({
      status: 'waiting',
      holder: null,
      lastHolder: officer,
      returned: true,
      waitingSince: 3_000,
    });
  });
});
