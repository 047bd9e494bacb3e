import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { parisDay } from '../../protocol/canned.ts';
import { type Station, stationTown } from '../../protocol/station.ts';
import { searchStations, stationIndex } from '../../protocol/station-search.ts';
import {
  CSV_BYTES,
  readStations,
  type StationChanges,
  stationChanges,
  writeStations,
} from '../content/stations.ts';
import { openStations } from '../store/sqlite/stations.ts';
import type { StationStore } from '../store/stations.ts';
import { reloadRunning } from './content-commands.ts';
import { actor, type GlobalOptions, print, Refused, withDatabase } from './context.ts';

function readFile(file: string): readonly Station[] {
  let bytes: Uint8Array | null = null;
  try {
    if (statSync(file).size <= CSV_BYTES) bytes = readFileSync(file);
  } catch {
    throw new Refused(`${file} cannot be read`);
  }
  if (bytes === null) throw new Refused(`${file}: larger than ${CSV_BYTES / 1024 / 1024} MB`);
  const read = readStations(bytes, parisDay(Date.now()));
  if (read.kind === 'wrong') throw new Refused(`nothing was imported:\n${read.lines.join('\n')}`);
  return read.stations;
}

async function known(store: StationStore): Promise<readonly Station[]> {
  return (await store.all()).filter((station) => station !== null);
}

function lineOf(station: Station): string {
  return `${station.id}  ${stationTown(station)}  ${station.name}`;
}

/** Says each station that is another one afterwards, and answers how many there are. */
function say({ added, changed, removed }: StationChanges): string {
  for (const station of added) print(`added    ${lineOf(station)}`);
  for (const station of changed) print(`changed  ${lineOf(station)}`);
  for (const station of removed) print(`removed  ${lineOf(station)}`);
  return `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
}

type ImportOptions = { readonly check?: boolean; readonly empty?: boolean };

/** `stations …`: the directory of places that receive the public. It may be changed while the relay runs. */
export function stationCommands(globals: () => GlobalOptions): Command {
  const stations = new Command('stations').description('the directory of places that receive the public');

  stations
    .command('import <file>')
    .description('makes the directory what this CSV file says: all of it, or nothing')
    .option('--check', 'says what would change, and changes nothing')
    .option('--empty', 'accepts a file without a station: the directory is emptied')
    .action((file: string, given: ImportOptions) =>
      withDatabase(globals(), async ({ config, database }) => {
        const after = readFile(file);
        if (after.length === 0 && given.empty !== true) {
          throw new Refused('nothing was imported: the file has no station (--empty means it)');
        }
        const store = openStations(database);
        const changes = stationChanges(await known(store), after);
        const told = say(changes);
        if (given.check === true) {
          print(`${told}; nothing was written`);
          return;
        }
        if (Object.values(changes).some((stations) => stations.length > 0)) {
          await store.replace(after, Date.now(), actor());
          await reloadRunning(config.dataDirectory);
        }
        print(`${told}; ${after.length} stations`);
      }),
    );

  stations
    .command('list [words...]')
    .description('the stations there are, or those that fit the words: town, postcode, name')
    .action((words: readonly string[]) =>
      withDatabase(globals(), async ({ database }) => {
        const all = await known(openStations(database));
        const found =
          words.length === 0 ? all : searchStations(stationIndex(all), words.join(' '), all.length).stations;
        for (const station of found) print(lineOf(station));
        print(`${found.length} stations`);
      }),
    );

  stations
    .command('export <file>')
    .description('writes the directory as such a CSV file, to a new file')
    .action((file: string) =>
      withDatabase(globals(), async ({ database, audit }) => {
        const all = await known(openStations(database));
        try {
          writeFileSync(file, writeStations(all), { flag: 'wx' });
        } catch {
          throw new Refused(`${file} cannot be written, or is there already`);
        }
        await audit('stations-exported', String(all.length));
        print(`${all.length} stations written`);
      }),
    );
  return stations;
}
