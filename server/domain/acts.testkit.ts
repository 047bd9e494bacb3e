import fc from 'fast-check';
import { newId } from '../../protocol/ids.ts';

/** A form of the site, for property tests. */
export const arbitraryRequest = fc.record({
  kind: fc.constant('open-request' as const),
  conversation: fc.constant(newId()),
  termsVersion: fc.constant('2026-11'),
  language: fc.constant('fr' as const),
  subject: fc.constant('SECRET subject'),
  form: fc.constant({ about: 'malfunction' as const, place: null }),
  text: fc.constantFrom('bonjour', 'Au secours', 'CANARY'),
  address: fc.option(fc.constant('canary@example.fr')),
  canMail: fc.boolean(),
});

/** A colleague to whom anything can be given that is not the supervisors'. */
export const READY = { online: true, available: true, hasRoom: true, supervisor: false } as const;
