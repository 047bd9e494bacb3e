/**
 * Of a conversation that is here no longer, how long what is still written for it may be kept: a draft that is saved after
 * it went, or becomes a note, ends with it all the same. Ids and dates only, which go at the same time.
 */
export const datesKept = `
CREATE TABLE dates_kept (
  conversation TEXT PRIMARY KEY,
  opened_at INTEGER NOT NULL,
  purge_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dates_kept_by_purge ON dates_kept (purge_at);
`;
