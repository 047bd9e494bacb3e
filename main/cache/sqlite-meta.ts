import type { Time } from '../../protocol/ids.ts';
import { DEFAULT_MONTHS } from './expiry.ts';
import type { CacheDatabase } from './open-database.ts';

export type Meta = {
  /** The latest time this cache has ever seen, in milliseconds; 0 at first. */
  latestSeen(): Time;
  setLatestSeen(at: Time): void;
  months(): number;
  setMonths(months: number): void;
  epoch(): string | null;
  setEpoch(epoch: string): void;
  /** Something was destroyed under the present key: copies of the file taken before must become useless. */
  spent(): boolean;
  setSpent(spent: boolean): void;
};

/** Single values of the cache, by name. */
export function createMeta(database: CacheDatabase): Meta {
  const read = database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck();
  const write = database.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    latestSeen: () => Number(read.get('latest-seen') ?? 0),
    setLatestSeen: (at) => void write.run('latest-seen', String(at)),
    months: () => Number(read.get('retention-months') ?? DEFAULT_MONTHS),
    setMonths: (months) => void write.run('retention-months', String(months)),
    epoch: () => read.get('epoch') ?? null,
    setEpoch: (epoch) => void write.run('epoch', epoch),
    spent: () => read.get('key-spent') === 'yes',
    setSpent: (spent) => void write.run('key-spent', spent ? 'yes' : 'no'),
  };
}
