import { detectEmergency } from '../../protocol/emergency.ts';
import { isThere } from '../../protocol/head.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Act, ActKind, ActOf, Actor, Decision, Draft } from './acts.ts';
import { accepted, assignmentTo, byCitizen, byRelay, refused } from './acts.ts';
import { defer, mailOutcome } from './deferral.ts';
import { decideOfficerAct, type OfficerAct } from './officer-acts.ts';
import { isAwaited } from './queue.ts';
import { openRequest } from './requests.ts';

/** Entries kept free at a journal's end, so that a full conversation can still be handed over and closed. */
export const ROOM_KEPT = 100;

const WRITING: ReadonlySet<ActKind> = new Set<ActKind>([
  'citizen-message',
  'defer',
  'silence',
  'choose-phrase',
  'message',
  'warn',
  'question',
  'email',
  'note',
  'consult',
  'redirection',
  'station',
  'tags',
  'park',
  'resume',
  'flag-emergency',
]);

/** What takes a full conversation to its end by somebody's hand: into the last of the kept room. */
const HANDING: ReadonlySet<ActKind> = new Set<ActKind>([
  'take',
  'assign',
  'release',
  'distribute',
  'subject',
]);

/** What still works when even the kept room is used up: what ends a conversation, and the relay's duties. */
const ENDING: ReadonlySet<ActKind> = new Set<ActKind>([
  'leave',
  'close',
  'block',
  'acknowledge-emergency',
  'silent',
  'hand-over',
  'hand-back',
  'mail-outcome',
]);

const AFTER_CLOSURE: ReadonlySet<ActKind> = new Set<ActKind>(['reveal', 'export', 'unblock']);

/** J2: who looked at what is masked, what left as a copy, what was lifted, and an answer that came back (W5). */
function mayFollowClosure(act: Act): boolean {
  return AFTER_CLOSURE.has(act.kind) || (act.kind === 'mail-outcome' && act.outcome === 'returned');
}

/** Whether somebody is there to be answered, and its journal has room for whoever takes it: what the queue hands out. */
export function isToBeTaken(state: ConversationState): boolean {
  return isThere(state) && !isFull(state, 'take');
}

/** Whether a journal has no room left for such an act (rule B1). */
function isFull(state: Pick<ConversationState, 'lastSeq' | 'subject'>, kind: ActKind): boolean {
  const left = LIMITS.entriesPerConversation - state.lastSeq;
  if (WRITING.has(kind)) return left <= ROOM_KEPT;
  // Without a subject nobody could close it (G6).
  if (ENDING.has(kind) || (kind === 'subject' && state.subject === null)) return false;
  return left <= (HANDING.has(kind) ? 0 : ROOM_KEPT / 2);
}

/**
 * What an act becomes: the bodies of the entries that follow, or why not. Pure; `state` is null for a
 * conversation that does not exist yet. The state machine is drawn in docs/architecture.md.
 */
export function decide(state: ConversationState | null, act: Act, actor: Actor): Decision {
  if (act.kind === 'open') return state === null ? open(act, actor) : refused('id-reused');
  if (act.kind === 'open-request') {
    if (state !== null) return refused('id-reused');
    return openRequest(act, actor, emergencyDrafts('none', act.text));
  }
  if (state === null) return refused('not-found');
  if (state.status === 'closed' && !mayFollowClosure(act)) return refused('conversation-closed');
  if (isFull(state, act.kind)) return refused('conversation-full');
  switch (act.kind) {
    case 'citizen-message':
    case 'defer':
    case 'silence':
    case 'choose-phrase':
    case 'return':
    case 'leave':
      return actor.role === 'citizen' ? citizenAct(state, act) : refused('forbidden');
    case 'silent':
    case 'mail-outcome':
    case 'distribute':
      return actor.role === 'relay' ? relayAct(state, act) : refused('forbidden');
    case 'hand-back':
      return actor.role === 'relay' ? takeBack(state, act) : officerAct(state, act, actor);
    default:
      return officerAct(state, act, actor);
  }
}

function open(act: ActOf<'open'>, actor: Actor): Decision {
  if (actor.role !== 'citizen') return refused('forbidden');
  const { termsVersion, language, subject, orientation: path } = act;
  return accepted(
    byCitizen({ kind: 'opened', termsVersion, language, subject }),
    ...(path === undefined ? [] : [byCitizen({ kind: 'orientation', path })]),
    ...emergencyDrafts('none', subject ?? ''),
  );
}

