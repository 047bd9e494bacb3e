import type { HandOver } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Presence, PresenceReason } from '../../protocol/officer.ts';
import type { Act, HandBackReason } from '../domain/acts.ts';
import { isPresent, isReceiving } from '../domain/presence.ts';
import { chooseRelief } from '../domain/routing.ts';
import type { Core } from './core.ts';
import { encode } from './encode.ts';
import { hear, type OfficerRecord } from './officers.ts';
import type { Overlay } from './overlay.ts';
import { ofRelay, type Resolved } from './requests.ts';

type Parts = Pick<Core, 'officers' | 'clock' | 'teller'>;

/**
 * What becomes of everything an officer holds, however they go (a hand-over, the end of a shift, a desk that died, a
 * sign-out): all of it in one act, each back to the head of the queue but for what `instead` says otherwise.
 */
function outOfTheirHands(
  overlay: Overlay,
  officer: Id,
  reason: HandBackReason,
  notes: ReadonlyMap<Id, string> = new Map(),
  instead: (conversation: Id, note: string | null) => Act | null = () => null,
): Resolved {
  const held = overlay.heldBy(officer);
  if (held.length === 0) return { kind: 'refused', code: 'wrong-state' };
  return {
    kind: 'acts',
    acts: held.map(({ conversation }) => {
      const note = notes.get(conversation) ?? null;
      return { conversation, act: instead(conversation, note) ?? { kind: 'hand-back', reason, note } };
    }),
  };
}

/**
 * Rule Q3: the same by the relay, for an officer who is not there to ask for it. Decided when it is committed: whoever
 * came back by then keeps everything.
 */
export function handBackFor(
  { officers, committer }: Pick<Core, 'officers' | 'committer'>,
  officer: Id,
  reason: Extract<HandBackReason, 'desk-lost' | 'signed-out'>,
): void {
  committer.enqueue(
    ofRelay(null, (overlay) =>
      officers.isOnline(officer)
        ? { kind: 'refused', code: 'wrong-state' }
        : outOfTheirHands(overlay, officer, reason),
    ),
  );
}

/**
 * Rule Q5: everything an officer holds, in one act. The presence changes first, so that the distribution of this
 * very batch gives them nothing new; it is no journal's business, and stays even where the store then fails.
 */
export function resolveHandOver(
  parts: Parts,
  command: HandOver,
  record: OfficerRecord,
  overlay: Overlay,
): Resolved {
  setPresence(parts, record, command.presence);
  const notes = new Map(command.notes.map(({ conversation, text }) => [conversation, text]));
  const reason = command.why === 'relief' ? 'handed-over' : 'shift-ended';
  return outOfTheirHands(overlay, record.officer, reason, notes, (conversation, note) =>
    conversation === command.conversation
      ? { kind: 'hand-over', to: reliefFor(parts, record, overlay), note }
      : null,
  );
}

function reliefFor({ officers }: Parts, leaving: OfficerRecord, overlay: Overlay): OfficerRecord | null {
  const supervisors = [...officers.all()].filter(
    ({ officer, role }) => role === 'supervisor' && officer !== leaving.officer,
  );
  const chosen = chooseRelief(
    supervisors.map(({ officer, presence, capacity, idleSince }) => ({
      officer,
      present: isPresent(presence),
      available: isReceiving(presence),
      active: overlay.active(officer),
      capacity,
      idleSince,
    })),
  );
  return supervisors.find(({ officer }) => officer === chosen) ?? null;
}

/** Changes an officer's presence on the relay's own account, and tells their desks. */
export function setPresence(
  parts: Pick<Core, 'clock' | 'teller'>,
  record: OfficerRecord,
  presence: Presence,
  why?: PresenceReason,
): void {
  const before = record.presence.chosen;
  hear(record, presence, parts.clock());
  if (before === presence) return;
  const frame = encode({ type: 'presence', presence, ...(why === undefined ? {} : { why }) });
  for (const desk of record.desks) if (desk.greeted) desk.link.send(frame);
  parts.teller.rosterChanged();
}
