import { TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import { RelayButton } from '../../components/RelayButton.tsx';
import { dayProblem } from '../../format/day.ts';
import { dayInWords, shortStamp } from '../../format/time.ts';
import { type ContentField, type EditKind, fieldsOf, valuesOf } from '../../stores/content-forms.ts';
import type { Conflict, ItemDraft } from '../../stores/editing-state.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';

type Properties = {
  readonly kind: EditKind;
  readonly id: string;
  readonly draft: ItemDraft;
  readonly conflict: Conflict;
};

function useTitle({ kind, id, conflict }: Properties): string {
  const { conflict: text } = useText().editing;
  const language = useLanguage();
  const overview = useView(({ editing }) => editing.overview);
  const told = overview?.changes.find((change) => change.kind === kind && change.id === id)?.stamp;
  const stamp = conflict.stamp ?? told;
  if (conflict.item === null) return text.removed;
  if (stamp?.by == null) return text.unknown;
  return text.title(`${stamp.by.rank} ${stamp.by.alias}`, shortStamp(stamp.at, language));
}

/** What a field holds, as it is read: a day in the interface's language. */
function useShown(): (field: ContentField, value: string) => string {
  const { editing: text } = useText();
  const language = useLanguage();
  return (field, value) => {
    if (value === '') return text.conflict.empty;
    return field === 'validUntil' && dayProblem(value) === null ? dayInWords(value, language) : value;
  };
}

/** Two people changed the same item: both texts stand here, and whoever came second decides. */
export function ConflictPanel({ place, ...properties }: Properties & { readonly place: Ref<HTMLElement> }) {
  const { kind, id, draft, conflict } = properties;
  const { editing: text } = useText();
  const desk = useDesk();
  const title = useTitle(properties);
  const shown = useShown();
  const theirs = valuesOf(kind, conflict.item);
  const differing = fieldsOf(kind).filter((field) => theirs[field] !== draft.values[field]);
  return (
    <section className="content-conflict" role="alert" tabIndex={-1} ref={place}>
      <p>
        <TriangleAlert size={16} />
        <strong>{title}</strong>
      </p>
      <p>{text.conflict.safe}</p>
      {conflict.item !== null && (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{text.conflict.theirs}</th>
              <th scope="col">{text.conflict.mine}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field}>
                <th scope="row">{text.fields[field]}</th>
                <td>{shown(field, theirs[field] ?? '')}</td>
                <td>{shown(field, draft.values[field] ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="content-conflict-acts">
        <button type="button" className="button small" onClick={() => desk.dropDraft(kind, id)}>
          {text.conflict.takeTheirs}
        </button>
        <RelayButton className="button small" onClick={() => void desk.keepMine(kind, id)}>
          {text.conflict.keepMine}
        </RelayButton>
      </p>
    </section>
  );
}
