import type { Time } from '../../../protocol/ids.ts';
import { Station } from '../../../protocol/station.ts';
import type { StationStore } from '../stations.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

function stationOf(body: string): Station | null {
  const read = Station.safeParse(JSON.parse(body));
  return read.success ? read.data : null;
}

/** The directory of stations, in the journal's database. */
export function openStations(database: SqliteDatabase): StationStore {
  const all = database.prepare<[], string>('SELECT body FROM stations ORDER BY station').pluck();
  const clear = database.prepare('DELETE FROM stations');
  const insert = database.prepare<[string, string]>('INSERT INTO stations (station, body) VALUES (?, ?)');
  const audit = database.prepare<[number, string, string]>(
    "INSERT INTO audit (at, actor, act, subject) VALUES (?, ?, 'stations-imported', ?)",
  );
  const replace = database.transaction((stations: readonly Station[], at: Time, actor: string) => {
    clear.run();
    for (const station of stations) insert.run(station.id, JSON.stringify(station));
    audit.run(at, actor, String(stations.length));
  });
  return {
    all: () => step(() => all.all().map(stationOf)),
    replace: (stations, at, actor) => step(() => void replace.immediate(stations, at, actor)),
  };
}
