import type { CannedResponse } from '../../protocol/canned.ts';
import {
  type ContentEdit,
  type ContentHistory,
  type ContentOverview,
  type ContentStamp,
  type ContentUse,
  type EditAnswer,
  type HistoryQuery,
  MOST_PERSONAL,
  type PersonalEdit,
  sameItem,
} from '../../protocol/content-editing.ts';
import {
  type ContentProblem,
  hasPersonalData,
  platformProblems,
  removalProblems,
  responseProblems,
  sharedProblems,
} from '../../protocol/content-rules.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import type { OfficerFace } from '../../protocol/officer.ts';
import type { ChangeRow, ContentStore, StoredEdit } from '../store/content.ts';
import { itemIn, mergedContent } from './merge.ts';

export type ContentEditorParts = {
  readonly store: ContentStore;
  readonly uses: { at(now: Time): Promise<readonly ContentUse[]> };
  /** What came with the relay, or stands in its operator's directory. */
  readonly shipped: Content;
  /** Where the content in force is held. */
  readonly content: { readonly base: Content; replace(base: Content): void };
  /** The articles and pages that lead to a platform. */
  readonly leadingTo: (platform: string) => readonly string[];
  readonly face: (officer: Id) => Promise<OfficerFace | null>;
  readonly clock: () => Time;
  /** The content in force has changed. */
  readonly changed: () => void;
  /** An officer's own responses have changed. */
  readonly personalChanged: (officer: Id, responses: readonly CannedResponse[]) => void;
  readonly log: (event: string, details: Readonly<Record<string, string | number>>) => void;
};

/**
 * The content as supervisors edit it, one edit after the other: each is compared with what its editor saw,
 * checked, made durable with who and when, and only then in force (rules E5 and E6).
 */
export class ContentEditor {
  readonly #parts: ContentEditorParts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: ContentEditorParts) {
    this.#parts = parts;
  }

  /** Puts in force what the store holds: at the start, and after an import by the command line. */
  async reload(): Promise<void> {
    const { store, shipped, content, changed, log } = this.#parts;
    const rows = await store.current();
    const known = rows.filter((row) => row !== null);
    if (known.length < rows.length) log('content-edits-unreadable', { count: rows.length - known.length });
    content.replace(mergedContent(shipped, known));
    changed();
  }

  /** Saves one edit of a supervisor, or answers why not. The same edit again is saved already. */
  edit(officer: Id, edit: ContentEdit): Promise<EditAnswer> {
    return this.#afterTheLast(async () => {
      const { store, content, clock, log } = this.#parts;
      const current = itemIn(content.base, edit);
      if (sameItem(current, edit.item)) return { kind: 'saved' };
      if (!sameItem(current, edit.before)) {
        const [latest] = await store.history(edit.kind, edit.id);
        return { kind: 'conflict', item: current, stamp: latest ? await this.#stamp(latest) : null };
      }
      const problems = this.#problems(edit, current === null);
      if (problems.length > 0) return { kind: 'invalid', problems };
      await store.save([stored(edit)], clock(), officer);
      log('content-edited', { officer, kind: edit.kind, item: edit.id });
      await this.reload();
      return { kind: 'saved' };
    });
  }

  #problems(edit: ContentEdit, isNew: boolean): ContentProblem[] {
    const { content, leadingTo } = this.#parts;
    const { base } = content;
    if (edit.item === null) return removalProblems(edit.kind, edit.id, base, leadingTo);
    if (edit.item.id !== edit.id) return [{ field: 'id', problem: 'malformed', detail: '' }];
    if (edit.kind === 'platform') return platformProblems(edit.item, base, isNew);
    return sharedProblems(edit.item, base, isNew);
  }

  async overview(): Promise<ContentOverview> {
    const { store, uses, clock } = this.#parts;
    const rows = (await store.current()).filter((row) => row !== null);
    const changes = await Promise.all(
      rows.map(async (row) => ({ kind: row.kind, id: row.id, stamp: await this.#stamp(row) })),
    );
    return { uses: [...(await uses.at(clock()))], changes };
  }

  async history(query: HistoryQuery): Promise<ContentHistory> {
    const { store, shipped } = this.#parts;
    const rows = await store.history(query.kind, query.id);
    const changes = rows.map(async (row) => ({ stamp: await this.#stamp(row), item: row.item }));
    return { changes: await Promise.all(changes), shipped: itemIn(shipped, query) };
  }

  async #stamp({ at, actor }: ChangeRow): Promise<ContentStamp> {
    return { at, by: await this.#parts.face(actor) };
  }

  personal(officer: Id): Promise<readonly CannedResponse[]> {
    return this.#parts.store.personal(officer);
  }

  /** Saves one of the officer's own responses; nobody else reads or counts them. */
  editPersonal(officer: Id, edit: PersonalEdit): Promise<EditAnswer> {
    return this.#afterTheLast(async () => {
      const { store, clock, personalChanged } = this.#parts;
      const own = await store.personal(officer);
      const current = own.find(({ id }) => id === edit.id) ?? null;
      if (sameItem(current, edit.item)) return { kind: 'saved' };
      if (!sameItem(current, edit.before)) return { kind: 'conflict', item: current, stamp: null };
      const problems = this.#personalProblems(edit, own, current === null);
      if (problems.length > 0) return { kind: 'invalid', problems };
      await store.savePersonal(officer, edit.id, edit.item, clock());
      personalChanged(officer, await store.personal(officer));
      return { kind: 'saved' };
    });
  }

  #personalProblems(
    { id, item }: PersonalEdit,
    own: readonly CannedResponse[],
    isNew: boolean,
  ): ContentProblem[] {
    if (item === null) return [];
    if (item.id !== id) return [{ field: 'id', problem: 'malformed', detail: '' }];
    const { platforms } = this.#parts.content.base;
    const problems = responseProblems(item, own, platforms, isNew);
    if (isNew && own.length >= MOST_PERSONAL) problems.push({ field: 'id', problem: 'too-many', detail: '' });
    for (const field of ['textFr', 'textEn', 'titleFr', 'titleEn', 'category', 'source'] as const) {
      if (hasPersonalData(item[field] ?? '')) problems.push({ field, problem: 'personal-data', detail: '' });
    }
    return problems;
  }

  #afterTheLast<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

function stored({ kind, id, item }: ContentEdit): StoredEdit {
  return { kind, id, item };
}
