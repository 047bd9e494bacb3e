import type { Time } from '../../protocol/ids.ts';
import type { Presence } from '../../protocol/officer.ts';

/**
 * Whether an officer is there. What they chose outlives a cut wire; `desks` counts their connected desks, so
 * that closing one of two changes nothing.
 */
export type OfficerPresence = {
  readonly chosen: Presence;
  readonly desks: number;
  /** Since when the visible presence is what it is. */
  readonly since: Time;
};

/** An officer of whom the relay knows only that they hold conversations: after a restart of the relay. */
export function absent(now: Time): OfficerPresence {
  return { chosen: 'available', desks: 0, since: now };
}

export function deskCame(presence: OfficerPresence, now: Time): OfficerPresence {
  const since = presence.desks === 0 ? now : presence.since;
  return { ...presence, desks: presence.desks + 1, since };
}

export function deskWent(presence: OfficerPresence, now: Time): OfficerPresence {
  if (presence.desks === 0) return presence;
  if (presence.desks > 1) return { ...presence, desks: presence.desks - 1 };
  return { ...presence, desks: 0, since: now };
}

export function choose(presence: OfficerPresence, chosen: Presence, now: Time): OfficerPresence {
  return chosen === presence.chosen ? presence : { ...presence, chosen, since: now };
}

/**
 * Rule Q3: whether the grace of a vanished desk is over. `goneAt` and `elapsed` are by a clock that does not jump: an
 * officer must not lose conversations because somebody set the time.
 */
export function graceIsOver(
  presence: OfficerPresence,
  goneAt: number,
  elapsed: number,
  grace: number,
): boolean {
  return presence.desks === 0 && elapsed - goneAt >= grace;
}

export function visible(presence: OfficerPresence): Presence | 'offline' {
  return presence.desks === 0 ? 'offline' : presence.chosen;
}

/** Neither on a break nor away, by their own word or their desk's. */
export function isAtWork({ chosen }: OfficerPresence): boolean {
  return chosen === 'available' || chosen === 'finishing';
}

/** Whether somebody is at the desk to look after what comes: not on a break, not away. */
export function isPresent(presence: OfficerPresence): boolean {
  return presence.desks > 0 && isAtWork(presence);
}

/** Whether automatic distribution and colleagues' transfers may give them a conversation. */
export function isReceiving(presence: OfficerPresence): boolean {
  return presence.desks > 0 && presence.chosen === 'available';
}
