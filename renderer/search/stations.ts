import type { Language } from '../../protocol/language.ts';
import { type Station, stationHours, stationNote, stationTown } from '../../protocol/station.ts';
import { CATALOGUES } from '../i18n/languages.ts';

/** When a station receives, in a line. */
export function hoursInWords(station: Station, language: Language): readonly string[] {
  const { text } = stationHours(station, language);
  const { always } = CATALOGUES[language].composer.station;
  return [...(station.always ? [always] : []), ...(text === '' ? [] : [text])];
}

/** A station in words, for where no card can be sent: each thing on its line. */
export function stationAsText(station: Station, language: Language): string {
  const { name, address, phone } = station;
  const note = stationNote(station, language)?.text;
  return [name, ...address, stationTown(station), phone, ...hoursInWords(station, language), note]
    .filter((line) => line != null)
    .join('\n');
}
