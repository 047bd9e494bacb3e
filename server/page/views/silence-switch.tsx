import type { JSX } from 'preact';
import { usePage } from './context.ts';

/** "I cannot write freely", before the chat: one tap, and what it changes in a sentence. A second tap ends it. */
export function SilenceSwitch(): JSX.Element {
  const { app, silent, texts } = usePage();
  return (
    <div class="silence-switch">
      <button type="button" class="quiet wide" aria-pressed={silent} onClick={() => app.setSilent(!silent)}>
        {texts.silence.enter}
      </button>
      <div role="status">{silent && <p class="notice">{texts.silence.on}</p>}</div>
    </div>
  );
}
