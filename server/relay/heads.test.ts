import { expect, test } from 'vitest';
import { ToDesk } from '../../protocol/desk-channel.ts';
import { newId } from '../../protocol/ids.ts';
import { openState } from '../../protocol/journal.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { allHeads } from './heads.ts';
import { liveOf, Registry } from './live.ts';

const OPENED = { kind: 'opened', termsVersion: '1', language: 'fr', subject: null } as const;

function frames(count: number) {
  const registry = new Registry();
  for (let made = 0; made < count; made += 1) {
    const conversation = newId();
    const author = { role: 'citizen' } as const;
    const state = openState({ conversation, seq: 1, id: newId(), at: 1, author, body: OPENED });
    const times = { openedAt: 1, purgeAt: 2, closedAt: null };
    const stored = {
      conversation,
      reference: 'C-1001',
      ...times,
      lastSeq: 1,
      officerRead: 0,
      citizenRead: 0,
    };
    registry.add(liveOf(state, stored, 0));
  }
  return [...allHeads(registry, { officer: newId(), supervisor: false })].map((frame) => {
    const parsed = ToDesk.parse(JSON.parse(frame));
    return parsed.type === 'heads' ? { ...parsed, heads: parsed.heads.length } : parsed;
  });
}

test('R4: what a desk may see is whole with the frame that says no more of `more`', () => {
  const whole = { type: 'heads', gone: [] };
  const most = LIMITS.headsPerFrame;
  expect(frames(0)).toEqual([{ ...whole, all: true, heads: 0 }]);
  expect(frames(most)).toEqual([{ ...whole, all: true, heads: most }]);
  expect(frames(most + 1)).toEqual([
    { ...whole, all: true, heads: most, more: true },
    { ...whole, all: false, heads: 1 },
  ]);
});
