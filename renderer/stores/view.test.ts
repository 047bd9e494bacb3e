import { describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { OutboxItem } from '../../protocol/ipc.ts';
import {
  COLLEAGUE,
  HOLDER,
  ME,
  makeDraft,
  makeEntries,
  makeHead,
  makeSnapshot,
  makeState,
} from './desk.testkit.ts';
import { openWindow, receiveNewest } from './journals.ts';
import { ageNotices } from './notices.ts';
import { pendingOf } from './outbox.ts';
import { applySnapshot, INITIAL_VIEW, reduceEvent, type View } from './view.ts';

const NOW = 1_000_000;

function item(conversation: string): OutboxItem {
  const command = { kind: 'message', conversation, text: 'bonjour' } as const;
  return { id: newId(), conversation, command, at: NOW, state: 'sending', code: null };
}

/** A view that holds all there can be of one conversation: head, journal, draft, outbox, selection, dialog. */
function full(): { view: View; head: ReturnType<typeof makeHead> } {
  const head = makeHead();
  const id = head.conversation;
  const snapshot = makeSnapshot({
    heads: [head],
    drafts: [makeDraft(id, { message: 'secret', note: 'secret' })],
    outbox: [item(id)],
  });
  const view = applySnapshot(INITIAL_VIEW, snapshot, NOW);
  const page = { entries: makeEntries(id, 3), complete: true };
  const { journals } = receiveNewest(openWindow(view.journals, id), id, page);
  const selection = {
    ...view.selection,
    current: id,
    panel: { kind: 'close', conversation: id, disposition: null },
  } as const;
  const unclosed = new Map([[id, { conversation: id, disposition: 'answered', comment: 'secret' } as const]]);
  return { view: { ...view, journals, selection, unclosed, typing: new Map([[id, NOW + 1]]) }, head };
}

describe('events', () => {
  test('purged: nothing of the conversation stays anywhere in the view', () => {
    const { view, head } = full();
    const after = reduceEvent(view, { type: 'purged', conversations: [head.conversation] }, NOW).view;
    const { notices, ...rest } = after;
    const text = JSON.stringify(rest, (_key, value: unknown) =>
      value instanceof Map ? [...value.entries()] : value,
    );
    expect(text).not.toContain(head.conversation);
    expect(text).not.toContain('secret');
    expect(after.selection).toMatchObject({ current: null, panel: null });
    expect(notices.map(({ content }) => content.kind)).toEqual(['purged']);
  });

  test('purged: other conversations are untouched', () => {
    const { view, head } = full();
    const after = reduceEvent(view, { type: 'purged', conversations: [newId()] }, NOW).view;
    expect(after.heads.open.get(head.conversation)).toBe(head);
    expect(after.journals).toBe(view.journals);
    expect(after.notices).toEqual([]);
  });

  test('what is only taken from here because the officer left is not said to be destroyed', () => {
    const { view, head } = full();
    const said = (left: boolean) =>
      reduceEvent(view, { type: 'purged', conversations: [head.conversation], left }, NOW).view.notices.map(
        ({ content }) => content.kind,
      );
    expect(said(false)).toContain('purged');
    expect(said(true)).not.toContain('purged');
  });

  test('R2: a reset voids the windows held and asks for them again', () => {
    const { view, head } = full();
    const { view: after, reread } = reduceEvent(
      view,
      { type: 'reset', conversations: [head.conversation, newId()] },
      NOW,
    );
    expect(reread).toEqual([head.conversation]);
    expect(after.journals.get(head.conversation)?.entries).toEqual([]);
  });

  test('R3: a frame that does not fit asks for a read', () => {
    const { view, head } = full();
    const entries = makeEntries(head.conversation, 9).slice(7);
    const event = {
      type: 'entries',
      conversation: head.conversation,
      after: 7,
      through: 9,
      entries,
    } as const;
    expect(reduceEvent(view, event, NOW).reread).toEqual([head.conversation]);
  });

  test('a conversation that went to a colleague leaves the screen and says so', () => {
    const { view, head } = full();
    const event = { type: 'heads', all: false, heads: [], gone: [head.conversation] } as const;
    const after = reduceEvent(view, { ...event, heads: [], gone: [head.conversation] }, NOW).view;
    expect(after.selection.current).toBeNull();
    expect(after.journals.has(head.conversation)).toBe(false);
    expect(after.notices[0]?.content).toEqual({ kind: 'gone', reference: head.reference });
  });

  test('a conversation that only changed holder stays on screen', () => {
    const { view, head } = full();
    const event = { type: 'heads', all: false, heads: [{ ...head, holder: COLLEAGUE }], gone: [] } as const;
    const after = reduceEvent(view, { ...event, heads: [...event.heads], gone: [] }, NOW).view;
    expect(after.selection.current).toBe(head.conversation);
  });

  test('an incoming conversation never takes the screen', () => {
    const { view, head } = full();
    const other = makeHead({ emergency: 'flagged', lastCitizenSeq: 4 });
    const after = reduceEvent(view, { type: 'heads', all: false, heads: [other], gone: [] }, NOW).view;
    expect(after.selection).toBe(view.selection);
    expect(after.selection.current).toBe(head.conversation);
    const alerted = reduceEvent(after, { type: 'alert', level: 'emergency' }, NOW).view;
    expect(alerted).toBe(after);
  });

  test('another officer, or nobody, finds nothing of the one before', () => {
    const { view } = full();
    const after = reduceEvent(view, { type: 'state', state: makeState({ self: null }) }, NOW).view;
    expect(after).toEqual({ ...INITIAL_VIEW, state: after.state, content: view.content });
  });

  test('an acknowledged message stays on screen until its entry comes', () => {
    const { view, head } = full();
    const id = head.conversation;
    const acked = reduceEvent(view, { type: 'outbox', items: [] }, NOW).view;
    const [settling] = pendingOf(acked.outbox, id, acked.journals.get(id));
    expect(settling?.id).toBe(view.outbox.items[0]?.id);
    const [, , third] = makeEntries(id, 3);
    if (settling === undefined || third === undefined) throw new Error('nothing settles');
    const entry = { ...third, seq: 4, id: settling.id };
    const event = { type: 'entries', conversation: id, after: 3, through: 4, entries: [entry] } as const;
    const { view: after } = reduceEvent(acked, { ...event, entries: [entry] }, NOW);
    expect(pendingOf(after.outbox, id, after.journals.get(id))).toEqual([]);
  });

  test('typing shows for a while, and what is over is forgotten', () => {
    const first = newId();
    const second = newId();
    const typed = reduceEvent(INITIAL_VIEW, { type: 'typing', conversation: first }, NOW).view;
    const later = reduceEvent(typed, { type: 'typing', conversation: second }, NOW + 60_000).view;
    expect([...later.typing.keys()]).toEqual([second]);
  });

  describe('W6: an answer by e-mail that came back', () => {
    const mail = { email: newId(), at: 1, by: ME.officer, state: 'returned', reason: 'mailbox' } as const;
    const head = makeHead({
      ...{ status: 'deferred', holder: null },
      deferral: { askedAt: 1, address: false, mail },
    });
    const { conversation, reference } = head;
    const shown = applySnapshot(INITIAL_VIEW, makeSnapshot({ heads: [head] }), NOW);
    const told = reduceEvent(shown, { type: 'came-back', conversations: [conversation, newId()] }, NOW).view;
    const noticesAfter = (...heads: (typeof head)[]) =>
      reduceEvent(told, { type: 'heads', all: false, heads, gone: [] }, NOW).view.notices;

    test('is said, with why, in a notice that stays', () => {
      expect(told.notices.map(({ content }) => content)).toEqual([
        { kind: 'came-back', conversation, reference, outcome: 'returned', reason: 'mailbox' },
      ]);
      expect(ageNotices(told.notices, NOW + 60_000)).toHaveLength(1);
    });

    test('is no news any more once somebody else has it, it is answered or closed, or it is gone', () => {
      expect(noticesAfter({ ...head, lastSeq: 9 })).toHaveLength(1);
      expect(noticesAfter({ ...head, status: 'active', holder: HOLDER })).toHaveLength(1);
      expect(noticesAfter({ ...head, status: 'active', holder: COLLEAGUE })).toEqual([]);
      expect(noticesAfter({ ...head, status: 'closed', closedAt: 2 })).toEqual([]);
      const queued = { askedAt: 1, address: true, mail: { ...mail, state: 'queued', reason: null } } as const;
      expect(noticesAfter({ ...head, status: 'parked', holder: HOLDER, deferral: queued })).toEqual([]);
      const gone = { type: 'heads', all: false, heads: [], gone: [conversation] } as const;
      expect(reduceEvent(told, { ...gone, heads: [], gone: [conversation] }, NOW).view.notices).toEqual([]);
      const purged = reduceEvent(told, { type: 'purged', conversations: [conversation] }, NOW).view;
      expect(purged.notices).toEqual([]);
    });
  });
});
