export type Segment = { readonly kind: 'text' | 'link'; readonly text: string };

const CANDIDATE = /https:\/\/[^\s<>"'`´’«»{}|\\^]+/gi;
/** Punctuation that ends a sentence around an address rather than the address. */
const TRAILING = /[.,;:!?)\]…]+$/u;

/**
 * Cuts a text into plain text and links. A link is shown as its whole address, so what is read is where it
 * leads; what could disguise its destination (another protocol, a user name before the host, a host that
 * the browser spells otherwise than it is written) stays plain text.
 */
export function segments(text: string): readonly Segment[] {
  const found: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const address = trimmed(match[0]);
    if (!isPlain(address)) continue;
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    found.push({ kind: 'link', text: address });
    from = match.index + address.length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

/** Without the sentence's punctuation; a closing bracket stays when the address opened it. */
function trimmed(address: string): string {
  const tail = TRAILING.exec(address)?.[0] ?? '';
  const bare = address.slice(0, address.length - tail.length);
  return tail.startsWith(')') && bare.includes('(') ? `${bare})` : bare;
}

function isPlain(address: string): boolean {
  const url = parsed(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  const written = /^https:\/\/([^/?#]*)/i.exec(address)?.[1]?.toLowerCase();
  return written === url.host && url.hostname.includes('.');
}

/** The domain an https address leads to, as it is shown on a button; null for anything else. */
export function domainOf(address: string): string | null {
  const url = parsed(address);
  return url !== null && url.protocol === 'https:' && url.username === '' ? url.host : null;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
