import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { writtenFor } from '../../../protocol/language.ts';
import { type HelpSearch, loadHelp } from '../app/help.ts';
import { askedWords } from '../client/asked.ts';
import type { ClientState } from '../client/state.ts';
import { usePage } from './context.ts';
import { useSiteAddress } from './site-address.ts';

/**
 * The three best articles for what was typed, while one waits: found in this browser, the words go nowhere. They
 * stand at the end of the log, take nothing from the composer, and go when an officer comes.
 */
export function Suggestions({
  chat,
  onShown,
}: {
  readonly chat: ClientState;
  /** How many are shown: the end of the log moves. */
  readonly onShown: (count: number) => void;
}): JSX.Element | null {
  const { language: spoken, texts } = usePage();
  const language = writtenFor(spoken);
  const site = useSiteAddress();
  const [search, setSearch] = useState<HelpSearch | null>(null);
  const id = useId();

  useEffect(() => {
    let current = true;
    setSearch(null);
    loadHelp(language, (input, init) => fetch(input, init)).then(
      (loaded) => current && setSearch(() => loaded),
      // Nothing to read meanwhile, then; the officer comes all the same.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [language]);

  const found = search === null ? [] : search(askedWords(chat));
  useEffect(() => {
    onShown(found.length);
    return () => onShown(0);
  }, [found.length, onShown]);
  if (found.length === 0) return null;
  return (
    <section class="suggested" aria-labelledby={id}>
      <h2 id={id}>{texts.queue.articles}</h2>
      <ul class="found" lang={language}>
        {found.map(({ slug, title }) => (
          <li key={slug}>
            <a href={site(`/aide/${slug}`)} target="_blank" rel="noopener noreferrer">
              <span>
                {title} <span class="new-window">{texts.chat.newWindow}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p class="quiet-text">{texts.queue.articlesApart}</p>
    </section>
  );
}
