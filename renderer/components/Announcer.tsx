import { useEffect, useState } from 'react';
import { announceNews, type News } from '../stores/announcing.ts';
import { useDesk, useSelf, useText } from '../views/provider.ts';

const NOTHING: News = { urgent: '', line: '' };

/** The same words again are read out again only where they are not the same text. */
function anew(before: string, words: string): string {
  return before === words ? `${words}\u00A0` : words;
}

/** Says news once, gathered: emergencies at once, the rest politely. The only live regions that speak of conversations. */
export function Announcer() {
  const desk = useDesk();
  const self = useSelf();
  const text = useText();
  const [news, setNews] = useState(NOTHING);
  useEffect(
    () =>
      announceNews(desk.store, self.officer, text, ({ urgent, line }) =>
        setNews((before) => ({
          urgent: urgent === '' ? before.urgent : anew(before.urgent, urgent),
          line: line === '' ? before.line : anew(before.line, line),
        })),
      ),
    [desk, self.officer, text],
  );
  return (
    <>
      <div className="hidden" aria-live="assertive" aria-atomic="true" data-react-aria-top-layer="true">
        {news.urgent}
      </div>
      <div className="hidden" aria-live="polite" aria-atomic="true" data-react-aria-top-layer="true">
        {news.line}
      </div>
    </>
  );
}
