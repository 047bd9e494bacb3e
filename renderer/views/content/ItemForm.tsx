import { History, Save, Trash2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { RelayButton } from '../../components/RelayButton.tsx';
import { shortStamp } from '../../format/time.ts';
import { type EditKind, valuesOf } from '../../stores/content-forms.ts';
import { usesOf } from '../../stores/editing-list.ts';
import { conflictOf, currentItem, draftKey, NEW } from '../../stores/editing-state.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { PlatformFields } from './PlatformFields.tsx';
import { Preview } from './Preview.tsx';
import { problemText } from './problems.ts';
import { ResponseFields } from './ResponseFields.tsx';

type Properties = { readonly kind: EditKind; readonly id: string };

/** Whose change is in force, and how often the item is sent. */
function Facts({ kind, id }: Properties) {
  const { editing: text } = useText();
  const language = useLanguage();
  const editing = useView((view) => view.editing);
  if (kind === 'personal' || id === NEW || editing.overview === null) return null;
  const { thisMonth, lastMonth, year } = usesOf({ editing }, kind, id);
  const stamp = editing.overview.changes.find((change) => change.kind === kind && change.id === id)?.stamp;
  const who =
    stamp === undefined ? '' : stamp.by === null ? text.commandLine : `${stamp.by.rank} ${stamp.by.alias}`;
  return (
    <p className="content-facts">
      {stamp === undefined ? text.shipped : text.changedBy(shortStamp(stamp.at, language), who)}
      {' · '}
      {text.uses(thisMonth, lastMonth, year)}
    </p>
  );
}

function useItem(kind: EditKind, id: string) {
  const draft = useView(({ editing }) => editing.drafts.get(draftKey(kind, id)));
  const current = useView((view) => currentItem(view, kind, id));
  // One's own save may come round before its answer: that is nobody else's change.
  const conflict = draft === undefined || draft.saving ? null : conflictOf(draft, current);
  return { draft, current, conflict, values: draft?.values ?? valuesOf(kind, current) };
}

type ActionsProperties = Properties & { readonly name: string; readonly onSave: () => void };

/** What to press: nothing is saved before it is asked for, and removing is asked twice. */
function Actions({ kind, id, name, onSave }: ActionsProperties) {
  const { editing: text } = useText();
  const desk = useDesk();
  const { draft, current, conflict } = useItem(kind, id);
  const shown = useView(({ editing }) => editing.history?.key === draftKey(kind, id));
  const [removing, setRemoving] = useState(false);
  if (removing) {
    return (
      <fieldset className="content-actions">
        <legend className="hidden">{text.removeNamed(name)}</legend>
        <span className="content-ask">{text.removeNamed(name)}</span>
        <RelayButton
          className="button"
          onClick={() => void desk.removeItem(kind, id).finally(() => setRemoving(false))}
        >
          <Trash2 size={14} />
          {text.removeConfirm}
        </RelayButton>
        {/* biome-ignore lint/a11y/noAutofocus: the safe answer, where the key that asked is pressed again. */}
        <button type="button" className="button" autoFocus onClick={() => setRemoving(false)}>
          {text.keep}
        </button>
      </fieldset>
    );
  }
  return (
    <div className="content-actions">
      <RelayButton
        className="button primary"
        aria-disabled={draft === undefined || draft.saving || conflict !== null}
        onClick={onSave}
      >
        <Save size={14} />
        {draft?.saving === true ? text.saving : text.save}
      </RelayButton>
      {(draft !== undefined || id === NEW) && (
        <button type="button" className="button" onClick={() => desk.dropDraft(kind, id)}>
          <Undo2 size={14} />
          {text.giveUp}
        </button>
      )}
      <span className="content-gap" />
      {kind !== 'personal' && id !== NEW && (
        <RelayButton
          className="button quiet-button"
          aria-expanded={shown}
          onClick={() => void desk.readHistory(kind, id)}
        >
          <History size={14} />
          {text.history.show}
        </RelayButton>
      )}
      {current !== null && (
        <RelayButton className="button quiet-button" onClick={() => setRemoving(true)}>
          <Trash2 size={14} />
          {text.remove}
        </RelayButton>
      )}
    </div>
  );
}

/** One item's form, with what others did to it meanwhile, what is wrong with it, and how it will look. */
export function ItemForm({ kind, id }: Properties) {
  const text = useText();
  const desk = useDesk();
  const { draft, conflict, values } = useItem(kind, id);
  const conflictPanel = useRef<HTMLElement>(null);
  const name = (kind === 'platform' ? values['nameFr'] : values['titleFr']) ?? '';
  const problems = draft?.problems ?? [];
  const whole = problems.filter(({ field }) => field === 'id');

  /** Between two texts one is chosen first, where both stand: the form may be scrolled away from there. */
  function save(): void {
    if (conflict !== null) conflictPanel.current?.focus();
    else if (draft !== undefined) void desk.saveItem(kind, id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  }

  const fields = {
    values,
    problems,
    onChange: (field: string, value: string) => desk.changeField(kind, id, { [field]: value }),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S saves from any field of the form.
    <div className="content-right" onKeyDown={onKeyDown}>
      <header className="content-head">
        <h2>{name.trim() === '' ? text.editing.untitled : name}</h2>
        <Facts kind={kind} id={id} />
      </header>
      <div className="content-form">
        {conflict !== null && draft !== undefined && (
          <ConflictPanel place={conflictPanel} kind={kind} id={id} draft={draft} conflict={conflict} />
        )}
        {problems.length > 0 && (
          <div className="content-wrong" role="alert">
            <p>
              <strong>{text.editing.problems.title}</strong>
            </p>
            {whole.map((problem) => (
              <p key={problem.problem}>{problemText(problem, text.editing)}</p>
            ))}
          </div>
        )}
        <HistoryPanel kind={kind} id={id} />
        {kind === 'platform' ? (
          <PlatformFields id={id} {...fields} />
        ) : (
          <ResponseFields kind={kind} {...fields} />
        )}
        <Preview kind={kind} values={values} />
      </div>
      <Actions kind={kind} id={id} name={name} onSave={save} />
    </div>
  );
}
