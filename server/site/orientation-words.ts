import { type CitizenLanguage, writtenFor } from '../../protocol/language.ts';
import { CATALOGUES as SPOKEN } from '../page/i18n/catalogues.ts';
import { wordsFor } from './layout.ts';
import { ORIENTATION_OTHERS } from './orientation-others.ts';
import type { CardWords } from './platforms-page.ts';
import type { Words } from './words-fr.ts';

/** Every word around the questions and answers of the guided orientation. */
type OrientationWords = Words['orientation'] &
  Pick<Words, 'chat' | 'chatLead'> &
  CardWords & {
    /** In which language the services are described; null where it is the page’s own. */
    readonly described: string | null;
  };

/** The words around the guided orientation, in any language of the citizen's page. */
export function orientationWords(spoken: CitizenLanguage): OrientationWords {
  const words = wordsFor(writtenFor(spoken));
  const other = ORIENTATION_OTHERS.get(spoken);
  if (other === undefined) return { ...words, ...words.orientation, described: null };
  const { redirection, chat, punctuation } = SPOKEN[spoken];
  const platforms = { ...redirection, newWindow: chat.newWindow };
  return { ...other, colon: punctuation.colon, platforms, translated: true };
}
