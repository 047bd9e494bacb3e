import { describe, expect, test } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import type { OutboxItem } from '../../../protocol/ipc.ts';
import { CATALOGUES } from '../../i18n/languages.ts';
import { COLLEAGUE, HOLDER, ME, makeEntry } from '../../stores/desk.testkit.ts';
import type { JournalWindow } from '../../stores/journals.ts';
import { authorName } from './EntryRow.tsx';
import { journalRows } from './rows.ts';
import { systemLine } from './systemLine.ts';

const id = newId();
const officer = { role: 'officer', ...HOLDER } as const;
const DAY = 24 * 3_600_000;

function windowOf(entries: JournalWindow['entries'], complete = true): JournalWindow {
  return { conversation: id, entries, cursor: entries.at(-1)?.seq ?? 0, complete, loading: false, heard: 0 };
}

const kinds = (rows: ReturnType<typeof journalRows>) => rows.map(({ kind }) => kind);

describe('the journal’s rows', () => {
  test('begin with the beginning, or with what is older', () => {
    const entries = [makeEntry(id, 1)];
    expect(kinds(journalRows(windowOf(entries), [], null))).toEqual(['beginning', 'day', 'entry']);
    expect(kinds(journalRows(windowOf(entries, false), [], null))[0]).toBe('older');
    expect(journalRows(windowOf([]), [], null)).toEqual([]);
  });

  test('a line for each day in Paris', () => {
    const entries = [
      makeEntry(id, 1),
      { ...makeEntry(id, 2), at: DAY * 2 },
      { ...makeEntry(id, 3), at: DAY * 2 + 1 },
    ];
    expect(kinds(journalRows(windowOf(entries), [], null))).toEqual([
      'beginning',
      'day',
      'entry',
      'day',
      'entry',
      'entry',
    ]);
  });

  test('the line of new messages stands before the first word of the citizen not read', () => {
    const entries = [
      makeEntry(id, 1),
      makeEntry(id, 2, { kind: 'note', text: 'n' }, officer),
      makeEntry(id, 3),
      makeEntry(id, 4),
    ];
    const rows = journalRows(windowOf(entries), [], 1);
    expect(kinds(rows)).toEqual(['beginning', 'day', 'entry', 'entry', 'new', 'entry', 'entry']);
    expect(kinds(journalRows(windowOf(entries), [], 4))).not.toContain('new');
  });

  test('messages of one author within minutes follow on', () => {
    const entries = [makeEntry(id, 1), makeEntry(id, 2), makeEntry(id, 3, undefined, officer)];
    const follows = journalRows(windowOf(entries), [], null).map(
      (row) => row.kind === 'entry' && row.follows,
    );
    expect(follows).toEqual([false, false, false, true, false]);
  });

  test('what is on its way stands at the end, under the key its entry will have', () => {
    const item: OutboxItem = {
      id: newId(),
      conversation: id,
      command: { kind: 'message', conversation: id, text: 'x' },
      at: 0,
      state: 'sending',
      code: null,
    };
    const pending = journalRows(windowOf([makeEntry(id, 1)]), [item], null).at(-1);
    const arrived = { ...makeEntry(id, 2, undefined, officer), id: item.id };
    const entry = journalRows(windowOf([makeEntry(id, 1), arrived]), [], null).at(-1);
    expect(pending).toMatchObject({ kind: 'pending', key: item.id });
    expect(entry).toMatchObject({ kind: 'entry', key: item.id });
  });
});

describe('lines in words', () => {
  const text = CATALOGUES.fr;

  test('who wrote', () => {
    expect(authorName({ role: 'citizen' }, ME.officer, text)).toBe('Citoyen');
    expect(authorName(officer, ME.officer, text)).toBe('Vous');
    expect(authorName({ role: 'officer', ...COLLEAGUE }, ME.officer, text)).toBe(
      'Gardienne de la paix Leroy',
    );
  });

  test('what happened', () => {
    const line = (body: Parameters<typeof makeEntry>[2], author?: Parameters<typeof makeEntry>[3]) =>
      systemLine(makeEntry(id, 1, body, author), text);
    expect(line({ kind: 'assignment', to: COLLEAGUE, reason: 'transferred', note: 'pause' }, officer)).toBe(
      'Transmise à Gardienne de la paix Leroy – «\u00A0pause\u00A0»',
    );
    expect(line({ kind: 'release', reason: 'desk-lost', note: null }, { role: 'relay' })).toContain(
      'injoignable',
    );
    expect(line({ kind: 'closure', disposition: 'abusive', comment: null }, officer)).toBe(
      'Close par Brigadier Martin\u00A0: Abusive',
    );
    expect(line({ kind: 'closure', disposition: 'abandoned', comment: null }, { role: 'relay' })).toBe(
      'Close par le service\u00A0: Abandonnée',
    );
    expect(line({ kind: 'emergency', rules: [] }, officer)).toBe('Urgence signalée par Brigadier Martin');
    expect(line({ kind: 'departure', manner: 'quick-exit' })).toContain('ne cherchez pas à le joindre');
  });
});
