import type { Station, StationFinds } from '../../protocol/station.ts';
import type { DeskContext } from './context.ts';

export type Stations = {
  /** Over the directory that main holds: it answers within milliseconds, so each letter asks. */
  readonly findStations: (text: string) => Promise<StationFinds>;
  /** Null where this desk does not know it. */
  readonly knownStation: (id: string) => Promise<Station | null>;
};

/** A query longer than this names no place. */
const QUERY_CHARACTERS = 80;

export function createStations({ bridge }: Pick<DeskContext, 'bridge'>): Stations {
  return {
    findStations: (text) =>
      bridge
        .request('stations', { text: text.slice(0, QUERY_CHARACTERS) })
        .catch(() => ({ stations: [], total: 0, known: null })),
    knownStation: (id) => bridge.request('station', { station: id }).catch(() => null),
  };
}
