import type { Command } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import { findHead } from './heads.ts';
import type { NoticeContent } from './notices.ts';
import type { View } from './view.ts';

type Stranded = Extract<NoticeContent, { kind: 'stranded' }>;

/** As much of a text as a notice shows. */
const SHOWN = 600;

function textOf(command: Command): string | null {
  return 'text' in command ? command.text.slice(0, SHOWN) : null;
}

/**
 * What was written here for conversations that are out of this officer's hands by now, and refused: it stands in no
 * journal, and nobody looks at the end of one that waits in the queue or is a colleague's; so it must be told. A look
 * that could not be noted holds no text and is none of it.
 */
export function strandedIn({ outbox, heads, state: session }: View): readonly Stranded[] {
  const officer = session?.self?.officer;
  const isElsewhere = (conversation: Id): boolean => {
    const head = findHead(heads, conversation);
    return head === null || (head.status !== 'closed' && head.holder?.officer !== officer);
  };
  return outbox.items
    .filter(({ state, conversation }) => state === 'refused' && isElsewhere(conversation))
    .filter(({ command }) => command.kind !== 'reveal')
    .map(({ id, conversation, command }) => ({
      kind: 'stranded',
      item: id,
      conversation,
      command: command.kind,
      text: textOf(command),
    }));
}
