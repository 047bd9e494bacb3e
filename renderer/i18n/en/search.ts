import { counted } from '../../format/plural.ts';
import type { Catalogue } from '../catalogue.ts';

export const search: Catalogue['search'] = {
  title: 'Search',
  line: 'Words or reference',
  period: 'Period',
  anyTime: 'Any date',
  periods: { 1: 'Last 24 hours', 7: 'Last 7 days', 30: 'Last 30 days' },
  disposition: 'Outcome',
  tag: 'Tag',
  officer: 'Officer',
  any: 'Any',
  anyOfficer: 'Any',
  begin:
    'Type a word or a reference, or choose a filter. The search covers this desk’s conversations, off line too.',
  busy: 'Searching…',
  none: 'Nothing found.',
  count: (count) => `${counted(count, 'en', 'result', 'results')}.`,
  more: (count) => `The latest ${count}; scroll down for more.`,
  partial: 'The search is still being prepared: some results may be missing.',
  failed: 'The search did not succeed; try again.',
  finds: 'Results',
  near: 'Similar spellings',
  keys: '↵ opens the first result · ↓ goes through the list · Esc closes',
};
