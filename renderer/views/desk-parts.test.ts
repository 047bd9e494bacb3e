import { describe, expect, test } from 'vitest';
import { newsSince } from '../components/Announcer.tsx';
import { noticeText } from '../components/Notices.tsx';
import { heldOrder } from '../components/useSteadyOrder.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import { COLLEAGUE, ME, makeEntries, makeHead, makeSnapshot, waitingHead } from '../stores/desk.testkit.ts';
import { openWindow, receiveNewest } from '../stores/journals.ts';
import { applySnapshot, INITIAL_VIEW, reduceEvent } from '../stores/view.ts';
import { reachOf } from './composer/Composer.tsx';
import { SHORTCUTS, shortcutFor } from './shortcuts.ts';

const text = CATALOGUES.fr;

describe('shortcuts', () => {
  const key = (change: Partial<KeyboardEvent>) => ({
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    code: '',
    key: '',
    ...change,
  });

  test('each has its own key and its own name', () => {
    const keys = new Set(SHORTCUTS.map(({ code, shift }) => `${shift === true} ${code}`));
    expect(keys.size).toBe(SHORTCUTS.length);
    for (const { id } of SHORTCUTS) expect(text.shortcutNames[id]).not.toBe('');
  });

  test('are told by Alt and the place of the key', () => {
    expect(shortcutFor(key({ altKey: true, code: 'KeyP' }), true)).toBe('takeNext');
    expect(shortcutFor(key({ code: 'KeyP' }), false)).toBeNull();
    expect(shortcutFor(key({ altKey: true, ctrlKey: true, code: 'KeyP' }), false)).toBeNull();
  });

  test('Ctrl+F and Alt+F search, also while typing', () => {
    expect(shortcutFor(key({ altKey: true, code: 'KeyF' }), true)).toBe('search');
    expect(shortcutFor(key({ ctrlKey: true, code: 'KeyF' }), true)).toBe('search');
    expect(shortcutFor(key({ ctrlKey: true, shiftKey: true, code: 'KeyF' }), true)).toBeNull();
  });

  test('Ctrl+K opens the palette, ⌘K too, also while typing', () => {
    expect(shortcutFor(key({ ctrlKey: true, code: 'KeyK' }), true)).toBe('palette');
    expect(shortcutFor(key({ metaKey: true, code: 'KeyK' }), false)).toBe('palette');
    expect(shortcutFor(key({ altKey: true, code: 'KeyK' }), false)).toBeNull();
  });

  test('? is a character while typing, a question elsewhere', () => {
    expect(shortcutFor(key({ key: '?', shiftKey: true }), true)).toBeNull();
    expect(shortcutFor(key({ key: '?', shiftKey: true }), false)).toBe('shortcuts');
    expect(shortcutFor(key({ key: 'F1' }), true)).toBe('shortcuts');
  });
});

describe('what may be written', () => {
  test('L1: to the citizen by the holder alone; a supervisor may add a note', () => {
    expect(reachOf(makeHead(), ME.officer, false)).toEqual({ reason: null, mayNote: true });
    expect(reachOf(waitingHead(), ME.officer, false)).toEqual({ reason: 'waiting', mayNote: false });
    expect(reachOf(makeHead({ holder: COLLEAGUE }), ME.officer, false)).toEqual({
      reason: 'other',
      mayNote: false,
    });
    expect(reachOf(makeHead({ holder: COLLEAGUE }), ME.officer, true)).toEqual({
      reason: 'other',
      mayNote: true,
    });
  });

  test('after a quick exit nobody reaches out; J2: nothing after a closure', () => {
    expect(reachOf(makeHead({ left: 'quick-exit' }), ME.officer, false)).toEqual({
      reason: 'quick-exit',
      mayNote: true,
    });
    expect(reachOf(makeHead({ status: 'closed', holder: null }), ME.officer, true).mayNote).toBe(false);
  });
});

describe('the order held under the hand', () => {
  test('stays as it was; what left is gone, what came is last', () => {
    const own = (item: string) => item;
    expect(heldOrder(['a', 'b', 'c'], ['d', 'c', 'a'], own)).toEqual(['a', 'c', 'd']);
    expect(heldOrder([], ['b', 'a'], own)).toEqual(['b', 'a']);
  });
});

describe('sentences', () => {
  test('a refusal says which conversation, what did not happen and what to do', () => {
    expect(
      noticeText({ kind: 'refused', command: 'take', reference: 'C-4821', code: 'already-taken' }, text),
    ).toBe('C-4821 – Elle n’a pas été prise. Un collègue vient de la prendre. Prenez la suivante.');
  });

  test('a missing variable is named in words', () => {
    expect(noticeText({ kind: 'missing-variables', names: ['station'] }, text)).toContain(
      '{station} (le commissariat)',
    );
  });
});

describe('announcements', () => {
  const mine = makeHead({ lastCitizenSeq: 1 });
  const other = makeHead({ lastCitizenSeq: 1 });
  const view = applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [mine, other] }), 0);
  const before = {
    spoken: new Map([mine, other].map((head) => [head.conversation, head.lastCitizenSeq])),
    flagged: new Set<string>(),
    waiting: 0,
  };
  const withHeads = (heads: (typeof mine)[]) =>
    reduceEvent(view, { type: 'heads', all: false, heads, gone: [] }, 0).view;

  test('nothing new, nothing said', () => {
    expect(newsSince(before, view, ME.officer, text)).toBe('');
    expect(newsSince(before, withHeads([{ ...mine, citizenRead: 1 }]), ME.officer, text)).toBe('');
  });

  test('a message of the conversation on screen is read out, others are named, together', () => {
    const after = withHeads([
      { ...mine, lastCitizenSeq: 3 },
      { ...other, lastCitizenSeq: 2 },
    ]);
    const page = { entries: makeEntries(mine.conversation, 3), complete: true };
    const { journals } = receiveNewest(
      openWindow(after.journals, mine.conversation),
      mine.conversation,
      page,
    );
    const shown = { ...after, journals, selection: { ...after.selection, current: mine.conversation } };
    const said = newsSince(before, shown, ME.officer, text);
    expect(said).toContain(`${mine.reference}, nouveau message\u00A0: texte 3`);
    expect(said).toContain(`Nouveau message\u00A0: ${other.reference}`);
  });

  test('what came elsewhere within the same moment as the conversation itself is news, what is on screen is not', () => {
    const nothing = { ...before, spoken: new Map<string, number>() };
    const after = withHeads([
      { ...mine, lastCitizenSeq: 3, officerRead: 3 },
      { ...other, lastCitizenSeq: 3, officerRead: 1 },
    ]);
    const shown = { ...after, selection: { ...after.selection, current: mine.conversation } };
    const said = newsSince(nothing, shown, ME.officer, text);
    expect(said).toContain(other.reference);
    expect(said).not.toContain(mine.reference);
  });

  test('an emergency comes first', () => {
    const urgent = waitingHead({ emergency: 'flagged' });
    const said = newsSince(before, withHeads([urgent, { ...mine, lastCitizenSeq: 2 }]), ME.officer, text);
    expect(said.startsWith(`Urgence\u00A0: ${urgent.reference}`)).toBe(true);
  });
});
