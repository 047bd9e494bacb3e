import type { EmailAddress } from '../../protocol/deferral.ts';
import type { ReturnToken } from '../store/store.ts';

/** What stands between the operator's local part and the token: what Postfix, Exim and Exchange take for one mailbox. */
const DELIMITER = '+';
const TOKEN = /^[0-9a-f]{32}$/;
/** RFC 5321, 4.5.3.1.1: a local part of 64 octets, of which delimiter and token take 33. */
const LOCAL_PART = 64 - DELIMITER.length - 32;

function partsOf(address: EmailAddress): readonly [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
}

/** Whether a token still fits into the local part of this address. */
export function hasRoomForToken(address: EmailAddress): boolean {
  return partsOf(address)[0].length <= LOCAL_PART;
}

/** The return path of one letter: `retour@…` and its token are `retour+0123…@…`. */
export function returnPathOf(address: EmailAddress, token: ReturnToken): string {
  const [local, domain] = partsOf(address);
  return `${local}${DELIMITER}${token}@${domain}`;
}

/** The token in a recipient; null for what no letter of ours ever bore. Servers on the way may change the case. */
export function tokenIn(address: EmailAddress, recipient: string): ReturnToken | null {
  const written = recipient.toLowerCase();
  const [local, domain] = partsOf(address.toLowerCase());
  const token = written.slice(local.length + DELIMITER.length, -domain.length - 1);
  return TOKEN.test(token) && written === returnPathOf(`${local}@${domain}`, token) ? token : null;
}
