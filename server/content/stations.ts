import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import type { Day } from '../../protocol/canned.ts';
import { sameItem } from '../../protocol/content-editing.ts';
import { DIRECTORY_BYTES, MOST_STATIONS, Station } from '../../protocol/station.ts';
import { ContentError, SHIPPED_CONTENT } from './files.ts';

/** The columns of the operator's file, in the order in which an export writes them (docs/operations.md). */
export const STATION_COLUMNS = [
  'id',
  'name',
  'address',
  'address-2',
  'address-3',
  'postcode',
  'town',
  'phone',
  'always',
  'hours',
  'hours-en',
  'wheelchair',
  'note',
  'note-en',
  'updated',
] as const;
type Column = (typeof STATION_COLUMNS)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

const REQUIRED: readonly Column[] = ['id', 'name', 'address', 'postcode', 'town', 'updated'];

/** The largest file that is read, in bytes. */
export const CSV_BYTES = 2 * DIRECTORY_BYTES;
/** Characters of one row: longer ones are an open quotation mark, not a station. */
const ROW_CHARACTERS = 8_000;

export type StationsRead =
  | { readonly kind: 'read'; readonly stations: readonly Station[] }
  /** Lines such as `line 7: postcode: …`. */
  | { readonly kind: 'wrong'; readonly lines: readonly string[] };

type Row = { readonly line: number; readonly cells: readonly string[] };

function wrong(...lines: readonly string[]): StationsRead {
  return { kind: 'wrong', lines };
}

/**
 * Reads the operator's file: every row is checked, and one mistake anywhere means that nothing was read. With `today`,
 * nobody may have made sure of a station on a later day: it would be doubted a year too late, or never.
 */
export function readStations(bytes: Uint8Array, today?: Day): StationsRead {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wrong('the file is not UTF-8: save it as "CSV UTF-8"');
  }
  let rows: readonly Row[] = [];
  try {
    rows = rowsOf(text);
  } catch (error) {
    return wrong(csvProblem(error));
  }
  const [header, ...rest] = rows;
  if (header === undefined) return wrong('the file is empty');
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const misnamed = headerProblems(columns);
  if (misnamed.length > 0)
    return { kind: 'wrong', lines: misnamed.map((line) => `line ${header.line}: ${line}`) };
  return stationsOf(columns as readonly Column[], rest, today);
}

/** RFC 4180, the separator being whichever stands in the header. */
function rowsOf(text: string): readonly Row[] {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const rows: Row[] = [];
  parse(text, {
    delimiter: header.includes(';') ? ';' : ',',
    bom: true,
    max_record_size: ROW_CHARACTERS,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record(cells: string[], { lines }) {
      // A spreadsheet leaves rows of nothing but separators at the end.
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: lines, cells });
      return null;
    },
  });
  return rows;
}

function csvProblem(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const { code, lines } = error as CsvError;
  return `line ${String(lines)}: is not CSV (${code})`;
}

function headerProblems(columns: readonly string[]): string[] {
  const known: readonly string[] = STATION_COLUMNS;
  return [
    ...REQUIRED.filter((name) => !columns.includes(name)).map((name) => `no column "${name}"`),
    ...columns.filter((name) => !known.includes(name)).map((name) => `unknown column "${name.slice(0, 40)}"`),
    ...columns
      .filter((name, place) => known.includes(name) && columns.indexOf(name) !== place)
      .map((name) => `column "${name}" twice`),
  ];
}

