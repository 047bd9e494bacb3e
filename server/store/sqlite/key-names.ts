import type { Id } from '../../../protocol/ids.ts';

/** What a wrapped address key is bound to. */
export function addressKeyName(conversation: Id): string {
  return `permanence/address-key/1/${conversation}`;
}
