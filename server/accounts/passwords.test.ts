import { describe, expect, test } from 'vitest';
import { createPasswordCheck, hashPassword, passwordProblem } from './passwords.ts';

describe('a new password', () => {
  test.each([
    ['onze lettre', 'too-short'],
    ['🔐🔐🔐🔐🔐🔐', 'too-short'],
    ['a'.repeat(257), 'too-long'],
    ['motdepasse2026', 'too-common'],
    ['Mot de Passe 123', 'too-common'],
    ['aaaaaaaaaaaaaa', 'too-common'],
    ['123456789012', 'too-common'],
    ['je suis dupont!', 'holds-the-login'],
  ])('%s is refused: %s', (password, problem) => {
    expect(passwordProblem(password, 'dupont')).toBe(problem);
  });

  test('needs no capitals, digits or signs: length is enough', () => {
    expect(passwordProblem('quatre chevaux et un canard', 'dupont')).toBeNull();
  });
});

describe('checking a password', () => {
  test('is the same however its accents were typed', async () => {
    const check = await createPasswordCheck();
    const stored = await hashPassword('été à la plage'.normalize('NFD'));
    expect(await check.verify(stored, 'été à la plage'.normalize('NFC'))).toBe('right');
    expect(await check.verify(stored, 'ete a la plage')).toBe('wrong');
  });

  test('the decoy’s own password opens nothing', async () => {
    expect(await (await createPasswordCheck()).verify(null, 'decoy')).toBe('wrong');
  });

  test('B1: more attempts than may wait are told to come back', async () => {
    const check = await createPasswordCheck();
    const verdicts = await Promise.all(Array.from({ length: 210 }, () => check.verify(null, 'anything')));
    expect(verdicts.filter((verdict) => verdict === 'busy')).toHaveLength(7);
  });
});
