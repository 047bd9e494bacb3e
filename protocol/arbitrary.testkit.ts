/** Generators of valid protocol values for property tests (fast-check), shared by every room's tests. */
import fc from 'fast-check';
import { ABUSE_REASONS, BLOCK_HOURS, BlockTarget } from './abuse.ts';
import { MAIL_OUTCOMES } from './deferral.ts';
import {
  AssignReason,
  DISPOSITIONS,
  EMERGENCY_ACTIONS,
  type Entry,
  type EntryBody,
  ReleaseReason,
} from './entry.ts';
import { newId } from './ids.ts';
import { CITIZEN_LANGUAGES } from './language.ts';
import { PERSONAL_KINDS } from './personal.ts';
import type { Platform } from './platform.ts';
import { exampleStation } from './station.testkit.ts';

export const arbitraryId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
});

export const arbitraryText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter((text) => /\S/u.test(text));

const arbitraryName = fc.constantFrom('Camille', 'Dominique', 'Sacha', 'Alix');
const arbitraryOfficer = fc.record({
  officer: arbitraryId,
  rank: fc.constantFrom('Gardien de la paix', 'Brigadier-chef'),
  alias: arbitraryName,
});

export const examplePlatform: Platform = {
  id: 'thesee',
  kind: 'cyber',
  nameFr: 'THESEE',
  nameEn: 'THESEE',
  url: 'https://www.service-public.gouv.fr/',
  phone: null,
  purposeFr: 'Porter plainte en ligne pour une escroquerie sur Internet.',
  purposeEn: 'File a complaint for an online fraud.',
  audience: 'Tout public',
  hours: '24 h/24',
  source: 'test',
  checked: 'sourced',
};

