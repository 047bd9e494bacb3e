/**
 * What the directory of stations asks of durable storage. Every method may reject with `StoreUnavailable`,
 * `StoreCorrupt` or `StoreFull`; then nothing was written.
 */
import type { Time } from '../../protocol/ids.ts';
import type { Station } from '../../protocol/station.ts';

export interface StationStore {
  /** Every station in the order of ids; null for one that this version cannot read. */
  all(): Promise<readonly (Station | null)[]>;
  /** From now on there are these and no others; one audit row says how many, in the same transaction. */
  replace(stations: readonly Station[], at: Time, actor: string): Promise<void>;
}
