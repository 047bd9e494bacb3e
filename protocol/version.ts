/**
 * The wire contract's versions, one for each socket: both ends of it must speak the same one (docs/protocol.md, rule V1).
 * What changes between relay and desks alone tells no citizen to load the page again.
 */
export const PROTOCOL_VERSIONS = { citizen: 1, desk: 3 } as const;
