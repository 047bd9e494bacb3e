import { Accessibility, Clock, Phone } from 'lucide-react';
import { type Station, stationNote, stationTown } from '../../../protocol/station.ts';
import { hoursInWords } from '../../search/stations.ts';
import { useLanguage, useText } from '../provider.ts';

/** An address as it was sent to the citizen. */
export function StationCard({ station }: { readonly station: Station }) {
  const { station: text } = useText().composer;
  const language = useLanguage();
  const note = stationNote(station, language);
  const { phone, wheelchair } = station;
  return (
    <div className="card">
      <p className="card-name">{station.name}</p>
      <address className="card-address">
        {[...station.address, stationTown(station)].map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      {note !== null && <p lang={note.language}>{note.text}</p>}
      <p className="card-facts">
        <span>
          <Clock size={14} /> {hoursInWords(station, language).join(' · ')}
        </span>
        {phone !== null && (
          <span>
            <Phone size={14} /> {phone}
          </span>
        )}
        {wheelchair !== null && (
          <span>
            <Accessibility size={14} /> {wheelchair ? text.wheelchair : text.noWheelchair}
          </span>
        )}
      </p>
    </div>
  );
}
