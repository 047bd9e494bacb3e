import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EditOutcome } from '../../protocol/content-editing.ts';
import type { RequestName } from '../../protocol/ipc.ts';
import { valuesOf } from './content-forms.ts';
import { CONTENT, ME, MemoryMain, makeSnapshot, makeState, PLATFORM, RESPONSE } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';
import { endingTexts, listRows } from './editing-list.ts';
import { conflictOf, currentItem, draftKey, NEW } from './editing-state.ts';

const TODAY = '2026-11-29';
let main: MemoryMain;
let desk: Desk;
let stop: () => void;
let outcome: EditOutcome;
let asked: { name: RequestName; input: unknown }[];

beforeEach(async () => {
  vi.useFakeTimers();
  outcome = { kind: 'saved' };
  asked = [];
  main = new MemoryMain();
  const { request } = main.bridge;
  const bridge = {
    ...main.bridge,
    request: (async (name: RequestName, input: unknown) => {
      asked.push({ name, input });
      if (name === 'content-edit' || name === 'personal-edit') return outcome;
      if (name === 'content-overview') return { kind: 'done', answer: { uses: [], changes: [] } };
      return request(name, input as never);
    }) as typeof request,
  };
  const self = { ...ME, role: 'supervisor' as const };
  main.snapshot = makeSnapshot({ state: makeState({ self }), personal: [RESPONSE] });
  desk = createDesk({ bridge, sounds: { play: () => undefined }, now: () => 0 });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const draft = (kind: 'platform' | 'response' | 'personal', id: string) =>
  desk.store.getState().editing.drafts.get(draftKey(kind, id));
const notice = () => desk.store.getState().notices.at(-1)?.content;
const edits = () => asked.filter(({ name }) => name === 'content-edit').map(({ input }) => input);
const GOOD = {
  textFr: 'Bonsoir, {alias|un policier} vous écoute.',
  textEn: 'Hello, {alias|an officer} is here.',
};

describe('a form', () => {
  test('is unsaved while it says something else, and no longer once it says the same again', () => {
    desk.changeField('platform', PLATFORM.id, { nameFr: 'Autre' });
    expect(draft('platform', PLATFORM.id)?.values['nameFr']).toBe('Autre');
    desk.changeField('platform', PLATFORM.id, { nameFr: PLATFORM.nameFr });
    expect(draft('platform', PLATFORM.id)).toBeUndefined();
  });

  test('is saved with what it was made of, and told', async () => {
    desk.changeField('response', RESPONSE.id, GOOD);
    expect(await desk.saveItem('response', RESPONSE.id)).toBe(true);
    expect(edits()).toEqual([
      { kind: 'response', id: RESPONSE.id, item: { ...RESPONSE, ...GOOD }, before: RESPONSE },
    ]);
    expect(draft('response', RESPONSE.id)).toBeUndefined();
    expect(notice()).toMatchObject({ kind: 'content-saved' });
  });

  test('with something wrong is not sent, and says what at which field', async () => {
    desk.changeField('response', RESPONSE.id, { textFr: 'Bonjour {alias}', textEn: ' ' });
    expect(await desk.saveItem('response', RESPONSE.id)).toBe(false);
    expect(edits()).toEqual([]);
    expect(draft('response', RESPONSE.id)?.problems).toEqual([
      { field: 'textEn', problem: 'required', detail: '' },
      { field: 'textFr', problem: 'no-fallback', detail: '{alias}' },
    ]);
  });

  test('a number that nobody could tap, and a remark where citizens read, are refused at their fields', async () => {
    desk.changeField('platform', PLATFORM.id, { phone: '17 ou 112', hours: 'Heures ouvrées, à revérifier' });
    expect(await desk.saveItem('platform', PLATFORM.id)).toBe(false);
    expect(edits()).toEqual([]);
    expect(draft('platform', PLATFORM.id)?.problems).toEqual([
      { field: 'phone', problem: 'malformed', detail: '' },
      { field: 'hours', problem: 'remark', detail: '' },
    ]);
  });

  test('that could not be sent stays as it was typed', async () => {
    outcome = { kind: 'refused', code: 'offline' };
    desk.changeField('response', RESPONSE.id, GOOD);
    expect(await desk.saveItem('response', RESPONSE.id)).toBe(false);
    expect(draft('response', RESPONSE.id)?.values['textFr']).toBe(GOOD.textFr);
    expect(notice()).toEqual({ kind: 'content-refused', code: 'offline' });
  });

  test('of a new item is given an id that nothing has', async () => {
    desk.selectItem('platform', NEW);
    desk.changeField('platform', NEW, { ...valuesOf('platform', PLATFORM), nameFr: 'THESEE', fallback: '' });
    expect(await desk.saveItem('platform', NEW)).toBe(true);
    expect(edits()).toMatchObject([{ id: 'thesee-2', before: null, item: { id: 'thesee-2' } }]);
    expect(desk.store.getState().editing.selected.platform).toBe('thesee-2');
  });

  test('of one’s own goes its own way', async () => {
    desk.changeField('personal', RESPONSE.id, GOOD);
    await desk.saveItem('personal', RESPONSE.id);
    expect(asked.some(({ name }) => name === 'personal-edit')).toBe(true);
    expect(edits()).toEqual([]);
  });
});

describe('E5: another supervisor was faster', () => {
  const theirs = { ...RESPONSE, titleFr: 'Le leur' };

  test('what came while one was writing stands beside one’s own text, and nothing is saved over it', async () => {
    desk.changeField('response', RESPONSE.id, GOOD);
    main.emit({ type: 'content', content: { ...CONTENT, version: '2', responses: [theirs] } });
    const mine = draft('response', RESPONSE.id);
    const view = desk.store.getState();
    if (mine === undefined) throw new Error('the draft is gone');
    expect(conflictOf(mine, currentItem(view, 'response', RESPONSE.id))?.item).toEqual(theirs);
    expect(await desk.saveItem('response', RESPONSE.id)).toBe(false);
    expect(edits()).toEqual([]);
    expect(await desk.keepMine('response', RESPONSE.id)).toBe(true);
    expect(edits()).toMatchObject([{ before: theirs, item: GOOD }]);
    expect(draft('response', RESPONSE.id)).toBeUndefined();
  });

  test('what the relay answers is kept beside it as well', async () => {
    outcome = { kind: 'conflict', item: theirs, stamp: { at: 1, by: { rank: 'Commandant', alias: 'Alix' } } };
    desk.changeField('response', RESPONSE.id, GOOD);
    await desk.saveItem('response', RESPONSE.id);
    const mine = draft('response', RESPONSE.id);
    expect(mine?.values['textFr']).toBe(GOOD.textFr);
    expect(mine && conflictOf(mine, RESPONSE)).toMatchObject({ item: theirs, stamp: { at: 1 } });
    // The frame with theirs may come later than the answer: one's own is saved over theirs all the same.
    outcome = { kind: 'saved' };
    expect(await desk.keepMine('response', RESPONSE.id)).toBe(true);
    expect(edits().at(-1)).toMatchObject({ before: theirs, item: GOOD });
    expect(draft('response', RESPONSE.id)).toBeUndefined();
  });

  test('one’s own that is wrong is not saved over theirs, and says why', async () => {
    outcome = { kind: 'conflict', item: theirs, stamp: null };
    desk.changeField('response', RESPONSE.id, GOOD);
    await desk.saveItem('response', RESPONSE.id);
    desk.changeField('response', RESPONSE.id, { titleFr: '' });
    expect(await desk.keepMine('response', RESPONSE.id)).toBe(false);
    expect(edits()).toHaveLength(1);
    expect(draft('response', RESPONSE.id)?.problems).toEqual([
      { field: 'titleFr', problem: 'required', detail: '' },
    ]);
    desk.dropDraft('response', RESPONSE.id);
    expect(draft('response', RESPONSE.id)).toBeUndefined();
  });
});

test('the list shows what is over, what is near its end, and what is unsaved', () => {
  const responses = [
    { ...RESPONSE, id: 'never' },
    { ...RESPONSE, id: 'near', validUntil: '2027-01-28' },
    { ...RESPONSE, id: 'over', validUntil: '2026-11-28' },
    { ...RESPONSE, id: 'far', validUntil: '2027-01-29' },
  ];
  main.emit({ type: 'content', content: { ...CONTENT, version: '2', responses } });
  desk.changeField('response', 'far', { titleFr: 'Autre' });
  const ids = (filter: 'all' | 'ending' | 'expired' | 'soon' | 'unsaved') => {
    desk.changeEditing({ filter });
    return listRows(desk.store.getState(), 'response', 'fr', TODAY).map(({ id }) => id);
  };
  expect(ids('all')).toEqual(['never', 'near', 'over', 'far']);
  expect(ids('expired')).toEqual(['over']);
  expect(ids('soon')).toEqual(['near']);
  expect(ids('unsaved')).toEqual(['far']);
  desk.changeEditing({ order: 'ending' });
  expect(ids('all')).toEqual(['over', 'near', 'far', 'never']);
  expect(ids('ending')).toEqual(['over', 'near']);
  expect(endingTexts(responses, TODAY)).toEqual({ ended: 1, ending: 1, until: '2027-01-28' });
  expect(endingTexts([RESPONSE], TODAY)).toMatchObject({ ended: 0, ending: 0 });
});
