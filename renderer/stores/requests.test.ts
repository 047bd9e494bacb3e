import { expect, test } from 'vitest';
import type { Head } from '../../protocol/head.ts';
import { COLLEAGUE, makeHead } from './desk.testkit.ts';
import { NO_HEADS } from './heads.ts';
import { arrivedRequests, requestState } from './requests.ts';

test('W5: a request whose answer came back is nobody’s, and not new', () => {
  const mail = { email: 'e', at: 1, state: 'returned', reason: 'mailbox' } as const;
  const head: Head = makeHead({
    ...{ form: 'rights', status: 'deferred', holder: null },
    deferral: { askedAt: 1, address: false, mail },
  });
  expect(requestState(head)).toBe('returned');
  expect(requestState({ ...head, deferral: null })).toBe('new');
  expect(requestState({ ...head, status: 'active', holder: COLLEAGUE })).toBe('in-hand');
  expect(requestState({ ...head, status: 'closed' })).toBe('answered');
});

test('W6: a request whose answer came back has not just arrived', () => {
  const mail = { email: 'e', at: 1, state: 'returned', reason: 'mailbox' } as const;
  const request = makeHead({ form: 'rights', status: 'deferred', holder: null });
  const back = makeHead({ ...request, deferral: { askedAt: 1, address: false, mail } });
  expect(arrivedRequests(NO_HEADS, [request, back])).toEqual([request]);
});
