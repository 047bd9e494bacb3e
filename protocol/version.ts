/** The wire contract's version. Both ends must speak the same one: docs/protocol.md, rule V1. */
export const PROTOCOL_VERSION = 1;
