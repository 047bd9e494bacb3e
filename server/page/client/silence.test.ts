import { describe, expect, it } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import { createClient } from './client.ts';
import { createWorld, entriesFrame, entry, welcomeFrame } from './fake-world.ts';
import { openQuestion } from './question.ts';
import { isSilent } from './state.ts';

const CITIZEN = { role: 'citizen' } as const;
const QUESTION = {
  kind: 'question',
  question: 'arme',
  text: 'Y a-t-il une arme ?',
  answers: [
    { label: 'Oui', says: 'Oui, il y a une arme.' },
    { label: 'Non', says: 'Non, pas d’arme.' },
  ],
} as const;

function begin() {
  const world = createWorld();
  const client = createClient(world.environment);
  client.start();
  return { world, client };
}

describe('silent mode in the client', () => {
  it('holds from the tap on, is sent once there is a wire, and lasts through a reload', () => {
    const { world, client } = begin();
    client.setSilent(true);
    client.setSilent(true);
    expect(isSilent(client.state())).toBe(true);
    world.wire().open().deliver(welcomeFrame());
    expect(world.wire().sent.filter(({ type }) => type === 'silence')).toHaveLength(1);

    const again = begin();
    again.world
      .wire()
      .open()
      .deliver(welcomeFrame(), entriesFrame(0, entry(2, { kind: 'silence', on: true }, CITIZEN)));
    expect(isSilent(again.client.state())).toBe(true);
    again.client.setSilent(false);
    expect(isSilent(again.client.state())).toBe(false);
  });

  it('a refusal leaves what the journal says', () => {
    const { world, client } = begin();
    world.wire().open().deliver(welcomeFrame());
    client.setSilent(true);
    const sent = world.wire().sent.at(-1);
    if (sent?.type !== 'silence') throw new Error('nothing was sent');
    world.wire().deliver({ type: 'refused', id: sent.id, code: 'wrong-state' });
    expect(isSilent(client.state())).toBe(false);
  });
});

describe('the officer’s closed question', () => {
  it('is open until the citizen says something after it, be it still on its way', () => {
    const asked = entry(3, { ...QUESTION, answers: [...QUESTION.answers] });
    const before = entry(2, { kind: 'message', text: 'avant' }, CITIZEN);
    expect(openQuestion([before, asked], [])).toMatchObject({ question: 'arme' });
    const after = entry(4, { kind: 'message', text: 'Non.' }, CITIZEN);
    expect(openQuestion([before, asked, after], [])).toBeNull();
    const item = { at: 0, seq: null, code: null, state: 'waiting' } as const;
    const act = { type: 'message', id: newId(), text: 'Non.' } as const;
    expect(openQuestion([before, asked], [{ ...item, act }])).toBeNull();
    expect(openQuestion([before, asked], [{ ...item, act, state: 'refused' }])).not.toBeNull();
  });
});
