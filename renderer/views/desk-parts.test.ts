import { describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { noticeText } from '../components/Notices.tsx';
import { CATALOGUES } from '../i18n/languages.ts';
import { announceNews, ELSEWHERE_EVERY, GATHER, type News, newsSince } from '../stores/announcing.ts';
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

  test('the places of the desk are numbered, the notices too', () => {
    const places = ['focusQueue', 'focusMine', 'focusComposer', 'focusContext', 'focusNotices'];
    for (const [index, place] of places.entries()) {
      expect(shortcutFor(key({ altKey: true, code: `Digit${index + 1}` }), true)).toBe(place);
    }
    // AltGr writes characters with these keys: Windows says it as Ctrl and Alt.
    expect(shortcutFor(key({ altKey: true, ctrlKey: true, code: 'Digit5' }), true)).toBeNull();
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

  test('WCAG 2.1.4: whoever turned ? off has F1', () => {
    expect(shortcutFor(key({ key: '?', shiftKey: true }), false, false)).toBeNull();
    expect(shortcutFor(key({ key: 'F1' }), false, false)).toBe('shortcuts');
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

describe('what may be written by e-mail', () => {
  const owed = (address: boolean, state: 'queued' | 'bounced' | 'returned' | null, canMail = true) => {
    const mail = state === null ? null : { email: 'e', at: 1, state, reason: null };
    const head = makeHead({ deferral: { askedAt: 1, address, mail } });
    return reachOf(head, ME.officer, false, canMail).reason;
  };

  test('W3, W4: one at a time, while the address is there', () => {
    expect(owed(true, null)).toBeNull();
    expect(owed(true, 'queued')).toBe('mail-queued');
    expect(owed(true, 'bounced')).toBeNull();
    expect(owed(false, 'returned')).toBe('mail-gone');
  });

  test('without a mail server the desk says so, also of what was written before: nothing is being sent', () => {
    expect(owed(true, null, false)).toBe('mail-unavailable');
    expect(owed(true, 'queued', false)).toBe('mail-unavailable');
    expect(owed(false, 'returned', false)).toBe('mail-gone');
  });
});

describe('sentences', () => {
  test('a refusal says which conversation, what did not happen and what to do', () => {
    expect(
      noticeText({ kind: 'refused', command: 'take', reference: 'C-4821', code: 'already-taken' }, text),
    ).toBe('C-4821 – Elle n’a pas été prise. Un collègue vient de la prendre. Prenez la suivante.');
  });

  test('what is not available is said by what was asked: a colleague only when it is one', () => {
    const about = { kind: 'refused', reference: null, code: 'not-available' } as const;
    const said = (command: 'assign' | 'warn' | 'block' | 'transfer' | 'message') =>
      noticeText({ ...about, command }, text);
    expect(said('assign')).toContain('Ce collègue n’est pas disponible.');
    expect(said('warn')).toContain('écrivez-le vous-même');
    expect(said('block')).toContain('Trop de blocages sont en cours.');
    expect(said('transfer')).toContain('Ce groupe n’existe plus.');
    expect(said('message')).toContain('Ce n’est pas possible pour le moment.');
    const copy = { kind: 'not-exported', reference: 'C-4821', why: 'not-available' } as const;
    expect(noticeText(copy, CATALOGUES.en)).toContain('The relay could not make the copy.');
  });

  test('W6: an answer that came back is said with its reason, in both languages', () => {
    const about = { kind: 'came-back', conversation: 'c', reference: 'C-4821' } as const;
    const content = { ...about, outcome: 'returned', reason: 'mailbox' } as const;
    expect(noticeText(content, text)).toBe(
      'C-4821 – La réponse n’est pas parvenue à la personne\u00A0: cette adresse n’existe pas, ou ne reçoit pas de courrier.',
    );
    expect(noticeText({ ...content, outcome: 'abandoned', reason: null }, CATALOGUES.en)).toBe(
      'C-4821 – Given up after several attempts.',
    );
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
    const nothing = { urgent: '', line: '', elsewhere: '' };
    expect(newsSince(before, view, ME.officer, text)).toEqual(nothing);
    expect(newsSince(before, withHeads([{ ...mine, citizenRead: 1 }]), ME.officer, text)).toEqual(nothing);
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
    expect(said.line).toBe(`${mine.reference}, nouveau message\u00A0: texte 3`);
    expect(said.elsewhere).toBe(`Nouveau message\u00A0: ${other.reference}`);
  });

  test('what came elsewhere within the same moment as the conversation itself is news, what is on screen is not', () => {
    const nothing = { ...before, spoken: new Map<string, number>() };
    const after = withHeads([
      { ...mine, lastCitizenSeq: 3, officerRead: 3 },
      { ...other, lastCitizenSeq: 3, officerRead: 1 },
    ]);
    const shown = { ...after, selection: { ...after.selection, current: mine.conversation } };
    const { line, elsewhere } = newsSince(nothing, shown, ME.officer, text);
    expect(elsewhere).toContain(other.reference);
    expect(line + elsewhere).not.toContain(mine.reference);
  });

  test('an emergency is said apart, at once', () => {
    const urgent = waitingHead({ emergency: 'flagged' });
    const said = newsSince(before, withHeads([urgent, { ...mine, lastCitizenSeq: 2 }]), ME.officer, text);
    expect(said.urgent).toBe(`Urgence\u00A0: ${urgent.reference}`);
    expect(said.line + said.elsewhere).not.toContain('Urgence');
  });

  test('ten citizens who write without a pause are talked of four times a minute, an emergency all the same', async () => {
    vi.useFakeTimers();
    const ten = Array.from({ length: 10 }, () => makeHead({ lastCitizenSeq: 1 }));
    const store = createStore(() => applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: ten }), 0));
    const told: News[] = [];
    const stop = announceNews(store, ME.officer, text, (news) => told.push(news), Date.now);
    const change = (heads: (typeof mine)[]) =>
      store.setState((now) => reduceEvent(now, { type: 'heads', all: false, heads, gone: [] }, 0).view, true);
    for (let second = 0; second < 60; second += 1) {
      const speaker = ten[second % ten.length] ?? mine;
      change([{ ...speaker, lastCitizenSeq: second + 2 }]);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(told.length).toBeGreaterThan(2);
    expect(told.length).toBeLessThanOrEqual(60_000 / ELSEWHERE_EVERY + 1);
    const before = told.length;
    change([waitingHead({ emergency: 'flagged', reference: 'C-9999' })]);
    await vi.advanceTimersByTimeAsync(GATHER);
    const urgent = () => told.slice(before).map((news) => news.urgent);
    expect(urgent().join(' ')).toContain('C-9999');
    // Whoever was not named yet is named in their turn, with nothing more happening.
    await vi.advanceTimersByTimeAsync(ELSEWHERE_EVERY);
    expect(
      told
        .slice(before)
        .map(({ line }) => line)
        .join(' '),
    ).toMatch(/Nouveau message/);
    stop();
    vi.useRealTimers();
  });
});
