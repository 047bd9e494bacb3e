import { LockOpen } from 'lucide-react';
import type { Entry } from '../../../protocol/entry.ts';
import type { Head } from '../../../protocol/head.ts';
import { useBusy } from '../../components/useBusy.ts';
import { useClock, useDesk, useSelf, useText, useView } from '../provider.ts';

const HOUR = 3_600_000;

/** Until when the last block holds that a journal speaks of; 0 for none. */
function blockedUntil(entries: readonly Entry[]): number {
  const last = entries.findLast(({ body }) => body.kind === 'blocked' || body.kind === 'unblocked');
  return last?.body.kind === 'blocked' ? last.at + last.body.hours * HOUR : 0;
}

/** For a supervisor, while somebody is kept out because of this conversation. */
export function LiftButton({ head }: { readonly head: Head }) {
  const { abuse: text } = useText().personal;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const until = useView((view) => blockedUntil(view.journals.get(head.conversation)?.entries ?? []));
  const holds = useClock((now) => until > now);
  if (self.role !== 'supervisor' || !holds) return null;
  return (
    <button
      type="button"
      className="button small"
      disabled={busy}
      onClick={() => run(() => desk.run({ kind: 'unblock', conversation: head.conversation }))}
    >
      <LockOpen size={14} />
      {text.lift}
    </button>
  );
}
