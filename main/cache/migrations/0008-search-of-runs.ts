/**
 * Signs without spaces and numbers without their separators are in the index too: what it holds until now is gone through
 * once, in slices, and can be searched meanwhile. Conversations by the newest of what happened in them, for filters
 * without a word.
 */
export const searchOfRuns = `
CREATE TABLE search_older (            -- entries up to here are in the index by the words of before
  conversation TEXT PRIMARY KEY REFERENCES conversations (conversation) ON DELETE CASCADE,
  through INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO search_older (conversation, through)
  SELECT conversation, indexed FROM conversations WHERE indexed > 0;

CREATE TABLE latest (
  place INTEGER PRIMARY KEY,           -- time × 1024
  conversation TEXT NOT NULL UNIQUE REFERENCES conversations (conversation) ON DELETE CASCADE
) STRICT;
CREATE INDEX conversations_by_disposition ON conversations (disposition, conversation);
`;
