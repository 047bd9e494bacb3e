import type { SqliteDatabase } from './database.ts';

export function readMeta(database: SqliteDatabase, name: string): string | null {
  return (
    database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name) ?? null
  );
}

export function writeMeta(database: SqliteDatabase, name: string, value: string): void {
  database
    .prepare(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, value);
}
