import type { ExportAsked } from '../../protocol/http.ts';
import type { Core } from './core.ts';
import { wake } from './loading.ts';
import type { ExportResult, Session } from './ports.ts';
import { digestOf, type Outcome } from './requests.ts';

/**
 * Rule V4: the entry first, then the journal as it stands with it. Rejects with `StoreUnavailable` when it cannot be
 * read; one that is not what was written is refused, because nobody could tell what is missing from its copy.
 */
export async function exportJournal(core: Core, session: Session, asked: ExportAsked): Promise<ExportResult> {
  const { conversation } = asked;
  if (core.draining) return { kind: 'refused', code: 'shutting-down' };
  if ((await wake(core, conversation)) === null) return { kind: 'refused', code: 'not-found' };
  const outcome = await noted(core, session, asked);
  if (outcome.kind === 'refused') return outcome;
  const verified = await core.store.verifyJournal(conversation);
  const stored = await core.store.conversation(conversation);
  if (verified.kind === 'unknown' || stored === null) return { kind: 'refused', code: 'not-found' };
  if (verified.kind === 'broken') {
    core.log('error', 'journal-broken', { conversation, seq: verified.seq, why: verified.why });
    return { kind: 'refused', code: 'not-available' };
  }
  const entries = await core.store.entries(conversation, 0, verified.entries, verified.entries);
  return { kind: 'exported', journal: { stored, entries, chain: verified.head } };
}

function noted(core: Core, { self }: Session, { id, conversation, reason }: ExportAsked): Promise<Outcome> {
  const { officer, rank, alias, role } = self;
  const act = { kind: 'export', reason } as const;
  return new Promise((done) => {
    core.committer.enqueue({
      id,
      conversation,
      actor: { role: 'officer', officer, rank, alias, supervisor: role === 'supervisor' },
      digest: digestOf({ ...act, conversation }),
      opening: null,
      resolve: () => ({ kind: 'act', conversation, act }),
      done,
    });
  });
}
