import type { Head } from '../../../protocol/head.ts';
import { isWritten } from '../../../protocol/language.ts';
import { useText } from '../provider.ts';

/** Said before a prepared text is sent to somebody whose language it is not in: nothing is translated. */
export function LanguageNote({ head }: { readonly head: Head }) {
  const { composer, lists } = useText();
  if (isWritten(head.language)) return null;
  return <p className="language-note">{composer.noText(lists.languages[head.language])}</p>;
}
