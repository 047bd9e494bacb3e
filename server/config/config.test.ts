import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Config, describeConfig, describeSettings, loadConfig } from './index.ts';

const directory = mkdtempSync(join(tmpdir(), 'permanence-config-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

function loaded(environment: Record<string, string>, path?: string): Config {
  const result = loadConfig({ environment, file: path });
  if (result.kind === 'invalid') throw new Error(result.problems.join('\n'));
  return result.config;
}

function problems(environment: Record<string, string>, path?: string): string {
  const result = loadConfig({ environment, file: path });
  return result.kind === 'invalid' ? result.problems.join('\n') : '';
}

describe('loading the configuration', () => {
  test('needs nothing for a demonstration on the loopback', () => {
    expect(loaded({})).toMatchObject({ mode: 'demonstration', host: '127.0.0.1', retentionMonths: 3 });
  });

  test('reads numbers, flags and lists from the environment', () => {
    const config = loaded({
      PERMANENCE_PORT: '0',
      PERMANENCE_ALLOW_PLAIN_HTTP: 'true',
      PERMANENCE_TRUSTED_PROXIES: '10.0.0.1, fd00::/8',
      HOME: '/root',
    });
    expect(config).toMatchObject({ port: 0, allowPlainHttp: true, trustedProxies: ['10.0.0.1', 'fd00::/8'] });
  });

  test('settings about the desk are the relay’s own', () => {
    const given = { PERMANENCE_DESK_GRACE_SECONDS: '2', PERMANENCE_DESK_FRAMES_PER_MINUTE: '900' };
    expect(loaded(given)).toMatchObject({ deskGraceSeconds: 2, deskFramesPerMinute: 900 });
    expect(problems({ PERMANENCE_DESK_GRACE: '2' })).toBe('PERMANENCE_DESK_GRACE: there is no such setting');
  });

  test('variables of the tests and of the desk’s cache are left alone', () => {
    expect(problems({ PERMANENCE_TEST_BROWSER: '/b', PERMANENCE_CACHE_NODE: '/n' })).toBe('');
  });

  test('the environment wins over the file, the file over the default', () => {
    const path = file('both.json', JSON.stringify({ port: 1234, retentionMonths: 2 }));
    const config = loaded({ PERMANENCE_CONFIG: path, PERMANENCE_PORT: '4321' });
    expect(config).toMatchObject({ port: 4321, retentionMonths: 2, distribution: 'pull' });
  });

  test('publishes the example deployment of the terms by default', () => {
    expect(loaded({}).publisherAddress).toBe('place Beauvau, 75008 Paris');
  });
});

describe('a wrong value stops the start with its name and what was expected', () => {
  test.each([
    ['PERMANENCE_PORT', '80 80', 'a whole number from 0 to 65535'],
    ['PERMANENCE_PORT', '70000', 'a whole number from 0 to 65535'],
    ['PERMANENCE_PORT', '', 'a whole number from 0 to 65535'],
    ['PERMANENCE_RETENTION_MONTHS', '4', 'a whole number from 1 to 3'],
    ['PERMANENCE_MODE', 'prod', 'one of demonstration, production'],
    ['PERMANENCE_ALLOW_PLAIN_HTTP', 'yes', 'true or false'],
    ['PERMANENCE_ORIGINS', 'https://a.example/path', 'a list of origins'],
    ['PERMANENCE_TRUSTED_PROXIES', '10.0.0.0/33', 'a list of addresses or networks'],
  ])('%s=%s', (variable, value, expected) => {
    const text = problems({ [variable]: value });
    expect(text).toContain(variable);
    expect(text).toContain(`expected ${expected}`);
  });

  test('a wrong type in the file names the setting and the file', () => {
    const path = file('type.json', JSON.stringify({ port: '8080' }));
    expect(problems({}, path)).toContain(`port in ${path}: expected a whole number`);
  });

  test('unknown names are errors, in the environment and in the file', () => {
    expect(problems({ PERMANENCE_RETENTION: '2' })).toBe('PERMANENCE_RETENTION: there is no such setting');
    const path = file('unknown.json', JSON.stringify({ retention: 2, constructor: 1 }));
    const text = problems({}, path);
    expect(text).toContain('retention in');
    expect(text).toContain('constructor in');
  });

  test('a file that is missing, not JSON or not an object', () => {
    expect(problems({}, join(directory, 'absent.json'))).toContain('cannot be read');
    expect(problems({}, file('broken.json', '{"masterKey":"c4nary'))).toMatch(/is not JSON$/);
    expect(problems({}, file('array.json', '[]'))).toContain('expected one JSON object');
  });

  test('all problems come at once', () => {
    expect(problems({ PERMANENCE_PORT: 'x', PERMANENCE_MODE: 'y' }).split('\n')).toHaveLength(2);
  });

  test('a wrong secret is never quoted', () => {
    const text = problems({ PERMANENCE_MASTER_KEY: 'canary-secret' });
    expect(text).toContain('PERMANENCE_MASTER_KEY: expected 32 bytes');
    expect(text).not.toContain('canary');
  });
});

describe('settings that are wrong together', () => {
  test('plain HTTP beyond the loopback needs so many words', () => {
    expect(problems({ PERMANENCE_HOST: '0.0.0.0' })).toContain('PERMANENCE_ALLOW_PLAIN_HTTP=true');
    expect(problems({ PERMANENCE_HOST: '0.0.0.0', PERMANENCE_ALLOW_PLAIN_HTTP: 'true' })).toBe('');
    expect(problems({ PERMANENCE_HOST: '0.0.0.0', PERMANENCE_TRUSTED_PROXIES: '10.0.0.1' })).toBe('');
    for (const host of ['127.0.0.2', '::1', 'localhost'])
      expect(problems({ PERMANENCE_HOST: host })).toBe('');
  });

  test('a certificate without its key', () => {
    expect(problems({ PERMANENCE_TLS_CERTIFICATE_FILE: '/c.pem' })).toContain('expected both files');
  });

  test('what comes back needs both its settings, a way out, an address of this machine, and room for a token', () => {
    const mail = { PERMANENCE_SMTP_HOST: 'smtp.example.fr', PERMANENCE_SMTP_FROM: 'reponse@example.fr' };
    const address = { PERMANENCE_SMTP_BOUNCE_ADDRESS: 'retour@example.fr' };
    const door = (where: string) => ({ PERMANENCE_SMTP_BOUNCE_LISTEN: where });
    for (const where of ['127.0.0.1:2525', '[::1]:2525', '127.0.0.1:0']) {
      expect(loaded({ ...mail, ...address, ...door(where) })).toMatchObject({ smtpBounceListen: where });
    }
    const both =
      'PERMANENCE_SMTP_BOUNCE_ADDRESS and PERMANENCE_SMTP_BOUNCE_LISTEN: expected both, or neither of them';
    expect(problems({ ...mail, ...address })).toBe(both);
    expect(problems({ ...mail, ...door('127.0.0.1:2525') })).toBe(both);
    expect(problems({ ...address, ...door('127.0.0.1:2525') })).toContain('expected PERMANENCE_SMTP_HOST');
    for (const where of [
      '127.0.0.1',
      '2525',
      '127.0.0.1:70000',
      'localhost:2525',
      '::1:2525',
      '[127.0.0.1]:1',
    ]) {
      expect(problems({ ...mail, ...address, ...door(where) }), where).toContain('such as 127.0.0.1:2525');
    }
    expect(problems({ ...mail, ...address, ...door('0.0.0.0:2525') })).toContain(
      'in clear from other machines',
    );
    const long = { PERMANENCE_SMTP_BOUNCE_ADDRESS: `${'r'.repeat(32)}@example.fr` };
    expect(problems({ ...mail, ...long, ...door('127.0.0.1:2525') })).toContain('at most 31 characters');
  });

  test('production needs a master key and its origins', () => {
    const text = problems({ PERMANENCE_MODE: 'production' });
    expect(text).toContain('PERMANENCE_MASTER_KEY');
    expect(text).toContain('PERMANENCE_ORIGINS: expected in production');
    expect(
      problems({
        PERMANENCE_MODE: 'production',
        PERMANENCE_MASTER_KEY: 'ab'.repeat(32),
        PERMANENCE_ORIGINS: 'https://tchat.example.fr',
      }),
    ).toBe('');
  });
});

describe('showing the configuration', () => {
  test('shows every setting and no secret', () => {
    const shown = JSON.stringify(describeConfig(loaded({ PERMANENCE_MASTER_KEY: 'ab'.repeat(32) })));
    expect(shown).toContain('"masterKey":"given"');
    expect(shown).not.toContain('abab');
    expect(shown).toContain('"retentionMonths":3');
  });

  test('documents every setting with its default', () => {
    expect(describeSettings()).toContain('PERMANENCE_RETENTION_MONTHS (retentionMonths)');
  });
});
