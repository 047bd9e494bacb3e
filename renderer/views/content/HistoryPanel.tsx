import type { ContentHistory } from '../../../protocol/content-editing.ts';
import { shortStamp } from '../../format/time.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { differingFields, type EditKind, valuesOf } from '../../stores/content-forms.ts';
import { draftKey } from '../../stores/editing-state.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';

type Change = ContentHistory['changes'][number];

function whatChanged(
  kind: EditKind,
  change: Change,
  before: Change | undefined,
  text: Catalogue['editing'],
): string {
  if (change.item === null) return text.history.removed;
  if (before === undefined || before.item === null) return text.history.created;
  const fields = differingFields(kind, change.item, before.item).map((field) => text.fields[field] ?? field);
  return text.history.changed(fields.join(', '));
}

/** Who changed an item and when, the newest first; an earlier version can be put into the form again. */
export function HistoryPanel({ kind, id }: { readonly kind: EditKind; readonly id: string }) {
  const { editing: text } = useText();
  const desk = useDesk();
  const language = useLanguage();
  const history = useView(({ editing }) => editing.history);
  if (history?.key !== draftKey(kind, id)) return null;
  const { changes } = history;
  return (
    <section className="content-history" aria-label={text.history.title}>
      <h3>{text.history.title}</h3>
      {changes.length === 0 && <p className="quiet">{text.history.none}</p>}
      <ol>
        {changes.map((change, index) => (
          <li key={change.stamp.at}>
            <span>
              <time>{shortStamp(change.stamp.at, language)}</time>{' '}
              <strong>
                {change.stamp.by === null
                  ? text.commandLine
                  : `${change.stamp.by.rank} ${change.stamp.by.alias}`}
              </strong>{' '}
              {whatChanged(kind, change, changes[index + 1], text)}
            </span>
            {change.item !== null && index > 0 && (
              <button
                type="button"
                className="button small"
                onClick={() => desk.changeField(kind, id, valuesOf(kind, change.item))}
              >
                {text.history.restore}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
