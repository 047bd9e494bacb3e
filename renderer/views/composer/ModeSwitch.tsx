import { Segments } from '../../components/Segments.tsx';
import type { ComposerMode } from '../../stores/drafts.ts';
import { useText } from '../provider.ts';

type Properties = { readonly mode: ComposerMode; readonly onChange: (mode: ComposerMode) => void };

const MODES = ['message', 'note'] as const;

/** Message to the citizen, or note between officers: each keeps its own text. */
export function ModeSwitch({ mode, onChange }: Properties) {
  const { mode: text } = useText().composer;
  return (
    <Segments
      label={text.label}
      value={mode}
      options={MODES.map((value) => ({ value, label: text[value] }))}
      onChange={onChange}
      keys="Alt+N"
    />
  );
}
