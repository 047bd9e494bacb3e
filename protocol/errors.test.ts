import { describe, expect, test } from 'vitest';
import { CLOSES, closeReason, FINAL, isRetryable, PASSING, RefusalCode, shouldComeBack } from './errors.ts';

describe('refusals and closes', () => {
  test('every refusal code is in the schema, and says whether trying again can help', () => {
    for (const code of PASSING) expect(isRetryable(RefusalCode.parse(code))).toBe(true);
    for (const code of FINAL) expect(isRetryable(RefusalCode.parse(code))).toBe(false);
    expect(new Set(RefusalCode.options).size).toBe(PASSING.length + FINAL.length);
    expect(isRetryable('storage-unavailable')).toBe(true);
    expect(isRetryable('conversation-closed')).toBe(false);
  });

  test('C3: close codes are distinct, ours, and each leads back to its reason', () => {
    const codes = Object.values(CLOSES).map((close) => close.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const [reason, close] of Object.entries(CLOSES)) {
      expect(close.code).toBeGreaterThanOrEqual(4000);
      expect(close.code).toBeLessThan(5000);
      expect(closeReason(close.code)).toBe(reason);
    }
  });

  test('C3: a cut wire and an unknown code mean coming back; an oversized frame does not', () => {
    expect(shouldComeBack(1006)).toBe(true);
    expect(shouldComeBack(1001)).toBe(true);
    expect(shouldComeBack(4999)).toBe(true);
    expect(shouldComeBack(1009)).toBe(false);
    expect(shouldComeBack(CLOSES['come-back'].code)).toBe(true);
    expect(shouldComeBack(CLOSES['version-unsupported'].code)).toBe(false);
  });
});
