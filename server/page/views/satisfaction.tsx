import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SATISFACTIONS } from '../../../protocol/satisfaction.ts';
import { usePage } from './context.ts';

/** One tap, or none: optional, anonymous, and nothing to write. */
export function SatisfactionQuestion(): JSX.Element {
  const { app, texts } = usePage();
  const words = texts.service.satisfaction;
  const [said, setSaid] = useState<'no' | 'sending' | 'counted' | 'failed'>('no');
  return (
    <div class="satisfaction">
      {(said === 'no' || said === 'sending') && (
        <fieldset>
          <legend>{words.ask}</legend>
          <div class="question-buttons">
            {SATISFACTIONS.map((answer) => (
              <button
                key={answer}
                type="button"
                class="quiet"
                aria-disabled={said === 'sending'}
                onClick={() => {
                  if (said === 'sending') return;
                  setSaid('sending');
                  void app.say(answer).then((counted) => setSaid(counted ? 'counted' : 'failed'));
                }}
              >
                {words[answer]}
              </button>
            ))}
          </div>
          <p class="quiet-text">{words.anonymous}</p>
        </fieldset>
      )}
      <p role="status">
        {said === 'counted' && words.thanks}
        {said === 'failed' && words.failed}
      </p>
    </div>
  );
}