/** Every kind of body there is: a kind added to the contract and not here fails to compile. */
const BODIES: { readonly [Kind in EntryBody['kind']]: fc.Arbitrary<Extract<EntryBody, { kind: Kind }>> } = {
  opened: fc
    .record({
      kind: fc.constant('opened' as const),
      termsVersion: fc.constant('2026-11'),
      language: fc.constantFrom(...CITIZEN_LANGUAGES),
      subject: fc.option(fc.constantFrom('Vol', 'Bruit')),
    })
    .chain((body) =>
      fc.constantFrom(
        body,
        { ...body, form: { about: 'malfunction' as const, place: 'Centre d’aide' } },
        { ...body, form: { about: 'rights' as const, right: 'access' as const, concerns: 'C-1234' } },
      ),
    ),
  message: fc.record({ kind: fc.constant('message' as const), text: arbitraryText }),
  note: fc.record({ kind: fc.constant('note' as const), text: arbitraryText }),
  redirection: fc.constant({ kind: 'redirection' as const, platform: examplePlatform }),
  station: fc.constant({ kind: 'station' as const, station: exampleStation }),
  assignment: fc.record({
    kind: fc.constant('assignment' as const),
    to: arbitraryOfficer,
    reason: fc.constantFrom(...AssignReason.options),
    note: fc.option(arbitraryText),
  }),
  release: fc
    .record({
      kind: fc.constant('release' as const),
      reason: fc.constantFrom(...ReleaseReason.options),
      note: fc.option(arbitraryText),
    })
    .chain((body) => fc.constantFrom(body, { ...body, needs: 'supervisor' as const })),
  consultation: fc.record({
    kind: fc.constant('consultation' as const),
    colleague: arbitraryOfficer,
    asked: fc.boolean(),
    note: fc.option(arbitraryText),
  }),
  parking: fc.record({ kind: fc.constant('parking' as const), parked: fc.boolean() }),
  subject: fc.record({ kind: fc.constant('subject' as const), subject: fc.constantFrom('Vol', 'Bruit') }),
  tags: fc.record({
    kind: fc.constant('tags' as const),
    tags: fc.array(fc.constantFrom('vélo', 'mineur'), { maxLength: 3 }),
  }),
  emergency: fc.record({
    kind: fc.constant('emergency' as const),
    rules: fc.array(fc.constantFrom('weapon', 'fire'), { maxLength: 2 }),
  }),
  'emergency-acknowledged': fc.constantFrom(
    { kind: 'emergency-acknowledged' as const },
    ...EMERGENCY_ACTIONS.map((done) => ({ kind: 'emergency-acknowledged' as const, done })),
  ),
  departure: fc.record({
    kind: fc.constant('departure' as const),
    manner: fc.constantFrom('ended' as const, 'quick-exit' as const),
  }),
  deferral: fc.constant({ kind: 'deferral' as const }),
  email: fc.record({ kind: fc.constant('email' as const), text: arbitraryText }),
  'email-outcome': fc.record({
    kind: fc.constant('email-outcome' as const),
    email: arbitraryId,
    outcome: fc.constantFrom(...MAIL_OUTCOMES),
    reason: fc.option(fc.constantFrom('mailbox' as const, 'busy' as const)),
  }),
  'address-destroyed': fc.constant({ kind: 'address-destroyed' as const }),
  orientation: fc.constant({ kind: 'orientation' as const, path: ['Vol', 'Un vélo'] }),
  'return-phrase': fc.constant({ kind: 'return-phrase' as const }),
  return: fc.constant({ kind: 'return' as const }),
  silence: fc.record({ kind: fc.constant('silence' as const), on: fc.boolean() }),
  question: fc.constant({
    kind: 'question' as const,
    question: 'arme',
    text: 'Y a-t-il une arme ?',
    answers: [
      { label: 'Oui', says: 'Oui, il y a une arme.' },
      { label: 'Non', says: 'Non, il n’y a pas d’arme.' },
    ],
  }),
  reveal: fc.record({
    kind: fc.constant('reveal' as const),
    message: arbitraryId,
    item: fc.constantFrom(...PERSONAL_KINDS),
    position: fc.nat({ max: 20 }),
  }),
  warned: fc.constant({ kind: 'warned' as const }),
  blocked: fc.record({
    kind: fc.constant('blocked' as const),
    what: fc.constantFrom(...BlockTarget.options),
    hours: fc.constantFrom(...BLOCK_HOURS),
    reason: fc.constantFrom(...ABUSE_REASONS),
  }),
  unblocked: fc.constant({ kind: 'unblocked' as const }),
  exported: fc.record({
    kind: fc.constant('exported' as const),
    reason: fc.constantFrom('REQ-2026-014', 'DPO/7'),
  }),
  carried: fc.record({
    kind: fc.constant('carried' as const),
    items: fc.constantFrom(['phone' as const], ['card' as const, 'email' as const]),
  }),
  closure: fc.record({
    kind: fc.constant('closure' as const),
    disposition: fc.constantFrom(...DISPOSITIONS),
    comment: fc.option(arbitraryText),
  }),
};

export const arbitraryBody: fc.Arbitrary<EntryBody> = fc.oneof(...Object.values(BODIES));

const arbitraryAuthor = fc.oneof(
  fc.constant({ role: 'citizen' as const }),
  fc.constant({ role: 'relay' as const }),
  arbitraryOfficer.map((officer) => ({ role: 'officer' as const, ...officer })),
);

/** Any single entry; its place in a journal is not meaningful. */
export const arbitraryEntry: fc.Arbitrary<Entry> = fc.record({
  conversation: arbitraryId,
  seq: fc.integer({ min: 1, max: 5000 }),
  id: arbitraryId,
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  author: arbitraryAuthor,
  body: arbitraryBody,
});

/** A whole journal: `opened`, then any bodies, numbered from 1. */
export const arbitraryJournal: fc.Arbitrary<Entry[]> = fc
  .tuple(BODIES.opened, fc.array(fc.tuple(arbitraryAuthor, arbitraryBody), { maxLength: 30 }))
  .map(([opened, rest]) => {
    const conversation = newId();
    const first: Entry = {
      conversation,
      seq: 1,
      id: newId(),
      at: 1_000,
      author: { role: 'citizen' },
      body: opened,
    };
    return [
      first,
      ...rest.map(
        ([author, body], index): Entry => ({
          conversation,
          seq: index + 2,
          id: newId(),
          at: 2_000 + index,
          author,
          body,
        }),
      ),
    ];
  });
