import { useMemo } from 'react';
import type { Entry, EntryBody } from '../../../protocol/entry.ts';
import type { Id } from '../../../protocol/ids.ts';
import type { Language } from '../../../protocol/language.ts';
import { stationTown } from '../../../protocol/station.ts';
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
  // What opened again what was closed, too.
  'email-outcome',
]);
const NONE: readonly Entry[] = [];

function useEntries(conversation: Id): { readonly entries: readonly Entry[]; readonly complete: boolean } {
  const entries = useView((view) => view.journals.get(conversation)?.entries ?? NONE);
  const complete = useView((view) => view.journals.get(conversation)?.complete ?? true);
  return { entries, complete };
}

/** What a card names and how it is reached, in a line. */
function cardIn(
  body: EntryBody,
  language: Language,
): { readonly name: string; readonly where: string | null } | null {
  if (body.kind === 'station') return { name: body.station.name, where: stationTown(body.station) };
  if (body.kind !== 'redirection') return null;
  const { platform } = body;
  return { name: platformName(platform, language), where: platform.phone ?? platformDomain(platform) };
}

/** Cards already sent, so that the same one is not sent twice. */
export function Redirections({ conversation }: { readonly conversation: Id }) {
  const { context } = useText();
  const language = useLanguage();
  const { entries, complete } = useEntries(conversation);
  const sent = useMemo(
    () =>
      entries.flatMap(({ id, at, body }) => {
        const card = cardIn(body, language);
        return card === null ? [] : [{ id, at, ...card }];
      }),
    [entries, language],
  );
  return (
    <section>
      <h3>{context.redirections.title}</h3>
      {sent.length === 0 && <p className="quiet">{context.redirections.none}</p>}
      <ul className="facts">
        {sent.map(({ id, at, name, where }) => (
          <li key={id}>
            <time>{timeOfDay(at, language)}</time>
            <span>
              {name}
              <span className="quiet"> {where}</span>
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
