/**
 * Which personal data stands in which conversation, as its detector spells it: to warn before it goes to another one.
 * Rows go with their conversation, and are made again with the search index.
 */
export const personalData = `
CREATE TABLE personal (
  key TEXT NOT NULL,
  conversation TEXT NOT NULL REFERENCES conversations (conversation) ON DELETE CASCADE,
  PRIMARY KEY (key, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_by_conversation ON personal (conversation);
`;
