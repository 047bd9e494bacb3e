import type { EntryBody } from '../../protocol/entry.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import type { Act, ActKind, ActOf, Actor, Decision } from './acts.ts';
import { accepted, assignmentTo, byOfficer, refused } from './acts.ts';

type Officer = Extract<Actor, { role: 'officer' }>;

export type OfficerAct = Exclude<
  Act,
  { kind: 'open' | 'citizen-message' | 'leave' | 'give-back' | 'silent' | 'distribute' }
>;

/** Who may ask for what: only the holder writes to the citizen (L1); a supervisor assigns and closes any (L2). */
type Right = 'anyone' | 'holder' | 'holder-or-supervisor' | 'anyone-while-waiting';

const RIGHTS: Readonly<Record<OfficerAct['kind'], Right>> = {
  take: 'anyone',
  message: 'holder',
  note: 'holder-or-supervisor',
  redirection: 'holder',
  subject: 'holder-or-supervisor',
  tags: 'holder-or-supervisor',
  park: 'holder',
  resume: 'holder',
  release: 'holder',
  'hand-over': 'holder',
  'hand-back': 'holder',
  assign: 'holder-or-supervisor',
  close: 'holder-or-supervisor',
  // Whoever reads the queue and sees danger may say so at once.
  'flag-emergency': 'anyone-while-waiting',
  'acknowledge-emergency': 'holder-or-supervisor',
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
    case 'anyone-while-waiting':
      return officer.supervisor || isHolder(state, officer) || state.status === 'waiting';
  }
}

/** After a departure there is nobody to read what an officer writes; after a quick exit it would be a danger. */
const REACHES_OUT: ReadonlySet<ActKind> = new Set<ActKind>(['message', 'redirection', 'park']);

/** Decides an officer's command on an open conversation. Rules A1, L1, L2, Q2, Q4. */
export function decideOfficerAct(state: ConversationState, act: OfficerAct, officer: Officer): Decision {
  if (!mayAsk(state, act.kind, officer)) return refused('not-holder');
  if (state.left !== null && REACHES_OUT.has(act.kind)) return refused('wrong-state');
  switch (act.kind) {
    case 'take':
      return take(state, act, officer);
    case 'assign':
      return assign(state, act, officer);
    case 'close':
      // An emergency is never closed unseen.
      if (state.emergency === 'flagged') return refused('emergency-unacknowledged');
      return says(officer, { kind: 'closure', disposition: act.disposition, comment: act.comment });
    case 'release':
      // Nobody waits behind a departure: it is closed with a disposition, not queued again.
      if (state.left !== null) return refused('wrong-state');
      return says(officer, { kind: 'release', reason: 'returned', note: act.note });
    case 'hand-over':
      return handOver(act, officer);
    case 'hand-back':
      return says(officer, { kind: 'release', reason: act.reason, note: act.note });
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

function take(state: ConversationState, act: ActOf<'take'>, officer: Officer): Decision {
  if (isHolder(state, officer)) return refused('wrong-state');
  // Q2: of two who take at once, the second finds it held.
  if (state.status !== 'waiting') return refused('already-taken');
  if (!act.hasRoom) return refused('at-capacity');
  return says(officer, assignmentTo(officer, 'taken', null));
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
  if (!to.online) return refused('not-available');
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
