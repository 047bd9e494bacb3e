import { Segments } from '../../components/Segments.tsx';
import type { ComposerMode } from '../../stores/drafts.ts';
import { useText } from '../provider.ts';

type Properties = {
  readonly mode: ComposerMode;
  /** What goes to the citizen is an e-mail. */
  readonly email: boolean;
  readonly onChange: (mode: ComposerMode) => void;
};

const MODES = ['message', 'note'] as const;

/** Message to the citizen, or note between officers: each keeps its own text. */
export function ModeSwitch({ mode, email, onChange }: Properties) {
  const { composer, deferred } = useText();
  const { mode: text } = composer;
  return (
    <Segments
      label={text.label}
      value={mode}
      options={MODES.map((value) => ({
        value,
        label: email && value === 'message' ? deferred.composer.mode : text[value],
      }))}
      onChange={onChange}
      keys="Alt+N"
    />
  );
}
