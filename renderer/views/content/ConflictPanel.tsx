import { TriangleAlert } from 'lucide-react';
import { shortStamp } from '../../format/time.ts';
import { type EditKind, fieldsOf, valuesOf } from '../../stores/content-forms.ts';
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

/** Two people changed the same item: both texts stand here, and whoever came second decides. */
export function ConflictPanel(properties: Properties) {
  const { kind, id, draft, conflict } = properties;
  const { editing: text } = useText();
  const desk = useDesk();
  const title = useTitle(properties);
  const theirs = valuesOf(kind, conflict.item);
  const differing = fieldsOf(kind).filter((field) => theirs[field] !== draft.values[field]);
  return (
    <section className="content-conflict" role="alert">
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
                <td>{theirs[field] === '' ? text.conflict.empty : theirs[field]}</td>
                <td>{draft.values[field] === '' ? text.conflict.empty : draft.values[field]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="content-conflict-acts">
        <button type="button" className="button small" onClick={() => desk.dropDraft(kind, id)}>
          {text.conflict.takeTheirs}
        </button>
        <button type="button" className="button small" onClick={() => desk.keepMine(kind, id)}>
          {text.conflict.keepMine}
        </button>
      </p>
    </section>
  );
}
