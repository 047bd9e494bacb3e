import type { RequestKind, Right } from '../../../protocol/request.ts';
import { counted } from '../../format/plural.ts';
import type { requests as french } from '../fr/requests.ts';

const rights: Record<Right, string> = {
  access: 'right of access',
  rectification: 'right to rectification',
  limitation: 'right to restriction',
  erasure: 'right to erasure',
  opposition: 'right to object',
};

const kinds: Record<RequestKind, string> = { malfunction: 'Malfunction', rights: 'Rights' };

export const requests: typeof french = {
  title: 'Requests',
  count: (count) => counted(count, 'en', 'request to handle', 'requests to handle'),
  empty: 'No request is to be handled.',
  age: 'received',
  kinds,
  states: { new: 'New', returned: 'Answer not delivered', 'in-hand': 'In hand', answered: 'Handled' },
  nobody: '–',
  due: (day) => `before ${day}`,
  arrived: (kind, reference) => `New request ${reference}: ${kinds[kind]}.`,
  show: 'Show',
  columns: { kind: 'About', age: 'Received', who: 'By', due: 'Answer' },
  noAddress:
    'No address was left: this person cannot be reached. Handle the request, note what was done, then close it.',
  take: 'Take this request to answer or close it.',
  release: {
    title: (reference) => `Give ${reference} back to the requests`,
    text: 'Another supervisor can take it.',
    submit: 'Give back to the requests',
  },
  entry: {
    malfunction: (place) =>
      place === null
        ? 'Malfunction reported through the site'
        : `Malfunction reported through the site, page: “${place}”`,
    rights: (right, concerns) =>
      concerns === null
        ? `Request through the site: ${rights[right]}, without a conversation’s reference`
        : `Request through the site: ${rights[right]}, conversation ${concerns} (to be checked)`,
  },
  satisfaction: {
    title: '“Did you get what you needed?”',
    today: 'Satisfaction, today',
    week: 'last 7 days',
    yes: 'yes',
    partly: 'in part',
    no: 'no',
  },
};
