import { FileDown } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useDesk, useSelf, useText } from '../provider.ts';

/** For those who may: the relay decides (rule A1). Of a closed conversation too. */
export function ExportButton({ head }: { readonly head: Head }) {
  const { actions: text } = useText().context;
  const desk = useDesk();
  const self = useSelf();
  if (self.role !== 'supervisor') return null;
  return (
    <RelayButton
      className="button small"
      onClick={() => desk.openPanel({ kind: 'export', conversation: head.conversation })}
    >
      <FileDown size={14} />
      {text.export}
    </RelayButton>
  );
}
