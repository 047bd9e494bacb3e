import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createOriginRule } from './origin.ts';

function from(headers: Record<string, string>): IncomingMessage {
  return { headers } as unknown as IncomingMessage;
}

describe('with configured origins', () => {
  const rule = createOriginRule(['https://tchat.example.fr'], true);

  test.each([
    ['https://tchat.example.fr', true],
    ['https://tchat.example.fr.evil.example', false],
    ['http://tchat.example.fr', false],
    ['https://evil.example', false],
    ['null', false],
  ])('%s: %s', (origin, allowed) => {
    expect(rule.fromPage(from({ origin, host: 'tchat.example.fr' }))).toBe(allowed);
  });

  test('no origin is no permission: a page always names one', () => {
    expect(rule.fromPage(from({ host: 'tchat.example.fr' }))).toBe(false);
  });
});

describe('without any, the same origin under an address', () => {
  const rule = createOriginRule([], false);

  test.each([
    ['http://127.0.0.1:8443', '127.0.0.1:8443', true],
    ['http://localhost:8443', 'localhost:8443', true],
    ['http://[::1]:8443', '[::1]:8443', true],
    ['http://127.0.0.1:9999', '127.0.0.1:8443', false],
    ['https://127.0.0.1:8443', '127.0.0.1:8443', false],
    // The attacker's own name, made to resolve here.
    ['http://evil.example:8443', 'evil.example:8443', false],
    ['http://evil.example', '127.0.0.1', false],
    ['http://x', '@@', false],
  ])('%s on %s: %s', (origin, host, allowed) => {
    expect(rule.fromPage(from({ origin, host }))).toBe(allowed);
  });
});

test('a desk names no origin', () => {
  const rule = createOriginRule([], false);
  expect(rule.fromDesk(from({ host: '127.0.0.1' }))).toBe(true);
  expect(rule.fromDesk(from({ origin: 'http://127.0.0.1', host: '127.0.0.1' }))).toBe(false);
  expect(rule.fromDesk(from({ origin: 'null' }))).toBe(false);
});
