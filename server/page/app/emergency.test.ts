import { describe, expect, it } from 'vitest';
import { isEmergency, topicsOf } from '../../../protocol/emergency.ts';
import type { Heard } from '../client/environment.ts';
import { createEmergencyWatch } from './emergency.ts';

const RULES = { isEmergency, topicsOf };
const WORDS = 'il a un couteau, il veut me tuer';

describe('M1: emergency detection, loaded apart', () => {
  it('look at once when they are here', async () => {
    const watch = createEmergencyWatch(() => Promise.resolve(RULES));
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
    let arrive: (rules: typeof RULES) => void = () => undefined;
    const watch = createEmergencyWatch(
      () =>
        new Promise((done) => {
          arrive = done;
        }),
    );
    const found = new Promise<Heard>((done) => watch(WORDS, done));
    arrive(RULES);
    await expect(found).resolves.toEqual({ emergency: true, topics: [] });
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

  it('is asked for again with the next words, when it did not come', async () => {
    const answers = [() => Promise.reject(new Error('off line')), () => Promise.resolve(RULES)];
    const watch = createEmergencyWatch(
      () => answers.shift()?.() ?? Promise.reject(new Error('asked too often')),
    );
    await Promise.resolve();
    await Promise.resolve();
    const found = new Promise<Heard>((done) => watch(WORDS, done));
    await expect(found).resolves.toEqual({ emergency: true, topics: [] });
    expect(answers).toEqual([]);
  });

  it('offer a help line without raising an alarm', async () => {
    const watch = createEmergencyWatch(() => Promise.resolve(RULES));
    const heard = await new Promise<Heard>((done) => watch('mon fils est harcelé au collège', done));
    expect(heard).toEqual({ emergency: false, topics: ['online'] });
  });
});
