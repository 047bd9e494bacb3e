import { expect, test } from 'vitest';
import { detectEmergency } from '../../../protocol/emergency.ts';
import { TAPS } from './taps.ts';

test('M1: “danger here” raises the alarm in every language of the rules, and no other tap does', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const [name, { says }] of Object.entries(TAPS[language].answers)) {
      expect(detectEmergency(says).length > 0, says).toBe(name === 'danger');
    }
  }
});
