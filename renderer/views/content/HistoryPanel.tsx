import type { ReactNode } from 'react';
import {
  type ContentHistory,
  type ContentItem,
  type ContentStamp,
  HISTORY_KEPT,
  sameItem,
} from '../../../protocol/content-editing.ts';
import { shortStamp } from '../../format/time.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { differingFields, type EditKind, valuesOf } from '../../stores/content-forms.ts';
import { draftKey } from '../../stores/editing-state.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';

/** What a change replaced; undefined where that is not known: the oldest one kept of many. */
function replaced({ changes, shipped }: ContentHistory, index: number): ContentItem | null | undefined {
  const before = changes[index + 1];
  if (before !== undefined) return before.item;
  return changes.length < HISTORY_KEPT ? shipped : undefined;
}

function whatChanged(
  kind: EditKind,
  item: ContentItem | null,
  before: ContentItem | null | undefined,
  { history, fields }: Catalogue['editing'],
): string {
  if (item === null) return history.removed;
  if (before === null) return history.created;
  const differing = before === undefined ? [] : differingFields(kind, item, before);
  if (differing.length === 0) return history.changedSomehow;
  return history.changed(differing.map((field) => fields[field] ?? field).join(', '));
}

type VersionProperties = {
  readonly kind: EditKind;
  readonly id: string;
  /** Null where it cannot be put into the form. */
  readonly item: ContentItem | null;
  readonly children: ReactNode;
};

function Version({ kind, id, item, children }: VersionProperties) {
  const { editing: text } = useText();
  const desk = useDesk();
  return (
    <li>
      <span>{children}</span>
      {item !== null && (
        <button
          type="button"
          className="button small"
          onClick={() => desk.changeField(kind, id, valuesOf(kind, item))}
        >
          {text.history.restore}
        </button>
      )}
    </li>
  );
}

function Stamp({ stamp: { at, by } }: { readonly stamp: ContentStamp }) {
  const { editing: text } = useText();
  const language = useLanguage();
  return (
    <>
      <time>{shortStamp(at, language)}</time>{' '}
      <strong>{by === null ? text.commandLine : `${by.rank} ${by.alias}`}</strong>
    </>
  );
}

/**
 * Who changed an item and when, the newest first, and last how it came with the relay; each earlier version can be put
 * into the form again.
 */
export function HistoryPanel({ kind, id }: { readonly kind: EditKind; readonly id: string }) {
  const { editing: text } = useText();
  const history = useView(({ editing }) => editing.history);
  if (history?.key !== draftKey(kind, id)) return null;
  const { changes, shipped } = history;
  const [newest] = changes;
  const isShipped = newest === undefined || sameItem(newest.item, shipped);
  return (
    <section className="content-history" aria-label={text.history.title}>
      <h3>{text.history.title}</h3>
      {newest === undefined && <p className="quiet">{text.history.none}</p>}
      <ol>
        {changes.map(({ stamp, item }, index) => (
          <Version key={stamp.at} kind={kind} id={id} item={index === 0 ? null : item}>
            <Stamp stamp={stamp} /> {whatChanged(kind, item, replaced(history, index), text)}
          </Version>
        ))}
        {newest !== undefined && shipped !== null && (
          <Version kind={kind} id={id} item={isShipped ? null : shipped}>
            {text.shipped}
          </Version>
        )}
      </ol>
    </section>
  );
}
