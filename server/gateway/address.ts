import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const FORWARDED = 'x-forwarded-for';
/** Proxies in a row that are looked through, at most. */
const HOPS = 10;

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** One spelling for an address: an IPv4 address inside IPv6 is the IPv4 address. Empty when it is none. */
export function normaliseAddress(text: string | undefined): string {
  const address = (text ?? '')
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '');
  return isIP(address) === 0 ? '' : address;
}

/** Addresses and networks (`address` or `address/bits`, checked by the configuration). */
export class Networks {
  readonly #list = new BlockList();
  readonly empty: boolean;

  constructor(entries: readonly string[]) {
    this.empty = entries.length === 0;
    for (const entry of entries) {
      const [address = '', bits] = entry.split('/');
      if (bits === undefined) this.#list.addAddress(address, familyOf(address));
      else this.#list.addSubnet(address, Number(bits), familyOf(address));
    }
  }

  has(address: string): boolean {
    return address !== '' && this.#list.check(address, familyOf(address));
  }
}

const LOOPBACK = new Networks(['127.0.0.0/8', '::1']);

/** The first 64 bits of an IPv6 address: what one subscriber is given, and counts as one. */
function subscriber(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

export type Client = {
  /** Where the request comes from; never logged. */
  readonly address: string;
  /** What rates are counted by: the address, or an IPv6 subscriber's network. */
  readonly key: string;
  /** It came with forwarding headers from somewhere that may not speak for others. */
  readonly pretends: boolean;
};

export interface AddressRule {
  /** Null when only the declared proxies may connect and this is none of them. */
  client(request: IncomingMessage): Client | null;
}

/**
 * Who is asking. Without declared proxies the answer is the socket's address, whatever the headers say. With
 * them, only they (and this machine, for its own checks) may connect, and `X-Forwarded-For` is read from the
 * right, as far as it was written by proxies we know.
 */
export function createAddressRule(trustedProxies: readonly string[]): AddressRule {
  const proxies = new Networks(trustedProxies);
  return {
    client(request) {
      const peer = normaliseAddress(request.socket.remoteAddress);
      const headers = [request.headers[FORWARDED] ?? []].flat().join(',');
      const forwarded = headers !== '' || request.headers.forwarded !== undefined;
      if (proxies.empty || !proxies.has(peer)) {
        if (!proxies.empty && !LOOPBACK.has(peer)) return null;
        return { address: peer, key: subscriber(peer), pretends: forwarded };
      }
      const hops = headers.split(',').slice(-HOPS).reverse();
      let address = peer;
      for (const hop of hops) {
        const next = normaliseAddress(hop);
        if (next === '') break;
        address = next;
        if (!proxies.has(next)) break;
      }
      return { address, key: subscriber(address), pretends: false };
    },
  };
}
