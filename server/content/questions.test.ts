import { describe, expect, test } from 'vitest';
import { detectEmergency } from '../../protocol/emergency.ts';
import { loadContent } from './index.ts';
import { faults } from './typography.testkit.ts';

const questions = loadContent().questions ?? [];
const says = questions.flatMap(({ answers }) => answers.flatMap(({ saysFr, saysEn }) => [saysFr, saysEn]));

/** Answers that must raise the alarm (rule M1). Those that say no, or nothing, never may. */
const ALARMS = [
  'Oui, je suis en danger maintenant.',
  'Yes, I am in danger now.',
  'Oui, il y a une arme ici.',
  'Yes, there is a weapon here.',
];

describe('closed questions', () => {
  test('there are some, in French as French is set', () => {
    expect(questions.length).toBeGreaterThanOrEqual(10);
    for (const { titleFr, textFr, answers } of questions) {
      for (const text of [titleFr, textFr, ...answers.flatMap(({ labelFr, saysFr }) => [labelFr, saysFr])]) {
        expect(faults(text), text).toEqual([]);
      }
    }
  });

  test('every answer says everything by itself: no two of them are the same', () => {
    expect(new Set(says).size).toBe(says.length);
  });

  test.each(ALARMS)('M1: “%s” raises the alarm', (text) => {
    expect(says).toContain(text);
    expect(detectEmergency(text)).not.toEqual([]);
  });

  test.each(says.filter((text) => /^(Non|No|Je ne peux pas répondre|I cannot answer)\b/.test(text)))(
    'M1: “%s” raises none',
    (text) => expect(detectEmergency(text)).toEqual([]),
  );
});
