import type { CannedResponse } from '../../protocol/canned.ts';
import type { ContentEdit, ContentItem, EditOutcome, PersonalEdit } from '../../protocol/content-editing.ts';
import {
  type ContentProblem,
  platformProblems,
  responseProblems,
  sharedProblems,
} from '../../protocol/content-rules.ts';
import type { Platform } from '../../protocol/platform.ts';
import {
  type EditKind,
  type FormValues,
  newIdFor,
  platformFrom,
  responseFrom,
  sameValues,
  valuesOf,
} from './content-forms.ts';
import { type DeskContext, notify, update } from './context.ts';
import {
  type Conflict,
  conflictOf,
  currentItem,
  draftKey,
  type Editing,
  type ItemDraft,
  itemsOf,
  NEW,
} from './editing-state.ts';

export type EditingActs = {
  readonly changeEditing: (change: Partial<Pick<Editing, 'kind' | 'query' | 'filter' | 'order'>>) => void;
  readonly selectItem: (kind: EditKind, id: string | null) => void;
  readonly changeField: (kind: EditKind, id: string, values: FormValues) => void;
  readonly dropDraft: (kind: EditKind, id: string) => void;
  /** Saves one's own text over what another wrote meanwhile. */
  readonly keepMine: (kind: EditKind, id: string) => Promise<boolean>;
  /** Not while another's text stands beside it: whoever saves decides first (`keepMine`, `dropDraft`). */
  readonly saveItem: (kind: EditKind, id: string) => Promise<boolean>;
  readonly removeItem: (kind: EditKind, id: string) => Promise<boolean>;
  readonly readOverview: () => Promise<void>;
  readonly readHistory: (kind: EditKind, id: string) => Promise<void>;
};

