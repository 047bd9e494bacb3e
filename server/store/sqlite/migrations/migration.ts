/**
 * One step of a database's shape. Numbers order them: 1–99 the journal's, 100 and above the accounts'.
 * A step that has shipped is never edited.
 */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string };
