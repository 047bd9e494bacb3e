import type { Entry } from '../../protocol/entry.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { officersToTell, participantsOf } from '../domain/erasure.ts';
import type { Store, StoredConversation } from '../store/store.ts';
import type { Core } from './core.ts';
import type { DeskReader } from './desk-reader.ts';
import { type ErasurePort, tellErasures } from './erasure-notices.ts';
import { forget } from './purger.ts';

export type Erased =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'erased';
      readonly entries: number;
      /** Officers whose desks are told, and those among them who took part. */
      readonly officers: number;
      readonly tookPart: number;
    };

type Parts = { readonly store: Store; readonly erasures: ErasurePort; readonly clock: () => Time };

/**
 * Writes down whom to tell. Before anything is destroyed: an erasure that is killed in the middle is asked
 * for again, but a desk that nobody tells would keep its copy to the limit.
 */
async function notify(parts: Parts, stored: StoredConversation) {
  const { conversation, lastSeq, purgeAt } = stored;
  const entries: Entry[] = [];
  for (let after = 0; after < lastSeq; after += LIMITS.entriesPerFrame) {
    const through = after + LIMITS.entriesPerFrame;
    entries.push(...(await parts.store.entries(conversation, after, through, LIMITS.entriesPerFrame)));
  }
  const told = officersToTell(participantsOf(entries), await parts.erasures.officers());
  const erasedAt = parts.clock();
  await parts.erasures.notices.add(
    told.map(({ officer, tookPart }) => ({ conversation, officer, erasedAt, until: purgeAt, tookPart })),
  );
  return { officers: told.length, tookPart: told.filter(({ tookPart }) => tookPart).length };
}

/** Erases in a store that no relay has open. */
export async function eraseFromStore(parts: Parts, conversation: Id): Promise<Erased> {
  const stored = await parts.store.conversation(conversation);
  if (stored === null) return { kind: 'unknown' };
  const told = await notify(parts, stored);
  await parts.store.purge([conversation], { at: parts.clock(), cause: 'erasure' });
  return { kind: 'erased', entries: stored.lastSeq, ...told };
}

/** Erases while the relay works: the key first, desks and page told in the same moment, then the rows. */
export async function eraseConversation(core: Core, conversation: Id): Promise<Erased> {
  const { erasures, store, committer } = core;
  if (erasures === null) throw new Error('this hub was made without erasures');
  const act = { at: core.clock(), cause: 'erasure' } as const;
  let erased: Erased = { kind: 'unknown' };
  let here: ReadonlySet<DeskReader> = new Set();
  await committer.exclusive(async () => {
    const stored = await store.conversation(conversation);
    if (stored === null) return;
    const told = await notify({ store, erasures, clock: core.clock }, stored);
    await store.condemn([conversation], act);
    forget(core, [conversation], true);
    here = new Set(core.officers.desks());
    erased = { kind: 'erased', entries: stored.lastSeq, ...told };
  });
  if (erased.kind === 'unknown') return erased;
  const purged = await store.purge([conversation], act);
  // Whoever came meanwhile was told nothing: to their hello the rows still stood.
  for (const desk of core.officers.desks()) if (!here.has(desk)) tellErasures(core, desk);
  core.metrics.purged(purged.conversations.length, purged.entries);
  core.log('info', 'erased', { conversation });
  return erased;
}
