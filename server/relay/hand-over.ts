import type { HandOver } from '../../protocol/desk-channel.ts';
import type { Presence, PresenceReason } from '../../protocol/officer.ts';
import type { Act } from '../domain/acts.ts';
import { choose, isPresent, isReceiving } from '../domain/presence.ts';
import { chooseRelief } from '../domain/routing.ts';
import type { Core } from './core.ts';
import { encode } from './encode.ts';
import type { OfficerRecord } from './officers.ts';
import type { Overlay } from './overlay.ts';
import type { Resolved } from './requests.ts';

type Parts = Pick<Core, 'officers' | 'clock' | 'teller'>;

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
  const held = overlay.heldBy(record.officer);
  if (held.length === 0) return { kind: 'refused', code: 'wrong-state' };
  return {
    kind: 'acts',
    acts: held.map(({ conversation }) => {
      const note = notes.get(conversation) ?? null;
      const act: Act =
        conversation === command.conversation
          ? { kind: 'hand-over', to: reliefFor(parts, record, overlay), note }
          : { kind: 'hand-back', reason, note };
      return { conversation, act };
    }),
  };
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
  if (record.presence.chosen === presence) return;
  record.presence = choose(record.presence, presence, parts.clock());
  const frame = encode({ type: 'presence', presence, ...(why === undefined ? {} : { why }) });
  for (const desk of record.desks) if (desk.greeted) desk.link.send(frame);
  parts.teller.rosterChanged();
}
