import { QUERY_CHARACTERS } from '../../../protocol/help.ts';
import type { ClientState } from './state.ts';

/** What the citizen typed, the newest first, as far as a search reads. */
export function askedWords({ entries, outbox }: Pick<ClientState, 'entries' | 'outbox'>): string {
  const said = entries.flatMap(({ author, body }) =>
    author.role === 'citizen' && body.kind === 'message' ? [body.text] : [],
  );
  const unsent = outbox.flatMap(({ act }) => (act.type === 'message' ? [act.text] : []));
  return [...said, ...unsent].reverse().join(' ').slice(0, QUERY_CHARACTERS);
}
