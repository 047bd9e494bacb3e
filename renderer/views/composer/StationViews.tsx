import type { Head } from '../../../protocol/head.ts';
import { writtenFor } from '../../../protocol/language.ts';
import { isDoubtful, type Station, stationNote, stationTown } from '../../../protocol/station.ts';
import { dayInWords } from '../../format/time.ts';
import { hoursInWords } from '../../search/stations.ts';
import { useClock, useLanguage, useText } from '../provider.ts';
import { LanguageNote } from './LanguageNote.tsx';

/** What an officer should see of it before anything else. */
export function StationMarks({ station }: { readonly station: Station }) {
  const { station: text } = useText().composer;
  const doubtful = useClock((now) => isDoubtful(station, now));
  return (
    <>
      {station.always && <span className="own-mark">{text.alwaysShort}</span>}
      {doubtful && <span className="unverified">{text.doubtful}</span>}
    </>
  );
}

export function StationOption({ station }: { readonly station: Station }) {
  return (
    <>
      <span className="option-name">{station.name}</span>
      <span className="option-facts">
        <StationMarks station={station} />
        <span>{[stationTown(station), station.phone].filter((part) => part !== null).join(' · ')}</span>
      </span>
    </>
  );
}

/** The address, the hours and the number, as they would be sent. */
export function StationPreview({ station, head }: { readonly station: Station; readonly head: Head }) {
  const { picker, station: text } = useText().composer;
  const shown = useLanguage();
  const language = writtenFor(head.language);
  const note = stationNote(station, language);
  const { phone, wheelchair } = station;
  return (
    <div>
      <LanguageNote head={head} />
      <h3 lang="fr">{station.name}</h3>
      <p className="preview-facts">
        <StationMarks station={station} />
      </p>
      <address className="card-address" lang="fr">
        {[...station.address, stationTown(station)].map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <dl className="preview-list">
        {phone !== null && (
          <div>
            <dt>{picker.phone}</dt>
            <dd>{phone}</dd>
          </div>
        )}
        <div>
          <dt>{picker.hours}</dt>
          {hoursInWords(station, language).map((line) => (
            <dd key={line} lang={language}>
              {line}
            </dd>
          ))}
        </div>
        {note !== null && (
          <div>
            <dt>{text.note}</dt>
            <dd lang={note.language}>{note.text}</dd>
          </div>
        )}
        {wheelchair !== null && (
          <div>
            <dt>{text.access}</dt>
            <dd>{wheelchair ? text.wheelchair : text.noWheelchair}</dd>
          </div>
        )}
        <div>
          <dt>{text.checked}</dt>
          <dd>{text.checkedOn(dayInWords(station.updated, shown))}</dd>
        </div>
      </dl>
    </div>
  );
}
