import type { Id } from '../../protocol/ids.ts';
import type { Platform } from '../../protocol/platform.ts';
import { pendingOf } from './outbox.ts';
import type { View } from './view.ts';

/** The catalogue's platform by this id; null for none. */
export function knownPlatform({ content }: View, id: string | null): Platform | null {
  return id === null ? null : (content?.platforms.find((one) => one.id === id) ?? null);
}

/** The platform sent last in a conversation, on its way or in the journal; null for none. */
export function lastPlatform(view: View, conversation: Id): Platform | null {
  const window = view.journals.get(conversation);
  const pending = pendingOf(view.outbox, conversation, window).findLast(
    ({ command, state }) => command.kind === 'redirection' && state === 'sending',
  )?.command;
  if (pending?.kind === 'redirection') return knownPlatform(view, pending.platform);
  const sent = window?.entries.findLast(({ body }) => body.kind === 'redirection')?.body;
  return sent?.kind === 'redirection' ? sent.platform : null;
}
