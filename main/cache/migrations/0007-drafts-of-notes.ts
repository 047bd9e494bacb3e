/**
 * A draft holds both texts of a composer and its mode. What an older cache kept is a message: only those were saved.
 */
export const draftsOfNotes = `
ALTER TABLE drafts RENAME COLUMN text TO message;
ALTER TABLE drafts ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN mode TEXT NOT NULL DEFAULT 'message' CHECK (mode IN ('message', 'note'));
`;
