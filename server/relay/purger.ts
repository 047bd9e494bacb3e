import type { Id } from '../../protocol/ids.ts';
import { CitizenReader } from './citizen-reader.ts';
import type { Core } from './core.ts';
import { DeskReader } from './desk-reader.ts';
import { encode } from './encode.ts';

/** Conversations destroyed while commits wait: few, so that messages come in between. */
const SLICE = 50;

/**
 * Destroys every conversation whose time is over, and tells everyone who may hold a copy: desks destroy
 * theirs, the citizen's page is closed. Rejects when the store does; what was destroyed stays destroyed.
 */
export async function purgeDue(core: Core): Promise<number> {
  let total = 0;
  for (;;) {
    const due = await core.store.expired(core.clock(), SLICE);
    if (due.length === 0) break;
    let destroyed = 0;
    await core.committer.exclusive(async () => {
      const purged = await core.store.purge(due);
      destroyed = purged.conversations.length;
      total += destroyed;
      core.metrics.purged(destroyed, purged.entries);
      forget(core, due);
    });
    // A store that says "due" and destroys nothing would keep us here for ever.
    if (destroyed === 0) break;
  }
  core.log('info', 'purge-run', { conversations: total });
  return total;
}

function forget(core: Core, conversations: readonly Id[]): void {
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
  const frame = encode({ type: 'purged', conversations: [...conversations] });
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
