import * as z from 'zod/mini';
import { Id, Time } from './ids.ts';
import { LIMITS } from './limits.ts';

/** `agent` may be any officer; a supervisor also sees the board, reassigns, closes and administers. */
export const Role = z.enum(['officer', 'supervisor']);
export type Role = z.infer<typeof Role>;

export const PRESENCES = ['available', 'break', 'away', 'finishing'] as const;
/** What an officer says of themself; `offline` is what the relay says of a desk that is not connected. */
export const Presence = z.enum(PRESENCES);
export type Presence = z.infer<typeof Presence>;

/** Why the relay changed an officer's presence by itself. */
export const PresenceReason = z.enum(['missed-offers']);
export type PresenceReason = z.infer<typeof PresenceReason>;

export const Alias = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.aliasCharacters));
export const Rank = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.aliasCharacters));

/** How citizens know an officer: never by name or service number. */
export const OfficerFace = z.strictObject({ rank: Rank, alias: Alias });
export type OfficerFace = z.infer<typeof OfficerFace>;

export const Capacity = z.int().check(z.minimum(1), z.maximum(50));

/** A line of the roster: every desk sees its colleagues, to know whom to hand over to. */
export const RosterRow = z.strictObject({
  officer: Id,
  rank: Rank,
  alias: Alias,
  role: Role,
  presence: z.enum([...PRESENCES, 'offline']),
  /** Conversations held, active then parked. */
  active: z.int().check(z.nonnegative()),
  parked: z.int().check(z.nonnegative()),
  capacity: Capacity,
  /** Since when the presence is what it is. */
  since: Time,
});
export type RosterRow = z.infer<typeof RosterRow>;

/** The signed-in officer, as their own desk knows them. */
export const OfficerSelf = z.strictObject({
  officer: Id,
  login: z.string().check(z.maxLength(LIMITS.loginCharacters)),
  rank: Rank,
  alias: Alias,
  role: Role,
  capacity: Capacity,
});
export type OfficerSelf = z.infer<typeof OfficerSelf>;
