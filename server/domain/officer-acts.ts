import type { EntryBody } from '../../protocol/entry.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { block, warn } from './abuse.ts';
import type { Act, ActKind, ActOf, Actor, Decision } from './acts.ts';
import { accepted, assignmentTo, byOfficer, refused, saidBy } from './acts.ts';
import { email, mailIsQueued } from './deferral.ts';
import { isAwaited } from './queue.ts';
import { didHold, didLeave, isConsulted, isForSupervisors, mayRead } from './reading.ts';

type Officer = Extract<Actor, { role: 'officer' }>;

export type OfficerAct = Exclude<
  Act,
  {
    kind:
      | 'open'
      | 'open-request'
      | 'citizen-message'
      | 'defer'
      | 'silence'
      | 'choose-phrase'
      | 'return'
      | 'leave'
      | 'silent'
      | 'mail-outcome'
      | 'distribute';
  }
>;

/** Who may ask for what: only the holder writes to the citizen (L1); a supervisor assigns and closes any (L2). */
type Right =
  | 'anyone'
  | 'holder'
  | 'holder-or-supervisor'
  | 'note-writer'
  | 'anyone-while-waiting'
  | 'looker'
  | 'supervisor';

const RIGHTS: Readonly<Record<OfficerAct['kind'], Right>> = {
  take: 'anyone',
  message: 'holder',
  email: 'holder',
  question: 'holder',
  note: 'note-writer',
  redirection: 'holder',
  station: 'holder',
  subject: 'holder-or-supervisor',
  tags: 'holder-or-supervisor',
  park: 'holder',
  resume: 'holder',
  release: 'holder',
  transfer: 'holder-or-supervisor',
  consult: 'holder-or-supervisor',
  'hand-over': 'holder',
  'hand-back': 'holder',
  assign: 'holder-or-supervisor',
  close: 'holder-or-supervisor',
  // Whoever reads the queue and sees danger may say so at once.
  'flag-emergency': 'anyone-while-waiting',
  'acknowledge-emergency': 'holder-or-supervisor',
  reveal: 'looker',
  export: 'supervisor',
  unblock: 'supervisor',
  warn: 'holder',
  block: 'holder-or-supervisor',
};

function isHolder(state: ConversationState, officer: Officer): boolean {
  return state.holder?.officer === officer.officer;
}

function mayAsk(state: ConversationState, kind: OfficerAct['kind'], officer: Officer): boolean {
  switch (RIGHTS[kind]) {
    case 'anyone':
      return true;
    case 'holder':
      return isHolder(state, officer);
    case 'holder-or-supervisor':
      return officer.supervisor || isHolder(state, officer);
    case 'note-writer':
      return (
        officer.supervisor ||
        isHolder(state, officer) ||
        isConsulted(officer, state) ||
        didLeave(officer, state)
      );
    case 'anyone-while-waiting':
      return (
        officer.supervisor || isHolder(state, officer) || isConsulted(officer, state) || isForAnyone(state)
      );
    case 'supervisor':
      return officer.supervisor;
    case 'looker':
      // They looked while it was theirs, out of the relay's reach: it is noted, whoever has it by now.
      return mayRead(officer, state) || didHold(officer, state);
  }
}

/** What waits for an officer, in the queue or for an answer by e-mail: any of them may read it and take it. */
function isForAnyone(state: ConversationState): boolean {
  return state.status === 'waiting' || state.status === 'deferred';
}

/** Of a request: neither a supervisor, nor in whose hands it is. A look is judged by who reads it, as any. */
function isForOthers(state: ConversationState, { kind }: OfficerAct, officer: Officer): boolean {
  return kind !== 'reveal' && isForSupervisors(state) && !officer.supervisor && !isHolder(state, officer);
}

/** Gone, or never there: answered by e-mail, if at all. */
function nobodyListens({ left, deferral, form }: ConversationState): boolean {
  return left !== null || deferral !== null || form !== null;
}

/** After a departure there is nobody to read what an officer writes; after a quick exit it would be a danger. */
const REACHES_OUT: ReadonlySet<ActKind> = new Set<ActKind>([
  'message',
  'warn',
  'question',
  'redirection',
  'station',
  'park',
]);

/** Whoever may come back can be waited for: parking is no reaching out then (rule S4). */
function isOutOfReach(state: ConversationState, kind: ActKind): boolean {
  if (kind === 'park' && isAwaited(state)) return false;
  return nobodyListens(state) && REACHES_OUT.has(kind);
}

/** Decides an officer's command on an open conversation. Rules A1, L1, L2, Q2, Q4. */
export function decideOfficerAct(state: ConversationState, act: OfficerAct, officer: Officer): Decision {
  if (isForOthers(state, act, officer)) return refused('forbidden');
  if (!mayAsk(state, act.kind, officer))
    return refused(RIGHTS[act.kind] === 'supervisor' ? 'forbidden' : 'not-holder');
  if (isOutOfReach(state, act.kind)) return refused('wrong-state');
  switch (act.kind) {
    case 'take':
      return take(state, act, officer);
    case 'assign':
      return assign(state, act, officer);
    case 'close':
      return close(state, act, officer);
    case 'email':
      return email(state, act, officer);
    case 'question':
      return says(officer, { kind: 'question', ...act.asked });
    case 'release':
    case 'transfer':
      return release(state, act, officer);
    case 'consult':
      return consult(state, act, officer);
    case 'hand-over':
      return handOver(act, officer);
    case 'hand-back':
      return says(officer, { kind: 'release', reason: act.reason, note: act.note });
    case 'warn':
      return warn(act, officer);
    case 'block':
      return block(state, act, officer);
    case 'unblock':
      return says(officer, { kind: 'unblocked', reason: act.reason });
    case 'export':
      return says(officer, { kind: 'exported', reason: act.reason });
    case 'message':
      return saidBy(officer, { kind: 'message', text: act.text }, act.carries);
    case 'park':
    case 'resume':
      return parking(state, act.kind === 'park', officer);
    case 'flag-emergency':
      if (state.emergency === 'flagged') return refused('wrong-state');
      return says(officer, { kind: 'emergency', rules: [] });
    case 'acknowledge-emergency':
      if (state.emergency !== 'flagged') return refused('wrong-state');
      return says(
        officer,
        act.done === undefined
          ? { kind: 'emergency-acknowledged' }
          : { kind: 'emergency-acknowledged', done: act.done },
      );
    default:
      return says(officer, act);
  }
}

