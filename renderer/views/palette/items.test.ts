import { describe, expect, test } from 'vitest';
import { CATALOGUES } from '../../i18n/languages.ts';
import { ME, makeHead, makeSnapshot, waitingHead } from '../../stores/desk.testkit.ts';
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

  test('each item has an id of its own, and every section a title', () => {
    const items = paletteItems(viewOf(mine.conversation), ME, text);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const [section] of bySection(items)) expect(text.palette.sections[section]).not.toBe('');
  });
});
