/**
 * Full-text search. The index holds words and places only (no copy of a text), and forgets physically: FTS5's own
 * secure-delete, in a file whose freed pages are zeroed. Words come folded (protocol/words.ts) with spaces between:
 * the plainest tokenizer leaves them whole, where unicode61 would part some letters its tables take for marks.
 */
export const searchIndex = `
ALTER TABLE entries ADD COLUMN place INTEGER;   -- its row in the index: time × 1024, null when not searched
CREATE UNIQUE INDEX entries_by_place ON entries (place) WHERE place IS NOT NULL;
ALTER TABLE conversations ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;  -- entries up to here are in the index
CREATE INDEX conversations_unindexed ON conversations (conversation) WHERE indexed < cursor;
ALTER TABLE conversations ADD COLUMN reference TEXT
  GENERATED ALWAYS AS (json_extract(head, '$.reference')) VIRTUAL;
ALTER TABLE conversations ADD COLUMN disposition TEXT
  GENERATED ALWAYS AS (json_extract(head, '$.disposition')) VIRTUAL;
CREATE INDEX conversations_by_reference ON conversations (reference);

CREATE TABLE conversation_tags (
  conversation TEXT NOT NULL REFERENCES conversations (conversation) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (conversation, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO conversation_tags (conversation, tag)
  SELECT DISTINCT conversation, tags.value FROM conversations, json_each(head, '$.tags') AS tags;

CREATE TABLE conversation_officers (
  conversation TEXT NOT NULL REFERENCES conversations (conversation) ON DELETE CASCADE,
  officer TEXT NOT NULL,
  rank TEXT NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (conversation, officer)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  words, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE search_words USING fts5vocab (search, row);
`;
