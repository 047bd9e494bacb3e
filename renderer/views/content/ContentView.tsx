import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { Segments } from '../../components/Segments.tsx';
import { EDIT_KINDS, type EditKind } from '../../stores/content-forms.ts';
import { NEW } from '../../stores/editing-state.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { ContentList } from './ContentList.tsx';
import { ItemForm } from './ItemForm.tsx';

/** Which kinds an officer edits: supervisors what is shared, everybody their own. */
function useKind(): { readonly kind: EditKind; readonly kinds: readonly EditKind[] } {
  const self = useSelf();
  const chosen = useView(({ editing }) => editing.kind);
  const kinds = self.role === 'supervisor' ? EDIT_KINDS : (['personal'] as const);
  return { kinds, kind: kinds.find((kind) => kind === chosen) ?? 'personal' };
}

/** Platforms and responses as they are edited: the list, and the form of the one chosen. */
export function ContentView() {
  const { editing: text } = useText();
  const desk = useDesk();
  const { kind, kinds } = useKind();
  const selected = useView(({ editing }) => editing.selected[kind]);
  const version = useView((view) => view.content?.version);

  // Who changed something last, and how often things are sent: anew when something changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again at each version of the content.
  useEffect(() => void desk.readOverview(), [desk, version]);

  return (
    <main className="content-view" aria-label={text.region}>
      <section className="content-left" aria-label={text.list}>
        <div className="content-tools">
          {kinds.length > 1 && (
            <Segments
              label={text.kinds.label}
              value={kind}
              options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
              onChange={(value) => desk.changeEditing({ kind: value, filter: 'all', order: 'catalogue' })}
            />
          )}
          <button type="button" className="button small" onClick={() => desk.selectItem(kind, NEW)}>
            <Plus size={14} />
            {text.add[kind]}
          </button>
        </div>
        <ContentList kind={kind} />
      </section>
      {selected === null ? (
        <p className="content-choose">{kind === 'personal' ? text.chooseOwn : text.choose}</p>
      ) : (
        <ItemForm key={`${kind}/${selected}`} kind={kind} id={selected} />
      )}
    </main>
  );
}
