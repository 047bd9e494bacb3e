/** People and acts for tests of the domain. */
import fc from 'fast-check';
import { examplePlatform } from '../../protocol/arbitrary.testkit.ts';
import { newId } from '../../protocol/ids.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import type { Act, ActKind, Actor, Target } from './acts.ts';

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

export const conversation = newId();
export const citizen: Actor = { role: 'citizen' };
export const relay: Actor = { role: 'relay' };

export function officer(alias: string, supervisor = false): Extract<Actor, { role: 'officer' }> {
  return { role: 'officer', officer: newId(), rank: 'Brigadier', alias, supervisor };
}

export const alix = officer('Alix');
export const sacha = officer('Sacha');
export const chief = officer('Dominique', true);

export function target(of: typeof alix, stands: Partial<Target> = {}): Target {
  const { officer: id, rank, alias } = of;
  return { officer: id, rank, alias, ...READY, ...stands };
}

export const opening: Act = {
  kind: 'open',
  conversation,
  termsVersion: '2026-11',
  language: 'fr',
  subject: 'Bruit',
};

export const officers = [alix, sacha, chief];
export const someone = fc.constantFrom(citizen, relay, ...officers);
const words = fc.constantFrom('bonjour', 'Au secours', 'merci', 'CANARY');
const someTarget = fc
  .tuple(fc.constantFrom(...officers), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([of, online, available, hasRoom]) => target(of, { online, available, hasRoom }));

const YES = { label: 'Oui', says: 'Oui, une arme.' };
const NO = { label: 'Non', says: 'Non, aucune arme.' };

/** Every kind of act there is: one that is added and not here fails to compile. */
const ACTS: { readonly [Kind in ActKind]: fc.Arbitrary<Extract<Act, { kind: Kind }>> } = {
  open: fc.constant(opening),
  'open-request': arbitraryRequest,
  'choose-phrase': fc.constant({ kind: 'choose-phrase' as const, hash: 'SECRET hash' }),
  return: fc.constant({ kind: 'return' as const, session: 'SECRET session' }),
  'citizen-message': fc.record({ kind: fc.constant('citizen-message' as const), text: words }),
  defer: fc.record({
    kind: fc.constant('defer' as const),
    address: fc.constant('canary@example.fr'),
    text: fc.option(words),
    canMail: fc.boolean(),
  }),
  silence: fc.record({ kind: fc.constant('silence' as const), on: fc.boolean() }),
  question: fc.constant({
    kind: 'question' as const,
    asked: { question: 'arme', text: 'Une arme ?', answers: [YES, NO] },
  }),
  email: fc.record({ kind: fc.constant('email' as const), text: words, canMail: fc.boolean() }),
  'mail-outcome': fc.record({
    kind: fc.constant('mail-outcome' as const),
    email: fc.constant(newId()),
    outcome: fc.constantFrom('accepted' as const, 'bounced' as const, 'returned' as const),
    reason: fc.constant(null),
  }),
  leave: fc.record({
    kind: fc.constant('leave' as const),
    manner: fc.constantFrom('ended' as const, 'quick-exit' as const),
  }),
  take: fc.record({
    kind: fc.constant('take' as const),
    hasRoom: fc.boolean(),
    forOthers: fc.boolean(),
  }),
  message: fc.record({ kind: fc.constant('message' as const), text: words }),
  warn: fc.constant({ kind: 'warn' as const, text: 'Ceci est un avertissement.' }),
  block: fc.constant({
    ...{ kind: 'block' as const, what: 'session' as const, hours: 24 as const },
    ...{ reason: 'insults' as const, comment: 'SECRET block' },
  }),
  unblock: fc.constant({ kind: 'unblock' as const, reason: 'mistake' as const }),
  export: fc.constant({ kind: 'export' as const, reason: 'REQ-2026-014' }),
  reveal: fc.constant({ kind: 'reveal' as const, message: newId(), item: 'phone' as const, position: 0 }),
  note: fc.record({ kind: fc.constant('note' as const), text: fc.constant('SECRET note') }),
  redirection: fc.constant({ kind: 'redirection' as const, platform: examplePlatform }),
  station: fc.constant({ kind: 'station' as const, station: exampleStation }),
  subject: fc.constant({ kind: 'subject' as const, subject: 'SECRET subject' }),
  tags: fc.constant({ kind: 'tags' as const, tags: ['SECRET tag'] }),
  park: fc.constant({ kind: 'park' as const }),
  resume: fc.constant({ kind: 'resume' as const }),
  release: fc.constant({ kind: 'release' as const, note: 'SECRET release' }),
  transfer: fc.constant({
    kind: 'transfer' as const,
    group: { group: newId(), name: 'SECRET group', until: 5_000 },
    note: 'SECRET transfer',
  }),
  consult: fc.record({
    kind: fc.constant('consult' as const),
    colleague: someTarget,
    asked: fc.boolean(),
    note: fc.constant('SECRET consult'),
  }),
  assign: fc.record({
    kind: fc.constant('assign' as const),
    to: someTarget,
    note: fc.constant('SECRET assign'),
  }),
  close: fc.constant({ kind: 'close' as const, disposition: 'answered' as const, comment: 'SECRET close' }),
  'hand-over': fc.record({
    kind: fc.constant('hand-over' as const),
    to: fc.option(someTarget),
    note: fc.constant('SECRET relief'),
  }),
  'hand-back': fc.record({
    kind: fc.constant('hand-back' as const),
    reason: fc.constantFrom(
      'handed-over' as const,
      'shift-ended' as const,
      'desk-lost' as const,
      'unheard' as const,
    ),
    note: fc.constant('SECRET shift'),
  }),
  'flag-emergency': fc.constant({ kind: 'flag-emergency' as const }),
  'acknowledge-emergency': fc.constant({ kind: 'acknowledge-emergency' as const }),
  silent: fc.constant({ kind: 'silent' as const }),
  distribute: fc.record({
    kind: fc.constant('distribute' as const),
    to: fc.constantFrom(...officers.map(({ officer: id, rank, alias }) => ({ officer: id, rank, alias }))),
  }),
};
/** Closing acts are rarer, so that runs become long. */
export const anyAct = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(ACTS['citizen-message'], ACTS.message, ACTS.take, ACTS['hand-back']) },
  { weight: 5, arbitrary: fc.oneof(...Object.values(ACTS)) },
);
