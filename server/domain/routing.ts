import type { Id, Time } from '../../protocol/ids.ts';

/** An officer as automatic distribution sees them. */
export type Candidate = {
  readonly officer: Id;
  /** Connected, and says "available". */
  readonly available: boolean;
  readonly active: number;
  readonly capacity: number;
  /** When they last were given, gave back or closed a conversation, or came on duty. */
  readonly idleSince: Time;
};

/** Q4: whether one more active conversation fits. */
export function hasRoom(load: Pick<Candidate, 'active' | 'capacity'>): boolean {
  return load.active < load.capacity;
}

/**
 * Who gets the next conversation: available, with room, the lowest load for their capacity, then the longest
 * idle, then the lowest id, so that the same situation always gives the same answer. Null when nobody can.
 */
export function chooseOfficer(candidates: Iterable<Candidate>): Id | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (!candidate.available || !hasRoom(candidate)) continue;
    if (best === null || precedes(candidate, best)) best = candidate;
  }
  return best?.officer ?? null;
}

/** A supervisor as one in need sees them. */
export type Relief = Candidate & {
  /** Connected, and neither on a break nor away. */
  readonly present: boolean;
};

/**
 * Q5: who takes over from an officer who hands over. Whoever says "available" before whoever is finishing, then as
 * in distribution; being full does not stand in the way. Null when no supervisor is there.
 */
export function chooseRelief(supervisors: Iterable<Relief>): Id | null {
  let best: Relief | null = null;
  for (const each of supervisors) {
    if (!each.present) continue;
    if (best === null || relieves(each, best)) best = each;
  }
  return best?.officer ?? null;
}

function relieves(a: Relief, b: Relief): boolean {
  return a.available === b.available ? precedes(a, b) : a.available;
}

function precedes(a: Candidate, b: Candidate): boolean {
  // Cross-multiplied, so that no rounding decides between equal loads.
  const load = a.active * b.capacity - b.active * a.capacity;
  if (load !== 0) return load < 0;
  if (a.idleSince !== b.idleSince) return a.idleSince < b.idleSince;
  return a.officer < b.officer;
}
