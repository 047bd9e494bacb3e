import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { TestRelay } from './relay.testkit.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await TestRelay.start();
});
afterEach(() => relay.destroy());

async function change(token: string | null, body: unknown): Promise<number> {
  const response = await fetch(`${relay.url}/api/desk/groups`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  await response.body?.cancel();
  return response.status;
}

describe('G7: a supervisor changes groups at their desk', () => {
  test('every desk hears of it; names are unique, and nobody else may', async () => {
    const { desk: officer, token, officer: member } = await relay.desk('dupont');
    const { token: chief } = await relay.desk('moreau');
    expect(await change(chief, { kind: 'add', name: 'Cyber' })).toBe(200);
    const { groups } = await officer.frame('groups', (frame) => frame.groups.length === 1);
    const [cyber] = groups;
    if (cyber === undefined) throw new Error('no group');
    expect(await change(chief, { kind: 'join', group: cyber.group, officer: member })).toBe(200);
    await officer.frame('groups', (frame) => frame.groups[0]?.members[0] === member);
    expect(await change(chief, { kind: 'add', name: 'cyber' })).toBe(409);
    expect(await change(chief, { kind: 'join', group: newId(), officer: member })).toBe(404);
    expect(await change(chief, { kind: 'rename', group: cyber.group, name: ' ' })).toBe(400);
    expect(await change(token, { kind: 'remove', group: cyber.group })).toBe(403);
    expect(await change(null, { kind: 'remove', group: cyber.group })).toBe(401);
    expect(await change(chief, { kind: 'leave', group: cyber.group, officer: member })).toBe(200);
    expect(await change(chief, { kind: 'remove', group: cyber.group })).toBe(200);
    await officer.frame('groups', (frame) => frame.groups.length === 0);
  });
});