/** M1: once while flagged; anew when it was acknowledged and shows again. */
function emergencyDrafts(emergency: ConversationState['emergency'], text: string): Draft[] {
  if (emergency === 'flagged') return [];
  const rules = rulesOf(text);
  return rules.length === 0 ? [] : [byRelay({ kind: 'emergency', rules: [...rules] })];
}

/** M1: detection never blocks a message, not even by a fault of its own. */
function rulesOf(text: string): readonly string[] {
  try {
    return detectEmergency(text);
  } catch {
    return [];
  }
}

type CitizenAct = ActOf<'citizen-message' | 'defer' | 'silence' | 'choose-phrase' | 'return' | 'leave'>;

function citizenAct(state: ConversationState, act: CitizenAct): Decision {
  if (act.kind === 'return') return comeBack(state);
  // Whoever left is gone: for their page the conversation is over, whatever the officer still does.
  if (state.left !== null) return refused('conversation-closed');
  if (act.kind === 'defer') return defer(state, act, emergencyDrafts(state.emergency, act.text ?? ''));
  if (act.kind === 'citizen-message') {
    // Nobody is at the other end of the page any more: what is written there would wait unread.
    if (state.deferral !== null) return refused('conversation-closed');
    return accepted(
      byCitizen({ kind: 'message', text: act.text }),
      ...emergencyDrafts(state.emergency, act.text),
    );
  }
  if (act.kind === 'leave') {
    // With a phrase to come back by, a quick exit gives up neither conversation nor place (rule S4).
    const staysOpen = act.manner === 'quick-exit' && state.mayReturn;
    const end = staysOpen ? [] : abandonment(state);
    return accepted(byCitizen({ kind: 'departure', manner: act.manner }), ...end);
  }
  if (state.deferral !== null) return refused('wrong-state');
  if (act.kind === 'choose-phrase') return accepted(byCitizen({ kind: 'return-phrase' }));
  if (state.silent === act.on) return refused('wrong-state');
  return accepted(byCitizen({ kind: 'silence', on: act.on }));
}

/** Only after a quick exit, or from another device: whoever ended it has ended it. */
function comeBack(state: ConversationState): Decision {
  const away = state.left === null || state.left === 'quick-exit';
  if (!state.mayReturn || !away || state.deferral !== null) return refused('conversation-closed');
  return accepted(byCitizen({ kind: 'return' }));
}

/**
 * A conversation nobody holds ends with its citizen's departure, unless an emergency is flagged: then it
 * stays in the queue, because somebody who writes "he is going to kill me" and vanishes must be seen by an
 * officer. A held one is its holder's to close.
 */
function abandonment(state: ConversationState): Draft[] {
  if (state.status !== 'waiting' || state.emergency === 'flagged') return [];
  return [byRelay({ kind: 'closure', disposition: 'abandoned', comment: null })];
}

/**
 * Whether long silence ends the wait. Not under a flagged emergency: somebody in danger with a bad network
 * keeps the place, and is heard when the wire comes back.
 */
export function mayFallSilent(state: ConversationState): boolean {
  const gone = state.left === null || isAwaited(state);
  return state.status === 'waiting' && gone && state.emergency !== 'flagged';
}

function officerAct(state: ConversationState, act: OfficerAct, actor: Actor): Decision {
  return actor.role === 'officer' ? decideOfficerAct(state, act, actor) : refused('forbidden');
}

/** Q3: whoever holds it is not there to say so. Q7: they gave no sign of an emergency. */
function takeBack(state: ConversationState, { reason, note }: ActOf<'hand-back'>): Decision {
  if (state.holder === null || (reason === 'unheard' && state.unheardSince === null)) {
    return refused('wrong-state');
  }
  return accepted(byRelay({ kind: 'release', reason, note }));
}

function relayAct(
  state: ConversationState,
  act: ActOf<'silent'> | ActOf<'mail-outcome'> | ActOf<'distribute'>,
): Decision {
  switch (act.kind) {
    case 'mail-outcome':
      return mailOutcome(state, act);
    case 'silent':
      if (!mayFallSilent(state)) return refused('wrong-state');
      if (state.left !== null) {
        return accepted(byRelay({ kind: 'closure', disposition: 'abandoned', comment: null }));
      }
      return accepted(byRelay({ kind: 'departure', manner: 'silent' }), ...abandonment(state));
    case 'distribute':
      if (state.status !== 'waiting') return refused('wrong-state');
      return accepted(byRelay(assignmentTo(act.to, 'distributed', null)));
  }
}
