import { writeFileSync } from 'node:fs';
import { type Entry, personEntry } from '../../protocol/entry.ts';
import { Language } from '../../protocol/language.ts';
import { closureOf, exportDocument } from '../documents/export.ts';
import { writeText } from '../documents/text.ts';
import type { StoredConversation } from '../store/store.ts';
import { EXIT, print, Refused, type StoreWork } from './context.ts';

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
 * the citizen's page could show and what went out to them by e-mail; `internal`, where it is asked for, is everything else, notes included: what
 * of it may be given is the data-protection officer's decision.
 */
export function exportOf(
  stored: StoredConversation,
  entries: readonly Entry[],
  options: { readonly internal: boolean; readonly exportedAt: number; readonly chain: string },
) {
  const first = entries[0]?.body;
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
    disposition: closureOf(stored, entries)?.disposition ?? null,
    /** The whole journal's, notes included: it follows from what is stored, not from what is shown here. */
    chain: { entries: entries.length, sha256: options.chain },
    entries: entries.flatMap((entry) => {
      const view = personEntry(entry);
      return view === null ? [] : [{ ...view, at: day(view.at) }];
    }),
    ...(options.internal ? { internal } : {}),
  };
}

export type ExportAsked = {
  readonly to: string;
  readonly format: string;
  readonly language: string;
  readonly internal?: boolean;
};

type Form = {
  readonly format: 'json' | 'pdf' | 'text';
  readonly language: Language;
  readonly internal: boolean;
};

/** Refuses what cannot be written before anything is read. */
export function checkExport({ format, language, internal }: ExportAsked): Form {
  const spoken = Language.safeParse(language);
  if (!spoken.success) throw new Refused('--language: expected fr or en', EXIT.usage);
  if (format !== 'json' && format !== 'pdf' && format !== 'text') {
    throw new Refused('--format: expected json, pdf or text', EXIT.usage);
  }
  return { format, language: spoken.data, internal: internal === true };
}

type Wanted = Form & { readonly to: string; readonly reason: string };

async function bytesOf(stored: StoredConversation, entries: readonly Entry[], chain: string, wanted: Wanted) {
  const at = Date.now();
  const { format, language, internal, reason } = wanted;
  if (format === 'json') {
    const exported = exportOf(stored, entries, { internal, exportedAt: at, chain });
    return `${JSON.stringify(exported, null, 2)}\n`;
  }
  const model = exportDocument({
    stored,
    entries,
    chain,
    language,
    scope: internal ? 'whole' : 'citizen',
    at,
    reason,
    by: null,
  });
  if (format === 'text') return writeText(model);
  // Fonts and all: loaded by the one command that needs them.
  const { writePdf } = await import('../documents/pdf.ts');
  return writePdf(model);
}

/** Writes a conversation's export to a new file, for its owner alone; nothing of a journal that is not whole. */
export async function exportTo(work: StoreWork, stored: StoredConversation, wanted: Wanted): Promise<void> {
  const verified = await work.store.verifyJournal(stored.conversation);
  if (verified.kind === 'unknown') throw new Refused('it cannot be read: its key is destroyed');
  if (verified.kind === 'broken') {
    throw new Refused(`its journal is not what was written: entry ${verified.seq}, ${verified.why}`);
  }
  const entries = await work.store.entries(stored.conversation, 0, verified.entries, verified.entries);
  const bytes = await bytesOf(stored, entries, verified.head, wanted);
  try {
    writeFileSync(wanted.to, bytes, { flag: 'wx', mode: 0o600 });
  } catch {
    throw new Refused(`${wanted.to} cannot be written, or exists already`);
  }
  print(`${wanted.to}: ${entries.length} entries read. It is in clear: hand it over, then destroy it.`);
}
