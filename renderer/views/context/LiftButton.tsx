import { LockOpen } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { useClock, useDesk, useText, useView } from '../provider.ts';

/** For a supervisor, while somebody is kept out because of this conversation. */
export function LiftButton({ head }: { readonly head: Head }) {
  const { blocks: text } = useText().personal;
  const desk = useDesk();
  const until = useView((view) => {
    const block = view.state?.blocks?.find(({ conversation }) => conversation === head.conversation);
    return block?.until ?? 0;
  });
  const holds = useClock((now) => until > now);
  if (!holds) return null;
  return (
    <button type="button" className="button small" onClick={() => desk.openPanel({ kind: 'blocks' })}>
      <LockOpen size={14} />
      {text.see}
    </button>
  );
}
