import { describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { createLog, faultDetails } from './log.ts';

function logged(details: Record<string, string | number | boolean>): string {
  const lines: string[] = [];
  createLog('info', { write: (line) => lines.push(line) })('info', 'tested', details);
  return lines.join('');
}

describe('the log', () => {
  test('keeps ids, codes and numbers', () => {
    const conversation = newId();
    expect(logged({ conversation, code: 'rate-limited', count: 3 })).toContain(
      `"conversation":"${conversation}","code":"rate-limited","count":3`,
    );
  });

  test.each([
    ['a sentence', 'on m’a volé mon vélo'],
    ['an e-mail', 'canary@example.fr'],
    ['a token', 'A'.repeat(43)],
    ['a cookie', `permanence=${'b'.repeat(43)}`],
    ['an address', '192.0.2.77'],
    ['an address of the new kind', '2001:db8::77'],
  ])('removes %s, whoever hands it over', (_what, text) => {
    const line = logged({ detail: text });
    expect(line).not.toContain(text);
    expect(line).toContain('[removed]');
  });

  test('says of an exception its name, its code and its place, never its message', () => {
    let caught: unknown;
    try {
      JSON.parse('canary');
    } catch (error) {
      caught = error;
    }
    const line = logged(faultDetails(caught));
    expect(line).toContain('SyntaxError');
    expect(line).toMatch(/"at":"log\.test\.ts:\d+:\d+"/);
    expect(line).not.toContain('canary');
  });
});
