import { citizenEntry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Store } from '../store/store.ts';
import type { Transcript } from './ports.ts';

/** Entries that one document may hold: far beyond what people write, and some seconds of work. */
const ENTRIES = 2_000;

/** The journal from its beginning, through the citizen's eyes (rule P1). */
export async function readTranscript(store: Store, conversation: Id): Promise<Transcript | null> {
  const stored = await store.conversation(conversation);
  if (stored === null || stored.lastSeq > ENTRIES) return null;
  const { reference, openedAt, purgeAt, closedAt, lastSeq } = stored;
  const views = [];
  for (let after = 0; after < lastSeq; ) {
    const entries = await store.entries(conversation, after, lastSeq, LIMITS.entriesPerFrame);
    const last = entries.at(-1);
    // Its key was destroyed meanwhile.
    if (last === undefined) return null;
    after = last.seq;
    for (const entry of entries) {
      const view = citizenEntry(entry);
      if (view !== null) views.push(view);
    }
  }
  return { reference, openedAt, purgeAt, closed: closedAt !== null, entries: views };
}
