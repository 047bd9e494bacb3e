import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddressRule, Networks, normaliseAddress } from './address.ts';

/** What the rule reads of a request: where it comes from and two headers. */
function from(remoteAddress: string, headers: Record<string, string | string[]> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe('without declared proxies', () => {
  const rule = createAddressRule([]);

  test('the socket’s address counts, whatever the headers say', () => {
    const client = rule.client(from('203.0.113.9', { 'x-forwarded-for': '127.0.0.1' }));
    expect(client).toEqual({ address: '203.0.113.9', key: '203.0.113.9', pretends: true });
  });

  test('an IPv4 address has one spelling', () => {
    expect(rule.client(from('::ffff:203.0.113.9'))?.address).toBe('203.0.113.9');
  });

  test('an IPv6 subscriber counts as one, whichever address of theirs is used', () => {
    const key = (address: string) => rule.client(from(address))?.key;
    expect(key('2001:db8:1:2::1')).toBe(key('2001:db8:1:2:ffff:ffff:ffff:ffff'));
    expect(key('2001:db8:1:2::1')).not.toBe(key('2001:db8:1:3::1'));
    expect(key('2001:db8::1')).toBe('2001:db8:0:0');
    expect(key('::1')).toBe('0:0:0:0');
  });
});

describe('behind declared proxies', () => {
  const rule = createAddressRule(['10.0.0.0/8', 'fd00::1']);

  test('nobody else may connect, but this machine', () => {
    expect(rule.client(from('203.0.113.9', { 'x-forwarded-for': '192.0.2.1' }))).toBeNull();
    expect(rule.client(from('127.0.0.1'))?.address).toBe('127.0.0.1');
  });

  test('this machine does not speak for others either', () => {
    expect(rule.client(from('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }))).toMatchObject({
      address: '127.0.0.1',
      pretends: true,
    });
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1', '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1, 10.2.2.2', '192.0.2.1'],
    ['127.0.0.1, 10.2.2.2', '127.0.0.1'],
    ['nonsense', '10.1.1.1'],
    ['192.0.2.1, nonsense', '10.1.1.1'],
  ])('X-Forwarded-For: %s is read from the right: %s', (header, address) => {
    expect(rule.client(from('10.1.1.1', { 'x-forwarded-for': header }))?.address).toBe(address);
  });

  test('several headers are one list', () => {
    const request = from('fd00::1', { 'x-forwarded-for': ['6.6.6.6', '192.0.2.1'] });
    expect(rule.client(request)?.address).toBe('192.0.2.1');
  });
});

test('whatever a proxy forwards, the answer is an address', () => {
  const rule = createAddressRule(['10.0.0.1']);
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (header) => {
      const address = rule.client(from('10.0.0.1', { 'x-forwarded-for': header }))?.address;
      expect(normaliseAddress(address)).toBe(address);
      expect(address).not.toBe('');
    }),
  );
});

test('a network of one family holds no address of the other', () => {
  const networks = new Networks(['0.0.0.0/0']);
  expect(networks.has('192.0.2.1')).toBe(true);
  expect(networks.has('2001:db8::1')).toBe(false);
  expect(networks.has('')).toBe(false);
});
