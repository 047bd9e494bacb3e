import type { Id } from '../../protocol/ids.ts';
import type { PurgeAct } from '../store/store.ts';
import { CitizenReader } from './citizen-reader.ts';
import type { Core } from './core.ts';
import { DeskReader } from './desk-reader.ts';
import { encode } from './encode.ts';

/** Conversations whose keys are destroyed while commits wait: few, so that messages come in between. */
const SLICE = 50;
/** Milliseconds between two slices of a long run: a purge of a season must not be felt by who talks. */
const PAUSE = 500;

/** How much a run destroyed. */
export type PurgeRun = { readonly conversations: number; readonly entries: number };

const running = new WeakMap<Core, Promise<PurgeRun>>();

/**
 * Destroys every conversation whose time is over, and tells everyone who may hold a copy: desks destroy
 * theirs, the citizen's page is closed. One run at a time: who asks meanwhile gets its end. Rejects when the
 * store does; what was destroyed stays destroyed. `alone`: at the start, before anybody is served.
 */
export function purgeDue(core: Core, alone = false): Promise<PurgeRun> {
  const known = running.get(core);
  if (known !== undefined) return known;
  const run = purgeAll(core, alone).finally(() => running.delete(core));
  running.set(core, run);
  return run;
}

async function purgeAll(core: Core, alone: boolean): Promise<PurgeRun> {
  const total = { conversations: 0, entries: 0 };
  for (;;) {
    const due = await core.store.expired(core.clock(), SLICE);
    if (due.length === 0) break;
    const { conversations, entries } = await destroy(core, due, alone);
    total.conversations += conversations;
    total.entries += entries;
    // A store that says "due" and destroys nothing would keep us here for ever.
    if (conversations === 0) break;
    if (!alone && due.length === SLICE) {
      await new Promise<void>((resolve) => core.scheduler.after(PAUSE, resolve));
    }
  }
  await core.store.attest(core.clock());
  await core.erasures?.notices.forget(core.clock());
  await core.blocks?.expire(core.clock());
  // A run that had nothing to destroy is told too: its absence is what operators watch for.
  core.metrics.purged(0, 0);
  core.log('info', 'purge-run', total);
  return total;
}

/** Keys while no commit is in flight, and everybody is told at once; then rows, with messages in between. */
async function destroy(core: Core, conversations: readonly Id[], alone: boolean): Promise<PurgeRun> {
  const act: PurgeAct = { at: core.clock(), cause: 'retention', more: true, alone };
  await core.committer.exclusive(async () => {
    await core.store.condemn(conversations, act);
    forget(core, conversations);
  });
  const purged = await core.store.purge(conversations, act);
  core.metrics.purged(purged.conversations.length, purged.entries);
  return { conversations: purged.conversations.length, entries: purged.entries };
}

/** What a restoration or a kill left: before anybody is served. */
export async function cleanUp(core: Core): Promise<void> {
  const { orphans, kept, strays } = await core.store.clean(core.clock());
  if (orphans > 0 && kept) core.log('error', 'keys-older-than-journal', { unreadable: orphans });
  else if (orphans > 0) core.log('warn', 'orphans-destroyed', { conversations: orphans });
  if (strays > 0) core.log('warn', 'stray-keys-destroyed', { keys: strays });
}

/** Lets go of conversations that were destroyed, and tells everyone; `confirm` asks the desks to answer. */
export function forget(core: Core, conversations: readonly Id[], confirm = false): void {
  const gone = new Set(conversations);
  for (const conversation of conversations) {
    const live = core.registry.get(conversation);
    core.committer.forget(conversation);
    if (live === undefined) continue;
    for (const follow of [...live.followers]) follow.desk.endFollow(conversation, false);
    core.registry.remove(live);
    core.teller.headChanged(live);
    core.teller.rosterChanged();
  }
  const asked = confirm ? { confirm } : {};
  const frame = encode({ type: 'purged', conversations: [...conversations], ...asked });
  for (const socket of [...core.sockets]) {
    if (socket instanceof DeskReader) {
      // Also a follow of a conversation that is no longer in memory.
      for (const conversation of conversations) socket.endFollow(conversation, false);
      if (socket.greeted) socket.link.send(frame);
    } else if (socket instanceof CitizenReader && gone.has(socket.live.state.conversation)) {
      socket.close('conversation-gone');
    }
  }
}
