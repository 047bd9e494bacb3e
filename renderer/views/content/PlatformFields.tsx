import { PLATFORM_KINDS } from '../../../protocol/platform.ts';
import { platformName } from '../../search/content.ts';
import { useLanguage, useText, useView } from '../provider.ts';
import { ChoiceField, Field, type FieldsProperties } from './Field.tsx';

/** The two languages stand side by side: what one says, the other has to say. */
export function PlatformFields({ id, ...fields }: FieldsProperties & { readonly id: string }) {
  const { editing: text, composer } = useText();
  const language = useLanguage();
  const platforms = useView((view) => view.content?.platforms);
  const others = (platforms ?? []).filter((platform) => platform.id !== id);
  const fallbacks = others
    .map((platform) => ({ value: platform.id, label: platformName(platform, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <div className="content-fields">
      <Field {...fields} field="nameFr" lang="fr" />
      <Field {...fields} field="nameEn" lang="en" />
      <Field {...fields} field="url" type="url" />
      <Field {...fields} field="phone" />
      <Field {...fields} field="purposeFr" lang="fr" rows={3} />
      <Field {...fields} field="purposeEn" lang="en" rows={3} />
      <Field {...fields} field="audience" lang="fr" rows={2} />
      <Field {...fields} field="audienceEn" lang="en" rows={2} />
      <Field {...fields} field="hours" lang="fr" />
      <Field {...fields} field="hoursEn" lang="en" />
      <ChoiceField
        {...fields}
        field="kind"
        options={PLATFORM_KINDS.map((value) => ({ value, label: composer.kinds[value] }))}
      />
      <ChoiceField
        {...fields}
        field="checked"
        options={(['sourced', 'unverified'] as const).map((value) => ({ value, label: text.checked[value] }))}
      />
      <Field {...fields} field="source" />
      <ChoiceField
        {...fields}
        field="fallback"
        options={[{ value: '', label: text.noFallback }, ...fallbacks]}
      />
      <Field {...fields} field="keywords" rows={2} />
      <Field {...fields} field="alsoAt" rows={2} />
    </div>
  );
}
