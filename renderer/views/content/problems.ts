import type { ContentProblem } from '../../../protocol/content-rules.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';

/** What is wrong, as a sentence that says what to do. */
export function problemText(
  { field, problem, detail }: ContentProblem,
  { problems }: Catalogue['editing'],
): string {
  switch (problem) {
    case 'malformed':
      return problems.malformed[field] ?? problems.malformed['other'] ?? '';
    case 'taken':
    case 'unknown-variable':
    case 'no-fallback':
    case 'unknown-platform':
    case 'in-use':
      return problems[problem](detail);
    default:
      return problems[problem];
  }
}
