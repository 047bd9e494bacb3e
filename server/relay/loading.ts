import type { Id, Time } from '../../protocol/ids.ts';
import { type ConversationState, nextState, openState } from '../../protocol/journal.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Store, StoredConversation } from '../store/store.ts';
import type { Core } from './core.ts';
import { type Live, liveOf } from './live.ts';
import type { Scheduler } from './options.ts';

type Parts = { readonly store: Store; readonly scheduler: Pick<Scheduler, 'elapsed'> };

/** A conversation as its journal in the store adds up; null when unknown, purged, or without its key. */
export async function loadLive(parts: Parts, conversation: Id): Promise<Live | null> {
  const stored = await parts.store.conversation(conversation);
  return stored === null ? null : liveFrom(parts, stored);
}

/** The same, of a conversation whose row is already read. Rejects with `StoreCorrupt` when it does not add up. */
export async function liveFrom(parts: Parts, stored: StoredConversation): Promise<Live | null> {
  let state: ConversationState | null = null;
  let assignedAt: Time | null = null;
  while (state === null || state.lastSeq < stored.lastSeq) {
    const after: number = state?.lastSeq ?? 0;
    const entries = await parts.store.entries(
      stored.conversation,
      after,
      stored.lastSeq,
      LIMITS.entriesPerFrame,
    );
    if (entries.length === 0) return null;
    for (const entry of entries) {
      state = state === null ? openState(entry) : nextState(state, entry);
      if (entry.body.kind === 'assignment') assignedAt = entry.at;
    }
  }
  const live = liveOf(state, stored, parts.scheduler.elapsed());
  live.assignedAt = assignedAt;
  return live;
}

/**
 * The conversation in memory, read into it again when it was closed longer ago than the relay remembers: the next
 * sweep forgets it. Desks that still read it as it was go on with what grows from here on. Null when unknown.
 */
export async function wake(core: Core, conversation: Id): Promise<Live | null> {
  const known = core.registry.get(conversation);
  if (known !== undefined) return known;
  const loaded = await loadLive(core, conversation);
  if (loaded !== null && core.registry.get(conversation) === undefined) {
    core.registry.add(loaded);
    for (const desk of core.officers.desks()) desk.followOn(loaded);
  }
  return core.registry.get(conversation) ?? null;
}
