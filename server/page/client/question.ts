import type { CitizenEntry } from '../../../protocol/entry.ts';
import type { Outbox } from './outbox.ts';

export type OpenQuestion = Extract<CitizenEntry['body'], { kind: 'question' }>;

/** The officer's last closed question, until the citizen said something after it; null when there is none. */
export function openQuestion(entries: readonly CitizenEntry[], outbox: Outbox): OpenQuestion | null {
  if (outbox.some(({ act, state }) => act.type === 'message' && state !== 'refused')) return null;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.body.kind === 'question') return entry.body;
    if (entry?.body.kind === 'message' && entry.author.role === 'citizen') return null;
  }
  return null;
}
