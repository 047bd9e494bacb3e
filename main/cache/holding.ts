import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';

/**
 * Whether a conversation is this officer's after these entries: they hold it, or it was closed while they
 * held it, or they closed it. Such conversations make their history (rule P2).
 */
export function holdingAfter(entries: readonly Entry[], officer: Id, before: boolean): boolean {
  let mine = before;
  for (const { author, body } of entries) {
    if (body.kind === 'assignment') mine = body.to.officer === officer;
    else if (body.kind === 'release') mine = false;
    else if (body.kind === 'closure' && author.role === 'officer' && author.officer === officer) mine = true;
  }
  return mine;
}

/** The same, by a head. A closed one no longer says who held it: the relay shows closed ones to them alone. */
export function holdingOf(head: Head, officer: Id): boolean {
  return head.status === 'closed' || head.holder?.officer === officer;
}
