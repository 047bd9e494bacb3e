/** A draft holds the cards of its message too, and what was typed in the conversation's dialogs: as JSON (`DraftBeside`). */
export const draftsBeside = `
ALTER TABLE drafts ADD COLUMN beside TEXT NOT NULL DEFAULT '{}';
`;
