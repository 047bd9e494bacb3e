import { describe, expect, it } from 'vitest';
import { PACKED } from '../../../protocol/emergency/weights.ts';
import { loadRules } from './emergency-rules.ts';

const answering =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }));

describe('M1: the page’s weights', () => {
  it('find what the relay finds', async () => {
    const { isEmergency, topicsOf } = await loadRules(answering(PACKED));
    expect(isEmergency('il a un couteau, il veut me tuer')).toBe(true);
    expect(isEmergency('merci, bonne journée')).toBe(false);
    expect(topicsOf('mon fils est harcelé au collège')).toEqual(['online']);
  });

  it.each([
    ['are refused', '', 404],
    ['are cut short', PACKED.slice(1), 200],
    ['are a page of somebody else, as in a hotel', `<!doctype html>${PACKED.slice(15)}`, 200],
  ])('stop nothing but themselves when they %s', async (_how, body, status) => {
    await expect(loadRules(answering(body, status))).rejects.toThrow();
  });
});
