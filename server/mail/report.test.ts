import { describe, expect, it } from 'vitest';
import { readReport } from './report.ts';
import {
  exchangeReport,
  frenchReport,
  holidayReply,
  personalReply,
  postfixReport,
} from './reports.testkit.ts';
import { returnPathOf, tokenIn } from './return-path.ts';

const PERSON = 'canari.7f3a@exemple.fr';
const TO = 'retour+0123456789abcdef0123456789abcdef@permanence.example';

const read = (text: string) => readReport(Buffer.from(text));

describe('W5: what a report says', () => {
  it.each([
    ['5.1.1', 'mailbox'],
    ['5.1.10', 'mailbox'],
    ['5.2.1', 'mailbox'],
    ['5.4.4', 'mailbox'],
    ['4.4.4', 'mailbox'],
    ['5.4.1', 'mailbox'],
    ['5.2.2', 'mailbox-full'],
    ['5.2.3', 'too-large'],
    ['5.7.26', 'policy'],
    ['5.1.8', 'sender'],
    ['4.4.1', 'no-answer'],
    ['4.4.7', 'no-answer'],
    ['5.4.7', 'no-answer'],
    ['5.4.14', 'other'],
    ['5.3.0', 'other'],
    ['5.0.0 (undefined)', 'other'],
  ])('status %s is said as "%s"', async (status, reason) => {
    const report = postfixReport(PERSON, TO, { status, diagnostic: 'X-Postfix; no more to say' });
    expect(await read(report)).toEqual({ kind: 'failed', reason });
  });

  it('is read as Postfix, Exchange and Exim write it, in English and in French', async () => {
    expect(await read(postfixReport(PERSON, TO))).toEqual({ kind: 'failed', reason: 'mailbox' });
    expect(await read(exchangeReport(PERSON, TO))).toEqual({ kind: 'failed', reason: 'mailbox-full' });
    expect(await read(exchangeReport(PERSON, TO, true))).toEqual({ kind: 'failed', reason: 'mailbox-full' });
    // What the refusing server said is more exact than the 5.0.0 of the one that reports.
    expect(await read(frenchReport(PERSON, TO))).toEqual({ kind: 'failed', reason: 'policy' });
  });

  it('tells nothing while a server still tries, or when it delivered', async () => {
    for (const action of ['delayed', 'delivered', 'relayed', 'expanded']) {
      expect(await read(postfixReport(PERSON, TO, { action, status: '4.4.1' }))).toEqual({ kind: 'other' });
    }
  });

  it('is no report when somebody wrote, or their mailbox did', async () => {
    expect(await read(holidayReply(PERSON, TO))).toEqual({ kind: 'not-a-report' });
    expect(await read(personalReply(PERSON, TO))).toEqual({ kind: 'not-a-report' });
    expect(await read('')).toEqual({ kind: 'not-a-report' });
    const without = postfixReport(PERSON, TO).replace('message/delivery-status', 'text/plain');
    expect(await read(without)).toEqual({ kind: 'not-a-report' });
  });

  it('is refused, and soon, when it is built to be hard to read', async () => {
    const lines = postfixReport(PERSON, TO) + '\n'.repeat(250_000);
    const begun = performance.now();
    expect(await read(lines)).toEqual({ kind: 'not-a-report' });
    const nested = Array.from({ length: 2_000 }, (_, depth) =>
      [`--${depth}`, `Content-Type: multipart/mixed; boundary="${depth + 1}"`, '', ''].join('\r\n'),
    );
    const report = 'Content-Type: multipart/report; boundary="0"\r\n\r\n';
    expect(await read(report + nested.join(''))).toEqual({ kind: 'not-a-report' });
    const headers = 'X-Filler: abcdefghijklmnopqrstuvwxyz\r\n'.repeat(6_000);
    expect(await read(headers + postfixReport(PERSON, TO))).toEqual({ kind: 'not-a-report' });
    const blocks = 'Reporting-MTA: dns; x\n\n'.repeat(3_000);
    const many = postfixReport(PERSON, TO).replace('Reporting-MTA: dns; mx.operateur.example', blocks);
    expect(await read(many)).toEqual({ kind: 'not-a-report' });
    expect(performance.now() - begun).toBeLessThan(1_500);
  });
});

describe('W5: the return path of one letter', () => {
  const address = 'Retour@Permanence.example';
  const token = '0123456789abcdef0123456789abcdef';

  it('gives its token back, however servers on the way wrote it', () => {
    const path = returnPathOf(address, token);
    expect(path).toBe(`Retour+${token}@Permanence.example`);
    for (const written of [path, path.toLowerCase(), path.toUpperCase()]) {
      expect(tokenIn(address, written)).toBe(token);
    }
  });

  it.each([
    'retour@permanence.example',
    `retour+${token}@ailleurs.example`,
    `autre+${token}@permanence.example`,
    `retour+${token.slice(1)}@permanence.example`,
    `retour+${token}0@permanence.example`,
    `retour+${token.replace('0', 'g')}@permanence.example`,
    `retour-${token}@permanence.example`,
    `x${token}@permanence.example`,
    '',
  ])('%s bears none', (recipient) => {
    expect(tokenIn(address, recipient)).toBeNull();
  });
});
