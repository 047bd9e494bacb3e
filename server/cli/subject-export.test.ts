import { expect, test } from 'vitest';
import { citizenEntry, type Entry, type EntryBody } from '../../protocol/entry.ts';
import { newId } from '../../protocol/ids.ts';
import { exportDocument } from '../documents/export.ts';
import { writeText } from '../documents/text.ts';
import { wordsOf } from '../documents/words/index.ts';
import type { StoredConversation } from '../store/store.ts';
import { exportOf } from './subject-export.ts';

const conversation = newId();
const stored: StoredConversation = {
  conversation,
  reference: 'C-1001',
  openedAt: 1_000,
  purgeAt: 9_000_000,
  closedAt: null,
  lastSeq: 6,
  officerRead: 0,
  citizenRead: 0,
};
const officer = { role: 'officer', officer: newId(), rank: 'Brigadier', alias: 'Camille' } as const;
const email = newId();

function entry(seq: number, author: Entry['author'], body: EntryBody, id = newId()): Entry {
  return { conversation, seq, id, at: 1_000 + seq, author, body };
}

const entries: readonly Entry[] = [
  entry(
    1,
    { role: 'citizen' },
    {
      kind: 'opened',
      termsVersion: '2026-11',
      language: 'fr',
      subject: 'Droit d’accès',
      form: { about: 'rights', right: 'access', concerns: 'C-4242' },
    },
  ),
  entry(2, { role: 'citizen' }, { kind: 'message', text: 'ma question' }),
  entry(3, { role: 'citizen' }, { kind: 'deferral' }),
  entry(4, officer, { kind: 'note', text: 'une note' }),
  entry(5, officer, { kind: 'email', text: 'la réponse par e-mail' }, email),
  entry(6, { role: 'relay' }, { kind: 'email-outcome', email, outcome: 'accepted', reason: null }),
];

test('the person is given the answers that went out by e-mail, which the page never shows', () => {
  const exported = exportOf(stored, entries, { internal: false, exportedAt: 2_000, chain: 'x' });
  expect(exported.entries.map(({ body }) => body)).toEqual([
    expect.objectContaining({
      kind: 'opened',
      form: { about: 'rights', right: 'access', concerns: 'C-4242' },
    }),
    { kind: 'message', text: 'ma question' },
    { kind: 'deferral' },
    { kind: 'email', text: 'la réponse par e-mail' },
    { kind: 'email-outcome', outcome: 'accepted' },
  ]);
  expect(JSON.stringify(exported)).not.toContain(officer.officer);
  expect(entries.flatMap((each) => citizenEntry(each) ?? []).map(({ body }) => body.kind)).toEqual([
    'opened',
    'message',
    'deferral',
  ]);
});

test('W5: a closure that was taken back is none, and of two the last is said', () => {
  const closure = (seq: number, disposition: 'deferred' | 'answered') =>
    entry(seq, officer, { kind: 'closure', disposition, comment: null });
  const returned = entry(
    8,
    { role: 'relay' },
    { kind: 'email-outcome', email, outcome: 'returned', reason: null },
  );
  const open = [...entries, closure(7, 'deferred'), returned];
  const again = [...open, closure(9, 'answered')];
  const options = { internal: false, exportedAt: 2_000, chain: 'x' };
  const closed = { ...stored, closedAt: 1_009 };
  expect(exportOf(stored, open, options).disposition).toBeNull();
  expect(exportOf(closed, again, options).disposition).toBe('answered');
  const asked = { chain: 'x', language: 'en', scope: 'whole', at: 2_000, reason: 'x', by: null } as const;
  const text = (of: StoredConversation, journal: readonly Entry[]) =>
    writeText(exportDocument({ stored: of, entries: journal, ...asked }));
  const row = wordsOf('en').facts.disposition;
  expect(text(stored, open)).not.toContain(row);
  expect(text(closed, again)).toMatch(new RegExp(`${row}.*${wordsOf('en').dispositions.answered}`));
});

test('and so says the document', () => {
  const model = exportDocument({
    stored,
    entries,
    chain: 'x',
    language: 'fr',
    scope: 'citizen',
    at: 2_000,
    reason: 'DPO-2026-014',
    by: null,
  });
  const text = writeText(model);
  for (const said of ['la réponse par e-mail', 'E-mail accepté', 'droit d’accès', 'C-4242']) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('une note');
});
