import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Directory, DirectoryVersion, type Station, type StationId } from '../../protocol/station.ts';
import type { StationStore } from '../store/stations.ts';

export type LiveStationsParts = {
  readonly store: StationStore;
  readonly log: (event: string, details: Readonly<Record<string, number>>) => void;
};

const compressed = promisify(gzip);

/** One state of the directory, by what it holds. */
function versionOf(stations: readonly Station[]): string {
  const digest = createHash('sha256').update(JSON.stringify(stations)).digest('hex').slice(0, 16);
  return DirectoryVersion.parse(digest);
}

/** The directory of stations as it is in force: read at the start, and again after an import beside the relay. */
export class LiveStations {
  readonly #parts: LiveStationsParts;
  readonly #listeners = new Set<() => void>();
  #directory: Directory = { version: versionOf([]), stations: [] };
  #byId: ReadonlyMap<StationId, Station> = new Map();
  #packed: Promise<Buffer> | null = null;

  constructor(parts: LiveStationsParts) {
    this.#parts = parts;
  }

  get version(): string {
    return this.#directory.version;
  }

  /** The station as it is now; null for none, or none any more. */
  get(id: StationId): Station | null {
    return this.#byId.get(id) ?? null;
  }

  /** The whole directory as JSON, compressed: made once, however many desks fetch it. */
  packed(): Promise<Buffer> {
    this.#packed ??= compressed(JSON.stringify(this.#directory));
    return this.#packed;
  }

  /** Calls back when another directory is in force; the answer stops it. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts in force what the store holds. */
  async reload(): Promise<void> {
    const { store, log } = this.#parts;
    const rows = await store.all();
    const stations = rows.filter((row) => row !== null);
    if (stations.length < rows.length) log('stations-unreadable', { count: rows.length - stations.length });
    const version = versionOf(stations);
    if (version === this.#directory.version) return;
    this.#directory = { version, stations };
    this.#byId = new Map(stations.map((station) => [station.id, station]));
    this.#packed = null;
    log('stations-in-force', { count: stations.length });
    for (const listener of this.#listeners) listener();
  }
}
