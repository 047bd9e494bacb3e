import type { JSX } from 'preact';
import { writtenFor } from '../../../protocol/language.ts';
import { usePage } from './context.ts';

/**
 * The citizen's own copy and the receipt that vouches for it, as downloads: only at their wish, and with what it
 * means on a shared device.
 */
export function KeepCopy(): JSX.Element {
  const { language, texts } = usePage();
  const { receipt } = texts.service;
  const link = (path: string, words: string): JSX.Element => (
    <a class="button quiet" download href={`/api/conversation/${path}language=${writtenFor(language)}`}>
      {words}
    </a>
  );
  return (
    <details class="keep-copy">
      <summary>{texts.keepCopy.title}</summary>
      <p>{texts.keepCopy.warning}</p>
      <div class="question-buttons">
        {link('transcript?format=pdf&', texts.keepCopy.pdf)}
        {link('transcript?format=text&', texts.keepCopy.text)}
        {link('receipt?', receipt.link)}
      </div>
      <p>{receipt.explain}</p>
    </details>
  );
}
