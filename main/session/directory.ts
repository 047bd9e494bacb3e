import { findPersonal } from '../../protocol/personal.ts';
import {
  DIRECTORY_BYTES,
  Directory,
  STATIONS_SHOWN,
  type Station,
  type StationFinds,
  type StationId,
} from '../../protocol/station.ts';
import { type StationIndex, searchStations, stationIndex } from '../../protocol/station-search.ts';
import type { Cache } from '../cache/desk-cache.ts';
import { askRelay, type RelayEntry } from './relay-http.ts';
import type { Log, Surroundings } from './surroundings.ts';

export type StationsDirectoryOptions = {
  readonly entry: RelayEntry;
  readonly cache: Pick<Cache, 'call'>;
  readonly surroundings: Pick<Surroundings, 'after' | 'random'>;
  readonly log: Log;
  /** Another directory of so many stations is known here. */
  readonly changed: (known: number) => void;
};

/** The directory and its version, as JSON. */
const ANSWER_BYTES = DIRECTORY_BYTES + 1_024;
/** Milliseconds over which the desks, all told at once, spread what they ask; and after which one asks again. */
const SPREAD = 2_000;
const AGAIN = 60_000;

/**
 * The stations as this desk knows them: kept in the cache, fetched whole when the relay names another version, and
 * searched here, so that it works off line and no town that anybody asks for leaves the desk (docs/decisions/0040).
 */
export class StationsDirectory {
  readonly #options: StationsDirectoryOptions;
  readonly #restored: Promise<void>;
  #known: Directory | null = null;
  #index: StationIndex | null = null;
  #numbers: ReadonlySet<string> | null = null;
  #wanted: string | null = null;
  #cancel: (() => void) | null = null;
  #ended = false;

  constructor(options: StationsDirectoryOptions) {
    this.#options = options;
    this.#restored = this.#restore();
  }

  /** What goes into the memory that takes a failed cache's place. */
  get known(): Directory | null {
    return this.#known;
  }

  /** The relay named the directory in force. */
  async wants(version: string): Promise<void> {
    this.#wanted = version;
    await this.#restored;
    // The first one is waited for by whoever looks for a station now; later ones are fetched by every desk at once.
    this.#fetchAfter(this.#known === null ? 0 : SPREAD * this.#options.surroundings.random());
  }

  async search(text: string): Promise<StationFinds> {
    await this.#restored;
    if (this.#known === null) return { stations: [], total: 0, known: null };
    this.#index ??= stationIndex(this.#known.stations);
    return { ...searchStations(this.#index, text, STATIONS_SHOWN), known: this.#known.stations.length };
  }

  async get(id: StationId): Promise<Station | null> {
    await this.#restored;
    return this.#known?.stations.find((station) => station.id === id) ?? null;
  }

  /** Whether an item of personal data is a station's number: the service itself gives it out, it is nobody's own. */
  async publishes(key: string): Promise<boolean> {
    await this.#restored;
    const stations = this.#known?.stations ?? [];
    this.#numbers ??= new Set(
      stations.flatMap(({ phone }) => findPersonal(phone ?? '').map((item) => item.key)),
    );
    return this.#numbers.has(key);
  }

  end(): void {
    this.#ended = true;
    this.#cancel?.();
  }

  async #restore(): Promise<void> {
    const { directory } = await this.#options.cache.call('stations', null);
    if (directory !== null) this.#become(directory);
  }

  #become(directory: Directory): void {
    this.#known = directory;
    this.#index = null;
    this.#numbers = null;
    this.#options.changed(directory.stations.length);
  }

  #fetchAfter(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#ended || this.#wanted === this.#known?.version) return;
    this.#cancel = this.#options.surroundings.after(milliseconds, () => {
      this.#cancel = null;
      void this.#fetch();
    });
  }

  async #fetch(): Promise<void> {
    const { entry, cache, log } = this.#options;
    const asked = await askRelay(entry, '/api/desk/stations', Directory, { most: ANSWER_BYTES });
    if (this.#ended) return;
    if (asked.kind === 'done') {
      this.#become(asked.answer);
      await cache.call('keep-stations', { directory: asked.answer });
    } else {
      log('stations-not-fetched', { code: asked.code });
    }
    // Nothing came, or it changed again meanwhile; unless the relay has named another one, which is asked for already.
    if (this.#cancel === null) this.#fetchAfter(AGAIN);
  }
}
