import { expect, it } from 'vitest';
import type { Entry, EntryBody } from '../../protocol/entry.ts';
import { newId } from '../../protocol/ids.ts';
import { type ConversationState, openState } from '../../protocol/journal.ts';
import { type Live, liveOf } from './live.ts';
import { PaceKeeper } from './pace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 10, 24, 11);
const OFFICER = { officer: newId(), rank: 'Brigadier', alias: 'Camille' };

function entryOf(conversation: string, seq: number, at: number, body: EntryBody): Entry {
  return { conversation, seq, id: newId(), at, author: { role: 'relay' }, body };
}

/** A conversation in memory, as something that was left of it may be. */
function liveWith(change: Partial<ConversationState>): Live {
  const conversation = newId();
  const opened = { kind: 'opened', termsVersion: '1', language: 'fr', subject: null } as const;
  const state = { ...openState(entryOf(conversation, 1, NOON, opened)), ...change };
  const stored = {
    ...{ conversation, reference: 'C-1001', openedAt: NOON, purgeAt: NOON + 90 * 24 * HOUR, closedAt: null },
    ...{ lastSeq: 1, officerRead: 0, citizenRead: 0 },
  };
  return liveOf(state, stored, 0);
}

/** It is taken, and closed so long afterwards, at the same moment as all others. */
function serve(keeper: PaceKeeper, live: Live, milliseconds: number): void {
  const { conversation } = live.state;
  const taken = { kind: 'assignment', to: OFFICER, reason: 'taken', note: null } as const;
  const closure = { kind: 'closure', disposition: 'answered', comment: null } as const;
  keeper.observe(live, entryOf(conversation, 2, NOON - milliseconds, taken), null);
  keeper.observe(live, entryOf(conversation, 3, NOON, closure), null);
}

it('an answer by e-mail that a mail server kept for two days does not make the queue look two days long', () => {
  const keeper = new PaceKeeper();
  for (let talk = 0; talk < 3; talk += 1) serve(keeper, liveWith({}), 10 * MINUTE);
  serve(keeper, liveWith({ deferral: { askedAt: NOON, address: true, mail: null } }), 48 * HOUR);
  serve(keeper, liveWith({ form: { about: 'malfunction', place: null } }), 5 * HOUR);
  expect(keeper.now(NOON, { busy: 1, free: 0 }).service).toBe(10 * MINUTE);
});
