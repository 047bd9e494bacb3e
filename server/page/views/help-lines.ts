import type { Topic } from '../../../protocol/emergency.ts';

/** The catalogue's help line for each topic, by its id there and its number. A test holds it to the catalogue. */
export const HELP_LINES: Readonly<Record<Topic, { readonly id: string; readonly phone: string }>> = {
  missing: { id: 'appel-116000', phone: '116 000' },
  suicide: { id: '3114', phone: '3114' },
  child: { id: 'appel-119', phone: '119' },
  partner: { id: '3919', phone: '3919' },
  online: { id: '3018', phone: '3018' },
};
