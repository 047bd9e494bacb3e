import { useMemo } from 'react';
import type { Entry, EntryBody } from '../../../protocol/entry.ts';
import type { Id } from '../../../protocol/ids.ts';
import { timeOfDay } from '../../format/time.ts';
import { platformDomain, platformName } from '../../search/content.ts';
import { systemLine } from '../conversation/systemLine.ts';
import { useLanguage, useText, useView } from '../provider.ts';

/** What tells who handled a conversation and how. */
const STEPS: ReadonlySet<EntryBody['kind']> = new Set([
  'opened',
  'assignment',
  'release',
  'consultation',
  'parking',
  'emergency',
  'emergency-acknowledged',
  'departure',
  'closure',
]);
const NONE: readonly Entry[] = [];

function useEntries(conversation: Id): { readonly entries: readonly Entry[]; readonly complete: boolean } {
  const entries = useView((view) => view.journals.get(conversation)?.entries ?? NONE);
  const complete = useView((view) => view.journals.get(conversation)?.complete ?? true);
  return { entries, complete };
}

/** Cards already sent, so that the same one is not sent twice. */
export function Redirections({ conversation }: { readonly conversation: Id }) {
  const { context } = useText();
  const language = useLanguage();
  const { entries, complete } = useEntries(conversation);
  const sent = useMemo(
    () =>
      entries.flatMap(({ id, at, body }) =>
        body.kind === 'redirection' ? [{ id, at, platform: body.platform }] : [],
      ),
    [entries],
  );
  return (
    <section>
      <h3>{context.redirections.title}</h3>
      {sent.length === 0 && <p className="quiet">{context.redirections.none}</p>}
      <ul className="facts">
        {sent.map(({ id, at, platform }) => (
          <li key={id}>
            <time>{timeOfDay(at, language)}</time>
            <span>
              {platformName(platform, language)}
              <span className="quiet"> {platform.phone ?? platformDomain(platform)}</span>
            </span>
          </li>
        ))}
      </ul>
      {!complete && <p className="quiet">{context.partial}</p>}
    </section>
  );
}

/** Who held it, in order, and what happened to it. */
export function Handling({ conversation }: { readonly conversation: Id }) {
  const text = useText();
  const language = useLanguage();
  const { entries, complete } = useEntries(conversation);
  const steps = useMemo(() => entries.filter(({ body }) => STEPS.has(body.kind)), [entries]);
  return (
    <section>
      <h3>{text.context.history.title}</h3>
      <ol className="facts">
        {steps.map((entry) => (
          <li key={entry.id}>
            <time>{timeOfDay(entry.at, language)}</time>
            <span>{systemLine(entry, text)}</span>
          </li>
        ))}
      </ol>
      {!complete && <p className="quiet">{text.context.partial}</p>}
    </section>
  );
}
