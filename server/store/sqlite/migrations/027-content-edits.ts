import type { Migration } from './migration.ts';

/**
 * What supervisors changed of the content that came with the relay, and the officers' own responses. The latest
 * row of an item is in force; the earlier ones say who changed what and when. A null body: removed.
 */
export const contentEdits: Migration = {
  number: 27,
  name: 'content-edits',
  sql: `
    CREATE TABLE content_edits (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('platform', 'response')),
      item TEXT NOT NULL,
      body TEXT,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL
    ) STRICT;
    CREATE INDEX content_edits_by_item ON content_edits (kind, item, number);

    CREATE TABLE personal_responses (
      officer TEXT NOT NULL REFERENCES officers (officer) ON DELETE CASCADE,
      response TEXT NOT NULL,
      body TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (officer, response)
    ) STRICT, WITHOUT ROWID;
  `,
};
