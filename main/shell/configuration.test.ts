import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

const NONE = { arguments: [], environment: {}, file: null };

describe('the desk’s configuration', () => {
  it('takes the command line before the environment, and that before the deployment’s file', () => {
    const sources = {
      arguments: ['--no-sandbox', '--relay=https://one.example'],
      environment: { PERMANENCE_RELAY: 'https://two.example' },
      file: '{"relay":"https://three.example"}',
    };
    const relay = (change: object) => {
      const result = readConfiguration({ ...sources, ...change });
      return result.kind === 'valid' ? result.configuration.relay : result.problems;
    };
    expect(relay({})).toBe('https://one.example');
    expect(relay({ arguments: [] })).toBe('https://two.example');
    expect(relay({ arguments: [], environment: {} })).toBe('https://three.example');
  });

  it('reads all of it', () => {
    const environment = {
      PERMANENCE_RELAY: 'http://127.0.0.1:8443/',
      PERMANENCE_USER_DATA: '/tmp/desk',
      PERMANENCE_PROFILE: 'night-2',
      PERMANENCE_CACHE_NODE: '/usr/bin/node',
    };
    expect(readConfiguration({ ...NONE, environment })).toEqual({
      kind: 'valid',
      configuration: {
        relay: 'http://127.0.0.1:8443',
        userData: '/tmp/desk',
        profile: 'night-2',
        cacheNode: '/usr/bin/node',
      },
    });
  });

  it.each([
    'https://relay.example',
    'https://relay.example:8443/',
    'http://localhost:8443',
    'http://127.0.0.1:1',
    'http://[::1]:8443',
  ])('accepts a relay under TLS, or on this machine: %s', (address) => {
    expect(readConfiguration({ ...NONE, arguments: [`--relay=${address}`] }).kind).toBe('valid');
  });

  it.each([
    'http://relay.example',
    'http://127.0.0.1.relay.example',
    'http://localhost.relay.example',
    'ws://localhost',
    'file:///etc/passwd',
    'https://user:word@relay.example',
    'https://relay.example/path',
    'https://relay.example/?x=1',
    'relay.example',
    '',
  ])('refuses any other, and does not repeat it: %s', (address) => {
    const result = readConfiguration({ ...NONE, arguments: [`--relay=${address}`] });
    if (result.kind === 'valid') throw new Error('accepted');
    expect(result.problems.join()).toContain('--relay');
    if (address !== '') expect(result.problems.join()).not.toContain(address);
  });

  it('names every wrong setting, and the missing one', () => {
    const missing = readConfiguration(NONE);
    if (missing.kind === 'valid') throw new Error('accepted');
    expect(missing.problems.join()).toContain('PERMANENCE_RELAY');
    const environment = { PERMANENCE_PROFILE: '../up', PERMANENCE_USER_DATA: 'here' };
    const wrong = readConfiguration({ ...NONE, environment, file: '{"relay":"https://r.example","x":1}' });
    if (wrong.kind === 'valid') throw new Error('accepted');
    expect(wrong.problems).toHaveLength(3);
    expect(wrong.problems.join('\n')).toMatch(/desk\.json.*\n.*USER_DATA.*\n.*PROFILE/);
  });
});
