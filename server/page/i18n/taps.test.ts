import { expect, test } from 'vitest';
import { detectEmergency } from '../../../protocol/emergency.ts';
import { CITIZEN_LANGUAGES } from '../../../protocol/language.ts';
import { TAPS } from './taps.ts';

test('M1: “danger here” raises the alarm in every language, and no other tap does', () => {
  for (const language of CITIZEN_LANGUAGES) {
    for (const [name, { says }] of Object.entries(TAPS[language].answers)) {
      expect(detectEmergency(says).length > 0, says).toBe(name === 'danger');
    }
  }
});
