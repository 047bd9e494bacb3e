import type { JSX } from 'preact';
import { usePage } from './context.ts';

/** The citizen's own copy, as a download: only at their wish, and with what it means on a shared device. */
export function KeepCopy(): JSX.Element {
  const { language, texts } = usePage();
  const link = (format: 'pdf' | 'text', words: string): JSX.Element => (
    <a
      class="button quiet"
      download
      href={`/api/conversation/transcript?format=${format}&language=${language}`}
    >
      {words}
    </a>
  );
  return (
    <details class="keep-copy">
      <summary>{texts.keepCopy.title}</summary>
      <p>{texts.keepCopy.warning}</p>
      <div class="question-buttons">
        {link('pdf', texts.keepCopy.pdf)}
        {link('text', texts.keepCopy.text)}
      </div>
    </details>
  );
}
