import { describe, expect, test } from 'vitest';
import { CATALOGUES } from '../../i18n/languages.ts';
import { ME, MemoryMain, makeHead, makeSnapshot, waitingHead } from '../../stores/desk.testkit.ts';
import { createDesk } from '../../stores/desk.ts';
import { applySnapshot, INITIAL_VIEW, type View } from '../../stores/view.ts';
import { SHORTCUTS } from '../shortcuts.ts';
import { bySection, findItems, paletteItems } from './items.ts';

const text = CATALOGUES.fr;
const mine = makeHead({ subject: 'Vol de vélo' });
const waiting = waitingHead({ subject: 'Tapage' });

function viewOf(current: string | null): View {
  const view = applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [mine, waiting] }), 0);
  return { ...view, selection: { ...view.selection, current } };
}

const idsOf = (view: View, self = ME) => paletteItems(view, self, text).map(({ id }) => id);

describe('the palette', () => {
  test('has every shortcut that this officer may use here, with its keys', () => {
    const chief = { ...ME, role: 'supervisor' } as const;
    const items = paletteItems(viewOf(mine.conversation), chief, text);
    for (const { id, keys } of SHORTCUTS) {
      expect(items.find((item) => item.id === id)).toMatchObject({ keys });
    }
    expect(idsOf(viewOf(mine.conversation))).not.toContain('toggleBoard');
  });

  test('offers what can be done with the conversation on screen, and nothing else', () => {
    expect(idsOf(viewOf(mine.conversation))).toEqual(
      expect.arrayContaining(['close', 'pass', 'park', 'release']),
    );
    expect(idsOf(viewOf(waiting.conversation))).toContain('take');
    for (const id of ['close', 'pass', 'consult', 'park', 'release']) {
      expect(idsOf(viewOf(waiting.conversation))).not.toContain(id);
      expect(idsOf(viewOf(null))).not.toContain(id);
    }
  });

  test('finds acts and conversations by a few letters, accents and slips forgiven', () => {
    const items = paletteItems(viewOf(mine.conversation), ME, text);
    const best = (query: string) => findItems(items, query)[0]?.id;
    expect(best('palette')).toBeUndefined();
    expect(best('velo')).toBe(mine.conversation);
    expect(best(waiting.reference)).toBe(waiting.conversation);
    expect(best('disponble')).toBe('presence-available');
    expect(best('concentre')).toBe('focusView');
    expect(best('zzzz')).toBeUndefined();
    expect(findItems(items, '').length).toBeGreaterThan(20);
  });

  test('offers nothing that has nothing to act on, and finds it for those who look for it', () => {
    const quiet = applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [mine] }), 0);
    const view = { ...quiet, selection: { ...quiet.selection, current: mine.conversation } };
    const offered = (of: View) => findItems(paletteItems(of, ME, text), '').map(({ id }) => id);
    const idle = ['takeNext', 'nextUnread', 'nextWaiting', 'emergency', 'undoClose', 'focusNotices'];
    for (const id of idle) expect(offered(view)).not.toContain(id);
    expect(offered(view)).toContain('focusComposer');
    expect(offered(viewOf(null))).toEqual(expect.arrayContaining(['takeNext', 'nextWaiting']));
    expect(offered(viewOf(null))).not.toContain('focusComposer');
    // Not the act that flags an emergency, for whoever types the word and confirms out of habit.
    const [urgent] = findItems(paletteItems(view, ME, text), 'urgence');
    expect(urgent).toMatchObject({ id: 'emergency', idle: true });
    const flagged = makeHead({ emergency: 'flagged' });
    const alarm = applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [mine, flagged] }), 0);
    expect(offered(alarm)).toContain('emergency');
    const told = (kind: 'restored' | 'queue-empty') => ({
      ...view,
      notices: [{ id: 1, at: 0, content: { kind } }],
    });
    expect(offered(told('restored'))).toContain('focusNotices');
    expect(offered(told('queue-empty'))).not.toContain('focusNotices');
    expect(findItems(paletteItems(view, ME, text), 'messages du bureau')[0]).toMatchObject({ keys: 'Alt+5' });
  });

  test('"passer" on a conversation of mine passes it', () => {
    const items = paletteItems(viewOf(mine.conversation), ME, text);
    const best = (query: string) => findItems(items, query)[0]?.id;
    expect(best('passer')).toBe('pass');
    expect(best('passer coll')).toBe('pass');
    expect(best('note')).toBe('noteMode');
    expect(best('releve')).toBe('handOver');
    const passing = findItems(items, 'passer').map(({ id }) => id);
    expect(passing).not.toContain('handOver');
  });

  test('what hands everything over asks first; its keys do not', () => {
    const main = new MemoryMain();
    const desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
    const found = paletteItems(viewOf(mine.conversation), ME, text).find(({ id }) => id === 'handOver');
    found?.run(desk);
    expect(desk.store.getState().selection.panel).toEqual({ kind: 'hand-over' });
    expect(main.inputs('command')).toEqual([]);
  });

  test('V2: shows no personal data that stands in a subject', () => {
    const typed = waitingHead({ subject: 'Rappelez le 06 12 34 56 78' });
    const items = paletteItems(applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [typed] }), 0), ME, text);
    const details = items.map(({ detail }) => detail).join(' ');
    expect(details).toContain(text.personal.masked.phone);
    expect(details).not.toContain('06 12');
  });

  test('each item has an id of its own, and every section a title', () => {
    const items = paletteItems(viewOf(mine.conversation), ME, text);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const [section] of bySection(items)) expect(text.palette.sections[section]).not.toBe('');
  });
});
