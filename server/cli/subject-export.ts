import type { Entry } from '../../protocol/entry.ts';
import { citizenEntry } from '../../protocol/entry.ts';
import type { StoredConversation } from '../store/store.ts';

export const EXPORT_FORMAT = 'permanence/subject-export/1';

function day(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** Officers appear by rank and alias: their ids lead to persons, and are not the citizen's data. */
function withoutOfficerIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOfficerIds);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([name]) => name !== 'officer');
  return Object.fromEntries(members.map(([name, member]) => [name, withoutOfficerIds(member)]));
}

/**
 * What is kept of a conversation, for the person concerned (schema in docs/operations.md). `entries` is what
 * the citizen's page could show; `internal`, where it is asked for, is everything else, notes included: what
 * of it may be given is the data-protection officer's decision.
 */
export function exportOf(
  stored: StoredConversation,
  entries: readonly Entry[],
  options: { readonly internal: boolean; readonly exportedAt: number },
) {
  const first = entries[0]?.body;
  const closure = entries.map(({ body }) => body).find((body) => body.kind === 'closure');
  const internal = entries.map(({ seq, id, at, author, body }) => ({
    seq,
    id,
    at: day(at),
    ...(withoutOfficerIds({ author, body }) as { author: unknown; body: unknown }),
  }));
  return {
    format: EXPORT_FORMAT,
    exportedAt: day(options.exportedAt),
    conversation: stored.conversation,
    reference: stored.reference,
    openedAt: day(stored.openedAt),
    closedAt: day(stored.closedAt),
    destroyedBy: day(stored.purgeAt),
    subject: first?.kind === 'opened' ? first.subject : null,
    disposition: closure?.disposition ?? null,
    entries: entries.flatMap((entry) => {
      const view = citizenEntry(entry);
      return view === null ? [] : [{ ...view, at: day(view.at) }];
    }),
    ...(options.internal ? { internal } : {}),
  };
}
