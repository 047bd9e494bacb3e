import type { JSX } from 'preact';
import type { Terms } from '../../../protocol/http.ts';
import type { AppState } from '../app/app.ts';
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
  return (
    <Frame>
      <Title>{terms.title}</Title>
      <p class="lead">{terms.lead}</p>
      <div lang={document.language}>
        <section class="notice penal">
          <h2 lang={state.language}>{terms.penal}</h2>
          {document.penal.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
        <h2 class="document-title">{document.title}</h2>
        <p class="quiet-text" lang={state.language}>
          {terms.version(document.version)}
        </p>
        {document.sections.map((section) => (
          <section key={section.title}>
            <h3>{section.title}</h3>
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
