import type { Id } from '../../../protocol/ids.ts';

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/**
 * A new id as the contract wants it (UUIDv7, RFC 9562, 5.7): 48 bits of time in ms, 74 of chance. The library that makes
 * them elsewhere also keeps those of one millisecond in order, which nothing here needs, at half a kilobyte.
 */
export function newId(): Id {
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => hex(byte, 2)).join('');
  const digits = `${hex(Date.now(), 12)}7${chance.slice(0, 3)}${'89ab'[Number.parseInt(chance.slice(3, 4), 16) % 4]}${chance.slice(4, 19)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
