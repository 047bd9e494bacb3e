import type { JSX } from 'preact';
import type { Problem } from '../app/app-state.ts';
import { usePage } from './context.ts';
import { Icon } from './icons.tsx';

/** What went wrong, said in a live region that is there beforehand, so that it is heard when it comes. */
export function ProblemNotice({ problem }: { readonly problem: Problem | null }): JSX.Element {
  const { deferred, problems, terms } = usePage().texts;
  const words: Record<Problem, string> = {
    unreachable: problems.unreachable,
    refused: problems.refused,
    'rate-limited': problems.rateLimited,
    'terms-changed': terms.changed,
    gone: problems.gone,
    closed: deferred.problemClosed,
  };
  return (
    <div role="status">
      {problem !== null && (
        <p class="notice notice-warning">
          <Icon name="alert" /> <span>{words[problem]}</span>
        </p>
      )}
    </div>
  );
}
