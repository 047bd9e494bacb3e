import type { JSX } from 'preact';
import type { Topic } from '../../../protocol/emergency.ts';
import { contactNumbers } from '../../../protocol/numbers.ts';
import { usePage } from './context.ts';
import { HELP_LINES } from './help-lines.ts';

/** The help lines for what was written: numbers to have at hand, beside the talk and quieter than an emergency. */
export function HelpLinesCard({
  topics,
  onHide,
}: {
  readonly topics: readonly Topic[];
  readonly onHide: () => void;
}): JSX.Element {
  const { helpLines } = usePage().texts;
  return (
    <div role="status">
      {topics.length > 0 && (
        <section class="help-lines" aria-label={helpLines.title}>
          <ul>
            {topics.map((topic) =>
              contactNumbers(HELP_LINES[topic].phone).map(({ href, shown }) => (
                <li key={href}>
                  <a href={href} dir="ltr">
                    {shown}
                  </a>
                  <span>{helpLines[topic]}</span>
                </li>
              )),
            )}
          </ul>
          <button type="button" class="quiet" onClick={onHide}>
            {helpLines.hide}
          </button>
        </section>
      )}
    </div>
  );
}
