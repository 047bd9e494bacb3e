import type { Entry } from '../../protocol/entry.ts';
import type { Id, Reference } from '../../protocol/ids.ts';
import { didLeave } from '../domain/reading.ts';
import type { StoredConversation } from '../store/store.ts';
import type { Core } from './core.ts';
import type { Change } from './deciding.ts';
import { fanOut } from './fan-out.ts';
import { type Live, liveOf } from './live.ts';
import { loadLive } from './loading.ts';

/** What a durable batch changed, into the states: from here on it is true. */
export function publish(
  core: Core,
  changes: readonly Change[],
  references: ReadonlyMap<Id, Reference>,
): void {
  const now = core.scheduler.elapsed();
  for (const { conversation, after, opening, entries } of changes) {
    const reference = references.get(conversation);
    const isNew = reference !== undefined && opening !== null;
    // Given to somebody in the very batch that opened it, it is new and offered at once.
    if (isNew) core.registry.add(liveOf(after, stored(after, reference, opening.purgeAt), now));
    const live = core.registry.get(conversation);
    if (live === undefined) continue;
    observe(core, live, entries, isNew);
    if (isNew) continue;
    if (after.forGroup !== null && after.forGroup !== live.state.forGroup) {
      live.groupUntil = now + Math.max(0, after.forGroup.until - core.clock());
    }
    if (after.unheardSince !== live.state.unheardSince) live.unheardAt = now;
    core.registry.replace(live, after);
    if (after.status !== 'waiting') {
      live.position = 0;
      live.forecast = null;
    }
  }
}

/** What an entry says to those who keep count: waits and services, who is idle, what is offered to whom. */
function observe(core: Core, live: Live, entries: Change['entries'], isNew: boolean): void {
  let waitedSince = isNew || live.state.status === 'waiting' ? live.state.waitingSince : null;
  for (const { entry } of entries) {
    core.teller.pace.observe(live, entry, waitedSince);
    if (entry.body.kind === 'assignment') waitedSince = null;
    noteIdle(core, live, entry);
    core.offers.observe(live, entry);
  }
}

/** Distribution goes to whoever has been idle longest: whose hands are not just full, or just freed. */
function noteIdle(core: Core, live: Live, { body }: Entry): void {
  if (body.kind !== 'assignment' && body.kind !== 'closure' && body.kind !== 'release') return;
  const assigned = body.kind === 'assignment' ? body.to.officer : null;
  for (const officer of [assigned, live.state.holder?.officer ?? null]) {
    const record = officer === null ? undefined : core.officers.get(officer);
    if (record !== undefined) record.idleSince = core.scheduler.elapsed();
  }
}

/**
 * Whether a page that is still open may show nothing of it any more: after a quick exit, and once its citizen came
 * back with the phrase, because there is one place at a time (rule S4).
 */
function endsPages({ before, after, entries }: Change): boolean {
  if (after.left === 'quick-exit' && before?.left === null) return true;
  return entries.some(({ entry }) => entry.body.kind === 'return');
}

/** Rule Q6, to the officer's desks that are there. */
function tellLeft(core: Core, live: Live, { before, after }: Change): void {
  for (const { officer } of after.leftBy) {
    if (before === null || !didLeave({ officer }, before)) core.teller.left(live, officer);
  }
}

/** Tells everyone concerned what is now true. */
export function tell(core: Core, changes: readonly Change[]): void {
  for (const change of changes) {
    const { conversation, before, after, entries } = change;
    const live = core.registry.get(conversation);
    if (live === undefined) continue;
    fanOut(
      core,
      live,
      before?.lastSeq ?? 0,
      entries.map(({ entry }) => entry),
    );
    if (
      after.deferral?.mail?.state === 'queued' &&
      before?.deferral?.mail?.email !== after.deferral.mail.email
    ) {
      core.postman?.wake();
    }
    core.teller.headChanged(live);
    tellLeft(core, live, change);
    if (before?.status !== after.status || before?.holder !== after.holder) {
      core.teller.statusChanged(live);
      core.teller.rosterChanged();
    } else if (before.emergency !== after.emergency) {
      core.teller.queueChanged();
    }
    if (endsPages(change)) {
      for (const citizen of [...live.citizens]) citizen.close('conversation-gone');
    }
  }
}

/** The store and the relay disagree about these journals: the store is right. */
export async function reload(core: Core, conversations: readonly Id[]): Promise<void> {
  for (const conversation of conversations) {
    const known = core.registry.get(conversation);
    try {
      const live = await loadLive(core, conversation);
      if (known === undefined) continue;
      if (live === null) {
        core.registry.remove(known);
      } else {
        const before = known.state.lastSeq;
        const missed = await core.store.entries(conversation, before, live.state.lastSeq, 1_000);
        core.registry.replace(known, live.state);
        known.unheardAt = live.unheardAt;
        fanOut(core, known, before, missed);
        core.teller.statusChanged(known);
      }
      core.teller.headChanged(known);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      core.log('error', 'reload-failed', { conversation, name });
    }
  }
}

function stored(after: Live['state'], reference: Reference, purgeAt: number): StoredConversation {
  const { conversation, openedAt, lastSeq } = after;
  return {
    conversation,
    reference,
    openedAt,
    purgeAt,
    closedAt: null,
    lastSeq,
    officerRead: 0,
    citizenRead: 0,
  };
}
