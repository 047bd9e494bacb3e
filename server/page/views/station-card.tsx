import type { JSX } from 'preact';
import { writtenFor } from '../../../protocol/language.ts';
import { contactNumbers } from '../../../protocol/numbers.ts';
import { type Station, stationHours, stationNote, stationTown } from '../../../protocol/station.ts';
import { usePage } from './context.ts';
import { Icon } from './icons.tsx';

/** A number read off two lines is dialled wrongly. */
function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00A0');
}

/**
 * A place that the officer sends the citizen to: where it is and when it opens before all else. No map: it would ask
 * somebody else, and an address is what people ask their way with.
 */
export function StationCard({ station }: { readonly station: Station }): JSX.Element {
  const { language: spoken, texts } = usePage();
  const { redirection, station: words } = texts;
  const language = writtenFor(spoken);
  const hours = stationHours(station, language);
  const note = stationNote(station, language);
  const { always, phone, wheelchair } = station;
  const numbers = phone === null ? [] : contactNumbers(phone);
  return (
    <div class="redirection">
      <p class="redirection-kind">{words.title}</p>
      <p class="redirection-name" lang="fr" dir="auto">
        {station.name}
      </p>
      <address class="station-address" lang="fr" dir="auto">
        {[...station.address, stationTown(station)].map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <dl>
        <div>
          <dt>{redirection.hours}</dt>
          {always && <dd>{words.always}</dd>}
          {hours.text !== '' && (
            <dd lang={hours.language} dir="auto">
              {hours.text}
            </dd>
          )}
        </div>
        {note !== null && (
          <div>
            <dt>{words.note}</dt>
            <dd lang={note.language} dir="auto">
              {note.text}
            </dd>
          </div>
        )}
      </dl>
      {wheelchair !== null && <p>{wheelchair ? words.wheelchair : words.noWheelchair}</p>}
      {numbers.length > 0 && (
        <p class="ways">
          {numbers.map((number) => (
            <a key={number.href} class="button primary" href={number.href}>
              <Icon name="phone" />
              {redirection.call(unbroken(number.shown))}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}
