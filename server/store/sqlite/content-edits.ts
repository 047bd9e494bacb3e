import * as z from 'zod/mini';
import { CannedResponse } from '../../../protocol/canned.ts';
import { ContentKind, HISTORY_KEPT, MOST_PERSONAL } from '../../../protocol/content-editing.ts';
import { type Id, Time } from '../../../protocol/ids.ts';
import { Platform } from '../../../protocol/platform.ts';
import type { ChangeRow, ContentStore, StoredEdit } from '../content.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

const Row = z.strictObject({
  kind: ContentKind,
  item: z.string(),
  body: z.nullable(z.string()),
  at: Time,
  actor: z.string(),
});
type Row = z.infer<typeof Row>;

const COLUMNS = 'kind, item, body, at, actor';

/** The body as this version knows it; undefined for one that it cannot read. */
function bodyOf(kind: ContentKind, body: string | null): Platform | CannedResponse | null | undefined {
  if (body === null) return null;
  const read = z.safeParse(kind === 'platform' ? Platform : CannedResponse, JSON.parse(body));
  return read.success ? read.data : undefined;
}

function rowOf(row: unknown): ChangeRow | null {
  const { kind, item: id, body, at, actor } = Row.parse(row);
  const item = bodyOf(kind, body);
  return item === undefined ? null : { kind, id, item, at, actor };
}

/** Edits of the content and the officers' own responses, in the journal's database. Each edit leaves an audit row. */
export function openContentStore(database: SqliteDatabase): ContentStore {
  const current = database.prepare<[], unknown>(
    `SELECT ${COLUMNS} FROM content_edits
     WHERE number IN (SELECT max(number) FROM content_edits GROUP BY kind, item) ORDER BY number`,
  );
  const history = database.prepare<[string, string], unknown>(
    `SELECT ${COLUMNS} FROM content_edits WHERE kind = ? AND item = ? ORDER BY number DESC LIMIT ${HISTORY_KEPT}`,
  );
  const insert = database.prepare<Row>(
    `INSERT INTO content_edits (kind, item, body, at, actor) VALUES (@kind, @item, @body, @at, @actor)`,
  );
  const forget = database.prepare<{ kind: string; item: string }>(
    `DELETE FROM content_edits WHERE kind = @kind AND item = @item AND number NOT IN (
       SELECT number FROM content_edits WHERE kind = @kind AND item = @item
       ORDER BY number DESC LIMIT ${HISTORY_KEPT})`,
  );
  const audit = database.prepare<[number, string, string, string]>(
    'INSERT INTO audit (at, actor, act, subject) VALUES (?, ?, ?, ?)',
  );
  const save = database.transaction((edits: readonly StoredEdit[], at: Time, actor: string) => {
    for (const { kind, id, item } of edits) {
      const body = item === null ? null : JSON.stringify(item);
      insert.run({ kind, item: id, body, at, actor });
      forget.run({ kind, item: id });
      audit.run(at, actor, `${kind}-${item === null ? 'removed' : 'changed'}`, id);
    }
  });

  const personal = database.prepare<[string], string>(
    'SELECT body FROM personal_responses WHERE officer = ? ORDER BY response',
  );
  const put = database.prepare<[string, string, string, number]>(
    `INSERT INTO personal_responses (officer, response, body, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (officer, response) DO UPDATE SET body = excluded.body, at = excluded.at`,
  );
  const remove = database.prepare<[string, string]>(
    'DELETE FROM personal_responses WHERE officer = ? AND response = ?',
  );

  return {
    current: () => step(() => current.all().map(rowOf)),
    history: (kind, id) =>
      step(() =>
        history
          .all(kind, id)
          .map(rowOf)
          .filter((row) => row !== null),
      ),
    save: (edits, at, actor) => step(() => void save.immediate(edits, at, actor)),
    personal: (officer: Id) =>
      step(() =>
        personal
          .pluck()
          .all(officer)
          .slice(0, MOST_PERSONAL)
          .flatMap((body) => {
            const read = bodyOf('response', String(body));
            return read == null || !('shortcut' in read) ? [] : [read];
          }),
      ),
    savePersonal: (officer, id, item, at) =>
      step(() => {
        if (item === null) remove.run(officer, id);
        else put.run(officer, id, JSON.stringify(item), at);
      }),
  };
}
