/** Height of a conversation's row in every list of the left column, in CSS pixels: `--list-row` in lists.css. */
export const LIST_ROW = 40;

/** What a section would show, for its share of the column: lists.css gives each its place by it. */
export function rowsOf(rows: number): Record<string, number> {
  return { '--rows': rows };
}
