import { fillResponse } from '../../../protocol/canned.ts';
import { LANGUAGES, type Language } from '../../../protocol/language.ts';
import { CATALOGUES } from '../../i18n/languages.ts';
import { platformDomain } from '../../search/content.ts';
import { type EditKind, type FormValues, platformFrom } from '../../stores/content-forms.ts';
import { PlatformFacts } from '../conversation/PlatformCard.tsx';
import { useLanguage, useSelf, useText } from '../provider.ts';

/** A response as this officer would send it, where nothing more is known than who they are. */
function ResponseAs({ values, language }: { readonly values: FormValues; readonly language: Language }) {
  const self = useSelf();
  const shown = useLanguage();
  const { previewEmpty: empty } = useText().editing;
  const known = { alias: self.alias, rank: self.rank, greeting: CATALOGUES[language].composer.greetings.day };
  const text = (language === 'fr' ? values['textFr'] : values['textEn']) ?? '';
  if (text.trim() === '') {
    return (
      <p className="quiet" lang={shown}>
        {empty}
      </p>
    );
  }
  return <div className="bubble">{fillResponse(text, known).text}</div>;
}

/** A platform's card, with its number and its site as words: nothing is called or opened from here. */
function PlatformAs({ values, language }: { readonly values: FormValues; readonly language: Language }) {
  const platform = platformFrom('-', values);
  const ways = [platform.phone, platformDomain(platform)].filter((way) => way !== null);
  return (
    <div className="card">
      <PlatformFacts platform={platform} language={language} />
      {ways.length > 0 && <p className="card-facts">{ways.join(' · ')}</p>}
    </div>
  );
}

/** How it will look to a citizen, in both languages side by side. */
export function Preview({ kind, values }: { readonly kind: EditKind; readonly values: FormValues }) {
  const { editing: text } = useText();
  return (
    <section className="content-preview" aria-label={text.preview}>
      {LANGUAGES.map((language) => (
        <div key={language}>
          <h3>{text.previews[language]}</h3>
          <div lang={language}>
            {kind === 'platform' ? (
              <PlatformAs values={values} language={language} />
            ) : (
              <ResponseAs values={values} language={language} />
            )}
          </div>
        </div>
      ))}
    </section>
  );
}
