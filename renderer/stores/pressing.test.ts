import { expect, test } from 'vitest';
import { MemoryMain, makeHead, makeSnapshot } from './desk.testkit.ts';
import { createDesk } from './desk.ts';
import { SETTLE } from './guard.ts';

test('a warning and a ready-made question wait until the eye has followed the screen, and say so', async () => {
  const main = new MemoryMain();
  let now = 10_000_000;
  const desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined }, now: () => now });
  const [first, second] = [makeHead().conversation, makeHead().conversation];
  main.snapshot = makeSnapshot({
    heads: [makeHead({ conversation: first }), makeHead({ conversation: second })],
  });
  const stop = desk.start();
  await expect.poll(() => desk.store.getState().heads.open.size).toBe(2);
  const acts = (conversation: string) => [
    { kind: 'warn', conversation } as const,
    { kind: 'question', conversation, question: 'weapon' } as const,
  ];

  desk.select(first);
  now += SETTLE;
  for (const act of acts(first)) expect(await desk.run(act)).toBe(true);
  desk.select(second);
  now += 300;
  for (const act of [...acts(second), ...acts(first)]) expect(await desk.run(act)).toBe(false);
  expect(main.inputs('command')).toEqual(acts(first));
  const told = desk.store.getState().notices.map(({ content }) => content.kind);
  expect(new Set(told)).toEqual(new Set(['conversation-changed']));

  // What reaches no citizen is not held up.
  expect(await desk.run({ kind: 'flag-emergency', conversation: second })).toBe(true);
  now += SETTLE;
  for (const act of acts(second)) expect(await desk.run(act)).toBe(true);
  stop();
});
