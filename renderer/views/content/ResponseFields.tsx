import type { EditKind } from '../../stores/content-forms.ts';
import { useText, useView } from '../provider.ts';
import { DateOfItem, Field, type FieldsProperties } from './Field.tsx';
import { PlatformsField } from './PlatformsField.tsx';

const CATEGORIES = 'content-categories';

/** A response's fields; categories that are in use are proposed. */
export function ResponseFields({ kind, ...fields }: FieldsProperties & { readonly kind: EditKind }) {
  const { editing: text } = useText();
  const responses = useView((view) => (kind === 'personal' ? view.personal : view.content?.responses));
  const shared = useView((view) => view.content?.responses);
  const categories = [...new Set([...(responses ?? []), ...(shared ?? [])].map(({ category }) => category))];
  return (
    <div className="content-fields">
      <datalist id={CATEGORIES}>
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <Field {...fields} field="titleFr" lang="fr" />
      <Field {...fields} field="titleEn" lang="en" />
      <Field {...fields} field="shortcut" />
      <Field {...fields} field="category" list={CATEGORIES} />
      <Field {...fields} field="textFr" lang="fr" rows={6} />
      <Field {...fields} field="textEn" lang="en" rows={6} />
      <p className="content-help">{text.variables}</p>
      <Field {...fields} field="source" />
      <DateOfItem {...fields} field="validUntil" />
      <PlatformsField {...fields} />
    </div>
  );
}