function says(officer: Officer, body: EntryBody): Decision {
  return accepted(byOfficer(officer, body));
}

/** With the conversation goes the address (rule W4): just before, because nothing follows a closure (J2). */
function close(state: ConversationState, act: ActOf<'close'>, officer: Officer): Decision {
  // An emergency is never closed unseen.
  if (state.emergency === 'flagged') return refused('emergency-unacknowledged');
  // Its outcome must still find a journal to stand in.
  if (mailIsQueued(state)) return refused('mail-pending');
  // G6: what it was about is said before it ends.
  if (state.subject === null) return refused('subject-missing');
  const { disposition, comment, abuse } = act;
  // V7: called abusive, it says why, in a word of the list and in the officer's own.
  if (disposition === 'abusive' && (abuse === undefined || comment === null))
    return refused('reason-missing');
  const why = disposition === 'abusive' && abuse !== undefined ? { abuse } : {};
  const closure = byOfficer(officer, { kind: 'closure', disposition, comment, ...why });
  if (state.deferral?.address !== true) return accepted(closure);
  return accepted(byOfficer(officer, { kind: 'address-destroyed' }), closure);
}

function take(state: ConversationState, act: ActOf<'take'>, officer: Officer): Decision {
  if (isHolder(state, officer)) return refused('wrong-state');
  // Q2: of two who take at once, the second finds it held.
  if (!isForAnyone(state)) return refused('already-taken');
  // G2: a supervisor may, and an emergency waits for nobody in particular.
  if (act.forOthers && !officer.supervisor) return refused('for-group');
  // A request is no chat: nobody waits for its next line, and it counts in no load. Danger waits for nobody's load (Q4).
  if (!act.hasRoom && state.form === null && state.emergency === 'none') return refused('at-capacity');
  return says(officer, assignmentTo(officer, 'taken', null));
}

/** Back to the queue: for anybody, or for a group first (rule G1). */
function release(
  state: ConversationState,
  act: ActOf<'release'> | ActOf<'transfer'>,
  officer: Officer,
): Decision {
  // Nobody waits behind a departure: it is closed with a disposition, not queued again. A deferred answer is
  // still owed, whoever closed their page.
  if (state.left !== null && state.deferral === null) return refused('wrong-state');
  const { note } = act;
  // D6: a request is the supervisors', whoever knows its subject.
  if (act.kind === 'transfer' && state.form !== null) return refused('wrong-state');
  if (act.kind === 'release') return says(officer, { kind: 'release', reason: 'returned', note });
  return says(officer, { kind: 'release', reason: 'transferred', note, group: act.group });
}

/** G3: the colleague reads and writes notes from now on, or no more. */
function consult(state: ConversationState, act: ActOf<'consult'>, officer: Officer): Decision {
  const { officer: id, rank, alias, online, supervisor } = act.colleague;
  const already = isConsulted({ officer: id }, state);
  if (act.asked === already || state.holder === null || state.holder.officer === id) {
    return refused('wrong-state');
  }
  const allowed = supervisor || !isForSupervisors(state);
  if (act.asked && !(online && allowed)) return refused('not-available');
  if (act.asked && state.consulted.length >= LIMITS.consultedPerConversation) return refused('too-large');
  const colleague = { officer: id, rank, alias };
  return says(officer, { kind: 'consultation', colleague, asked: act.asked, note: act.note });
}

/** Q5. Also of a conversation that its citizen left: whoever gets it closes it with a disposition. */
function handOver(act: ActOf<'hand-over'>, officer: Officer): Decision {
  const { to, note } = act;
  if (to === null) {
    return says(officer, { kind: 'release', reason: 'handed-over', note, needs: 'supervisor' });
  }
  return says(officer, assignmentTo(to, 'handed-over', note));
}

function assign(state: ConversationState, act: ActOf<'assign'>, officer: Officer): Decision {
  const { to, note } = act;
  if (state.holder?.officer === to.officer) return refused('wrong-state');
  if (!to.online || (isForSupervisors(state) && !to.supervisor)) return refused('not-available');
  if (isHolder(state, officer) && !officer.supervisor) {
    if (!to.available) return refused('not-available');
    if (!to.hasRoom) return refused('at-capacity');
  }
  // Q4: a supervisor may go beyond a colleague's capacity or break; the journal shows whose decision it was.
  const reason = isHolder(state, officer) ? 'transferred' : 'assigned';
  return says(officer, assignmentTo(to, reason, note));
}

function parking(state: ConversationState, parked: boolean, officer: Officer): Decision {
  if (state.status !== (parked ? 'active' : 'parked')) return refused('wrong-state');
  return says(officer, { kind: 'parking', parked });
}
