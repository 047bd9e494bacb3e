import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';

/** Officers who stand in a journal: who wrote in it, held it, or were given it. Their desks held a copy. */
export function participantsOf(entries: Iterable<Entry>): ReadonlySet<Id> {
  const officers = new Set<Id>();
  for (const { author, body } of entries) {
    if (author.role === 'officer') officers.add(author.officer);
    if (body.kind === 'assignment') officers.add(body.to.officer);
  }
  return officers;
}

/**
 * Whom to tell that a conversation was erased. Everyone with an account, because any officer may have read it
 * while it waited, and reading leaves no entry; those who took part are named apart.
 */
export function officersToTell(
  participants: ReadonlySet<Id>,
  accounts: Iterable<Id>,
): readonly { readonly officer: Id; readonly tookPart: boolean }[] {
  const all = new Set([...participants, ...accounts]);
  return [...all].map((officer) => ({ officer, tookPart: participants.has(officer) }));
}