export function createEditing(context: DeskContext): EditingActs {
  const { bridge, store } = context;

  function change(part: Partial<Editing>): void {
    update(context, (view) => ({ ...view, editing: { ...view.editing, ...part } }));
  }

  function draftOf(kind: EditKind, id: string): ItemDraft {
    const view = store.getState();
    const before = id === NEW ? null : currentItem(view, kind, id);
    const fresh = { values: valuesOf(kind, before), before, problems: [], conflict: null, saving: false };
    return view.editing.drafts.get(draftKey(kind, id)) ?? fresh;
  }

  function putDraft(kind: EditKind, id: string, draft: ItemDraft | null): void {
    const drafts = new Map(store.getState().editing.drafts);
    if (draft === null) drafts.delete(draftKey(kind, id));
    else drafts.set(draftKey(kind, id), draft);
    change({ drafts });
  }

  function selectItem(kind: EditKind, id: string | null): void {
    const { selected } = store.getState().editing;
    change({ kind, selected: { ...selected, [kind]: id }, history: null });
  }

  /** The item that a form means, with the id it has or is given. */
  function itemFrom(kind: EditKind, id: string, values: FormValues): Platform | CannedResponse {
    const taken = new Set(itemsOf(store.getState(), kind).map((item) => item.id));
    const name = (kind === 'platform' ? values['nameFr'] : values['shortcut']) ?? '';
    const own = id === NEW ? newIdFor(name, taken) : id;
    return kind === 'platform' ? platformFrom(own, values) : responseFrom(own, values);
  }

  /** What the relay would say too, said at once. */
  function problemsOf(kind: EditKind, item: Platform | CannedResponse, isNew: boolean): ContentProblem[] {
    const { content, personal } = store.getState();
    const known = content ?? { platforms: [], responses: [] };
    if ('nameFr' in item) return platformProblems(item, known, isNew);
    if (kind === 'personal') return responseProblems(item, personal, known.platforms, isNew);
    return sharedProblems(item, known, isNew);
  }

  async function send(
    kind: EditKind,
    id: string,
    item: ContentItem | null,
    before: ContentItem | null,
  ): Promise<EditOutcome> {
    try {
      if (kind === 'personal') {
        return await bridge.request('personal-edit', { id, item, before } as PersonalEdit);
      }
      return await bridge.request('content-edit', { kind, id, item, before } as ContentEdit);
    } catch {
      return { kind: 'refused', code: 'offline' };
    }
  }

  function nameOf(item: ContentItem): string {
    return 'nameFr' in item ? item.nameFr : item.titleFr;
  }

  function conflictNow(kind: EditKind, id: string, draft: ItemDraft): Conflict | null {
    return conflictOf(draft, currentItem(store.getState(), kind, id));
  }

  async function saveItem(kind: EditKind, id: string): Promise<boolean> {
    const draft = draftOf(kind, id);
    return conflictNow(kind, id, draft) === null && save(kind, id, draft);
  }

  async function keepMine(kind: EditKind, id: string): Promise<boolean> {
    const draft = draftOf(kind, id);
    const conflict = conflictNow(kind, id, draft);
    return conflict !== null && save(kind, id, { ...draft, before: conflict.item, conflict: null });
  }

  async function save(kind: EditKind, id: string, draft: ItemDraft): Promise<boolean> {
    if (draft.saving) return false;
    const item = itemFrom(kind, id, draft.values);
    const problems = problemsOf(kind, item, draft.before === null);
    if (problems.length > 0) {
      putDraft(kind, id, { ...draft, problems });
      return false;
    }
    putDraft(kind, id, { ...draft, problems: [], saving: true });
    const outcome = await send(kind, item.id, item, draft.before);
    // What was typed while the answer was on its way stays.
    const since = draftOf(kind, id);
    switch (outcome.kind) {
      case 'saved':
        putDraft(
          kind,
          id,
          sameValues(since.values, draft.values) ? null : { ...since, before: item, saving: false },
        );
        if (id === NEW) selectItem(kind, item.id);
        notify(context, { kind: kind === 'personal' ? 'own-saved' : 'content-saved', name: nameOf(item) });
        void readOverview();
        if (store.getState().editing.history?.key === draftKey(kind, id)) void readHistory(kind, id);
        return true;
      case 'conflict':
        putDraft(kind, id, { ...since, conflict: outcome, saving: false });
        return false;
      case 'invalid':
        putDraft(kind, id, { ...since, problems: outcome.problems, saving: false });
        return false;
      case 'refused':
        putDraft(kind, id, { ...since, saving: false });
        notify(context, { kind: 'content-refused', code: outcome.code });
        return false;
    }
  }

  async function removeItem(kind: EditKind, id: string): Promise<boolean> {
    const before = currentItem(store.getState(), kind, id);
    if (before === null) return false;
    const outcome = await send(kind, id, null, before);
    if (outcome.kind === 'saved') {
      putDraft(kind, id, null);
      selectItem(kind, null);
      notify(context, { kind: 'content-removed', name: nameOf(before) });
      return true;
    }
    const draft = draftOf(kind, id);
    if (outcome.kind === 'invalid') putDraft(kind, id, { ...draft, problems: outcome.problems });
    if (outcome.kind === 'conflict') putDraft(kind, id, { ...draft, conflict: outcome });
    if (outcome.kind === 'refused') notify(context, { kind: 'content-refused', code: outcome.code });
    return false;
  }

  async function readOverview(): Promise<void> {
    if (store.getState().state?.self?.role !== 'supervisor') return;
    const answer = await bridge.request('content-overview', null).catch(() => null);
    // Off line the list stands without its counts: the edits themselves say that nothing is saved.
    if (answer?.kind === 'done') change({ overview: answer.answer });
  }

  async function readHistory(kind: EditKind, id: string): Promise<void> {
    if (kind === 'personal' || id === NEW) return;
    const answer = await bridge.request('content-history', { kind, id }).catch(() => null);
    const key = draftKey(kind, id);
    if (answer?.kind === 'done') change({ history: { key, ...answer.answer } });
    else
      notify(context, {
        kind: 'content-refused',
        code: answer?.kind === 'refused' ? answer.code : 'offline',
      });
  }

  return {
    changeEditing: change,
    selectItem,
    changeField(kind, id, values) {
      const draft = draftOf(kind, id);
      const next = { ...draft.values, ...values };
      const untouched = sameValues(next, valuesOf(kind, draft.before)) && draft.conflict === null;
      putDraft(kind, id, untouched && id !== NEW ? null : { ...draft, values: next, problems: [] });
    },
    dropDraft(kind, id) {
      putDraft(kind, id, null);
      if (id === NEW) selectItem(kind, null);
    },
    keepMine,
    saveItem,
    removeItem,
    readOverview,
    readHistory,
  };
}
