import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import type { SoundLevel } from '../sound/sounds.ts';
import { colleagueNews, groupFirst } from './colleagues.ts';
import { COLLEAGUE, ME, MemoryMain, makeEntry, makeHead, makeSnapshot, waitingHead } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';
import { applySnapshot, INITIAL_SETTINGS, INITIAL_VIEW } from './view.ts';

const BY_COLLEAGUE = { role: 'officer', ...COLLEAGUE } as const;

function row(officer: string, presence: RosterRow['presence'] = 'available'): RosterRow {
  const { rank, alias } = COLLEAGUE;
  return { officer, rank, alias, role: 'officer', presence, active: 0, parked: 0, capacity: 4, since: 0 };
}

describe('G2: for whom a conversation waits', () => {
  const group = { group: newId(), name: 'Cyber', members: [COLLEAGUE.officer] };
  const forGroup = { group: group.group, name: 'Cyber', until: 5_000 };
  const first = (change: Parameters<typeof waitingHead>[0], presence: RosterRow['presence'], now = 4_999) =>
    groupFirst(waitingHead(change), [group], [row(COLLEAGUE.officer, presence)], now);

  test('the group, while its time lasts and somebody of it is on duty', () => {
    expect(first({ forGroup }, 'available')).toBe(group);
    expect(first({ forGroup }, 'available', 5_000)).toBeNull();
    expect(first({ forGroup }, 'finishing')).toBeNull();
    expect(first({ forGroup, emergency: 'flagged' }, 'available')).toBeNull();
    expect(first({}, 'available')).toBeNull();
    expect(groupFirst(waitingHead({ forGroup }), [], [row(COLLEAGUE.officer)], 0)).toBeNull();
  });
});

describe('news of colleagues', () => {
  const mine = makeHead({ officerRead: 2 });
  const view = applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [mine] }), 0);
  const whisper = (seq: number, author: Parameters<typeof makeEntry>[3] = BY_COLLEAGUE) => {
    const { conversation } = mine;
    const entries = [makeEntry(conversation, seq, { kind: 'note', text: 'un avis' }, author)];
    return { type: 'entries', conversation, after: seq - 1, through: seq, entries } as const;
  };

  test('a note of theirs that I have not read, elsewhere than on screen', () => {
    expect(colleagueNews(view, whisper(3))).toMatchObject([{ kind: 'whisper', reference: mine.reference }]);
    expect(colleagueNews(view, whisper(2))).toEqual([]);
    const shown = { ...view, selection: { ...view.selection, current: mine.conversation } };
    expect(colleagueNews(shown, whisper(3))).toEqual([]);
    const { officer, rank, alias } = ME;
    expect(colleagueNews(view, whisper(3, { role: 'officer', officer, rank, alias }))).toEqual([]);
  });

  test('advice asked of me, once', () => {
    const theirs = makeHead({
      holder: COLLEAGUE,
      consulted: [{ officer: ME.officer, rank: ME.rank, alias: ME.alias }],
    });
    const heads = { type: 'heads', all: false, heads: [theirs], gone: [] } as const;
    expect(colleagueNews(view, { ...heads, heads: [...heads.heads], gone: [] })).toMatchObject([
      { kind: 'asked', conversation: theirs.conversation, officer: `${COLLEAGUE.rank} ${COLLEAGUE.alias}` },
    ]);
    const known = applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [theirs] }), 0);
    expect(colleagueNews(known, { ...heads, heads: [...heads.heads], gone: [] })).toEqual([]);
  });
});

describe('at the desk', () => {
  let main: MemoryMain;
  let desk: Desk;
  let played: SoundLevel[];
  let stop: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    played = [];
    main = new MemoryMain();
    desk = createDesk({ bridge: main.bridge, sounds: { play: (level) => played.push(level) } });
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });
  const begin = async (change: Parameters<typeof makeSnapshot>[0]) => {
    main.snapshot = makeSnapshot(change);
    stop = desk.start();
    await vi.advanceTimersByTimeAsync(0);
  };

  test('G4: main hears what is on screen, and that nothing is on the board', async () => {
    const head = makeHead();
    await begin({ heads: [head] });
    desk.select(head.conversation);
    desk.changeSelection({ view: 'board' });
    desk.changeSelection({ view: 'desk' });
    desk.select(null);
    await vi.advanceTimersByTimeAsync(1);
    expect(main.inputs('looking').map(({ conversation }) => conversation)).toEqual([
      ...[head.conversation, null, head.conversation, null],
    ]);
  });

  test('whoever waits longest comes first, then the head of the queue, to look at', async () => {
    const [late, later] = [makeHead({ unansweredSince: 100 }), makeHead({ unansweredSince: 200 })];
    const queued = waitingHead();
    await begin({ heads: [later, late, queued] });
    const shown = () => desk.store.getState().selection.current;
    desk.nextWaiting();
    expect(shown()).toBe(late.conversation);
    desk.nextWaiting();
    expect(shown()).toBe(later.conversation);
    main.emit({
      type: 'heads',
      all: false,
      heads: [late, later].map((head) => ({ ...head, unansweredSince: null })),
      gone: [],
    });
    desk.nextWaiting();
    expect(shown()).toBe(queued.conversation);
    expect(main.inputs('command')).toEqual([]);
  });

  test('in quiet mode only emergencies sound', async () => {
    await begin({ settings: { ...INITIAL_SETTINGS, quiet: true } });
    for (const level of ['message', 'colleague', 'queue', 'mail', 'emergency'] as const) {
      main.emit({ type: 'alert', level });
    }
    expect(played).toEqual(['emergency']);
  });
});