function stationsOf(columns: readonly Column[], rows: readonly Row[], today: Day | undefined): StationsRead {
  if (rows.length > MOST_STATIONS) return wrong(`${rows.length} stations: at most ${MOST_STATIONS}`);
  const lines: string[] = [];
  const stations = new Map<string, Station>();
  for (const { line, cells } of rows) {
    const { station, problems } = stationOf(columns, cells);
    lines.push(...problems.map((problem) => `line ${line}: ${problem}`));
    if (station === null) continue;
    if (today !== undefined && station.updated > today) {
      lines.push(`line ${line}: updated: ${station.updated} is still to come`);
    }
    if (stations.has(station.id)) lines.push(`line ${line}: id: "${station.id}" stands above already`);
    stations.set(station.id, station);
  }
  if (lines.length > 0) return { kind: 'wrong', lines };
  const read = [...stations.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (Buffer.byteLength(JSON.stringify(read)) > DIRECTORY_BYTES)
    return wrong('all of them together are too long');
  return { kind: 'read', stations: read };
}

type RowRead = { readonly station: Station | null; readonly problems: readonly string[] };

function stationOf(columns: readonly Column[], cells: readonly string[]): RowRead {
  if (cells.length !== columns.length) {
    return { station: null, problems: [`${cells.length} fields where the header has ${columns.length}`] };
  }
  const row: Cells = Object.fromEntries(
    columns.map((column, place) => [column, (cells[place] ?? '').trim()]),
  );
  const optional = (name: string, text: string | undefined) =>
    text === undefined || text === '' ? {} : { [name]: text };
  const read = Station.safeParse({
    id: row.id,
    name: row.name,
    address: [row.address, row['address-2'], row['address-3']].filter(
      (line) => line !== undefined && line !== '',
    ),
    postcode: row.postcode,
    town: row.town,
    phone: row.phone === '' ? null : (row.phone ?? null),
    always: yesOrNo(row.always) ?? false,
    hours: row.hours ?? '',
    ...optional('hoursEn', row['hours-en']),
    wheelchair: yesOrNo(row.wheelchair),
    ...optional('note', row.note),
    ...optional('noteEn', row['note-en']),
    updated: row.updated,
  });
  if (read.success) return { station: read.data, problems: [] };
  const fields = new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')));
  return {
    station: null,
    problems: [...fields].map((field) => `${columnOf(field)}: ${EXPECTED[field] ?? 'wrong'}`),
  };
}

function yesOrNo(cell: string | undefined): boolean | string | null {
  switch (cell?.toLowerCase()) {
    case undefined:
    case '':
      return null;
    case 'yes':
    case 'oui':
      return true;
    case 'no':
    case 'non':
      return false;
    default:
      // For the schema to refuse.
      return cell ?? null;
  }
}

function columnOf(field: string): string {
  return field.replace(/En$/, '-en');
}

/** What each field should have been, for whoever mends the file. */
const EXPECTED: Readonly<Record<string, string>> = {
  id: 'expected 1 to 60 of a-z, 0-9 and -',
  name: 'expected one line of 1 to 120 characters',
  address: 'expected one to three lines of at most 100 characters, each in its column',
  postcode: 'expected five digits (a spreadsheet drops a first 0)',
  town: 'expected one line of 1 to 80 characters',
  phone: 'expected a number such as 01 99 00 12 12 or 17 (a spreadsheet drops a first 0), or nothing',
  always: 'expected yes, no or nothing',
  hours: 'expected one line of 1 to 300 characters where always is not yes',
  hoursEn: 'expected one line of at most 300 characters',
  wheelchair: 'expected yes, no or nothing',
  note: 'expected one line of at most 300 characters',
  noteEn: 'expected one line of at most 300 characters',
  updated: 'expected a day such as 2026-11-29',
};

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function answer(said: boolean | null): string {
  if (said === null) return '';
  return said ? 'yes' : 'no';
}

/** The directory as such a file: importing it again changes nothing. */
export function writeStations(stations: readonly Station[]): string {
  const rows = stations.map((station) => [
    station.id,
    station.name,
    station.address[0] ?? '',
    station.address[1] ?? '',
    station.address[2] ?? '',
    station.postcode,
    station.town,
    station.phone ?? '',
    answer(station.always),
    station.hours,
    station.hoursEn ?? '',
    answer(station.wheelchair),
    station.note ?? '',
    station.noteEn ?? '',
    station.updated,
  ]);
  // The mark of UTF-8 first: without it a spreadsheet reads accents as something else.
  return `\uFEFF${[[...STATION_COLUMNS], ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

export type StationChanges = {
  readonly added: readonly Station[];
  readonly changed: readonly Station[];
  readonly removed: readonly Station[];
};

/** What differs between the directory as it is and as it will be. */
export function stationChanges(before: readonly Station[], after: readonly Station[]): StationChanges {
  const known = new Map(before.map((station) => [station.id, station]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !known.has(id)),
    changed: after.filter((station) => {
      const other = known.get(station.id);
      return other !== undefined && !sameItem(other, station);
    }),
    removed: before.filter(({ id }) => !kept.has(id)),
  };
}

/** The example directory that comes with the relay: places that do not exist, and say so. */
export function exampleStations(): readonly Station[] {
  const read = readStations(readFileSync(join(SHIPPED_CONTENT, 'stations.csv')));
  if (read.kind === 'read') return read.stations;
  throw new ContentError(`stations.csv: ${read.lines.join(' | ')}`);
}
