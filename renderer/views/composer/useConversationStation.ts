import type { Station } from '../../../protocol/station.ts';
import { useView } from '../provider.ts';

/** The station that `{station}` stands for: the one attached to the answer being written, or the last one sent. */
export function useConversationStation(conversation: string, attached: Station | null): Station | null {
  const last = useView((view): Station | null => {
    const body = view.journals
      .get(conversation)
      ?.entries.findLast((entry) => entry.body.kind === 'station')?.body;
    return body?.kind === 'station' ? body.station : null;
  });
  return attached ?? last;
}
