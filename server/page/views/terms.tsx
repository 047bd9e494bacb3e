import type { JSX } from 'preact';
import type { Terms } from '../../../protocol/http.ts';
import { directionOf, langTag } from '../../../protocol/language.ts';
import type { AppState } from '../app/app-state.ts';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';
import { ProblemNotice } from './problem.tsx';

export function TermsScreen({
  state,
  terms: document,
}: {
  readonly state: AppState;
  readonly terms: Terms;
}): JSX.Element {
  const { app, texts } = usePage();
  const { terms } = texts;
  const { summary } = document;
  return (
    <Frame>
      <Title>{terms.title}</Title>
      <p class="lead">{terms.lead}</p>
      <section lang={langTag(summary.language)} dir={directionOf(summary.language)}>
        <h2>{terms.summary}</h2>
        <ul class="summary">
          {summary.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <div class="notice penal">
          <h2>{terms.penal}</h2>
          {summary.penal.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </section>
      <h2 class="document-title">{terms.whole}</h2>
      <p>{terms.binding}</p>
      <p class="quiet-text">{terms.version(document.version)}</p>
      <div lang={document.language} dir={directionOf(document.language)}>
        <h3>{document.title}</h3>
        {document.sections.map((section) => (
          <section key={section.title}>
            <h4>{section.title}</h4>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
      <div class="act-bar">
        <ProblemNotice problem={state.problem} />
        <div class="accept-buttons">
          <button type="button" class="quiet" onClick={app.goHome}>
            {terms.back}
          </button>
          <button type="button" class="primary" aria-disabled={state.busy} onClick={() => void app.accept()}>
            {state.busy ? terms.accepting : terms.accept}
          </button>
        </div>
      </div>
    </Frame>
  );
}
