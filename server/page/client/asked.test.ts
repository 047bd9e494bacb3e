import { expect, test } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import { askedWords } from './asked.ts';
import { entry, said } from './fake-world.ts';

test('what the citizen typed is read, the newest first, sent or not; what the officer says is not', () => {
  const mine = entry(2, { kind: 'message', text: 'mon vélo' }, { role: 'citizen' });
  const act = { type: 'message', id: newId(), text: 'à la gare' } as const;
  const outbox = [{ act, at: 0, state: 'waiting', seq: null, code: null } as const];
  expect(askedWords({ entries: [mine, said(3, 'Bonjour')], outbox })).toBe('à la gare mon vélo');
  expect(askedWords({ entries: [], outbox: [] })).toBe('');
  const long = entry(4, { kind: 'message', text: 'mot '.repeat(900) }, { role: 'citizen' });
  expect(askedWords({ entries: [long], outbox: [] })).toHaveLength(200);
});
