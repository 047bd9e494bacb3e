import { describe, expect, it } from 'vitest';
import { detectEmergency } from '../../../protocol/emergency.ts';
import { createEmergencyWatch } from './emergency.ts';

const WORDS = 'il a un couteau, il veut me tuer';

describe('M1: the emergency rules, loaded apart', () => {
  it('look at once when they are here', async () => {
    const watch = createEmergencyWatch(() => Promise.resolve(detectEmergency));
    await Promise.resolve();
    await Promise.resolve();
    let found = 0;
    const count = () => {
      found += 1;
    };
    watch(WORDS, count);
    expect(found).toBe(1);
    watch('merci, bonne journée', count);
    expect(found).toBe(1);
  });

  it('look at what was written before they came', async () => {
    let arrive: (detect: typeof detectEmergency) => void = () => undefined;
    const watch = createEmergencyWatch(
      () =>
        new Promise((done) => {
          arrive = done;
        }),
    );
    const found = new Promise<void>((done) => watch(WORDS, done));
    arrive(detectEmergency);
    await expect(found).resolves.toBeUndefined();
  });

  it('never harm the chat when they cannot be had', async () => {
    const watch = createEmergencyWatch(() => Promise.reject(new SyntaxError('invalid group specifier name')));
    await Promise.resolve();
    let found = 0;
    watch(WORDS, () => {
      found += 1;
    });
    await Promise.resolve();
    expect(found).toBe(0);
  });
});
