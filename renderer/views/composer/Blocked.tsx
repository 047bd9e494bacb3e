import { CircleSlash } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { useBusy } from '../../components/useBusy.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useSelf, useText } from '../provider.ts';

export type BlockedReason = 'closed' | 'waiting' | 'other' | 'ended' | 'quick-exit' | 'silent';

/** Why nothing can be written to this citizen, and the one thing to do about it. */
export function Blocked({ head, reason }: { readonly head: Head; readonly reason: BlockedReason }) {
  const { blocked } = useText().composer;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const { conversation, reference } = head;
  const left = reason === 'ended' || reason === 'quick-exit' || reason === 'silent';
  const mayClose = left && (head.holder?.officer === self.officer || self.role === 'supervisor');
  const holder = head.holder === null ? '' : `${head.holder.rank} ${head.holder.alias}`;
  return (
    <div className={reason === 'quick-exit' ? 'blocked warning' : 'blocked'} role="note">
      <CircleSlash size={18} />
      <p>{reason === 'other' ? blocked.other(holder) : blocked[reason]}</p>
      {reason === 'waiting' && (
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() =>
            run(async () => {
              if (await desk.take(conversation)) focusPlace('composer');
            })
          }
        >
          {blocked.take(reference)}
        </button>
      )}
      {mayClose && (
        <button
          type="button"
          className="button primary"
          onClick={() => desk.openPanel({ kind: 'close', conversation, disposition: null })}
        >
          {blocked.close(reference)}
        </button>
      )}
    </div>
  );
}
