import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import * as z from 'zod';
import { hasRoomForToken } from '../mail/return-path.ts';
import { readDoor, readText, type Setting } from './setting.ts';
import { type Config, SETTINGS, type SettingName } from './settings.ts';

export const ENVIRONMENT_PREFIX = 'PERMANENCE_';
const FILE_VARIABLE = 'PERMANENCE_CONFIG';
/** Variables of the tests, the measurements and the desk's cache, which the relay leaves alone. */
const FOREIGN = /^PERMANENCE_(?:TEST|BENCH|CACHE)_/;

export type LoadedConfig =
  | { readonly kind: 'loaded'; readonly config: Config }
  /** Each problem names its setting and what was expected; no secret is quoted. */
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

export type ConfigSources = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The JSON file of `--config`; `PERMANENCE_CONFIG` otherwise, or no file. */
  readonly file?: string | undefined;
};

type Given = { readonly value: unknown; readonly from: string };

/** The environment variable of a setting: `retentionMonths` is `PERMANENCE_RETENTION_MONTHS`. */
export function variableOf(name: string): string {
  return ENVIRONMENT_PREFIX + name.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase();
}

const NAMES = Object.keys(SETTINGS) as SettingName[];
const BY_VARIABLE = new Map(NAMES.map((name) => [variableOf(name), name]));

function fromEnvironment(
  environment: ConfigSources['environment'],
  problems: string[],
): Map<SettingName, Given> {
  const given = new Map<SettingName, Given>();
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(ENVIRONMENT_PREFIX) || variable === FILE_VARIABLE || text === undefined)
      continue;
    // The relay's own settings first: one that begins as a foreign variable does must never be passed over.
    const name = BY_VARIABLE.get(variable);
    if (name !== undefined)
      given.set(name, { value: readText(text, SETTINGS[name].reading), from: variable });
    else if (!FOREIGN.test(variable)) problems.push(`${variable}: there is no such setting`);
  }
  return given;
}

function fromFile(path: string | undefined, problems: string[]): Map<SettingName, Given> {
  const given = new Map<SettingName, Given>();
  if (path === undefined) return given;
  const read = z.record(z.string(), z.unknown()).safeParse(readJson(path, problems));
  if (!read.success) {
    if (problems.length === 0) problems.push(`${path}: expected one JSON object of settings`);
    return given;
  }
  for (const [name, value] of Object.entries(read.data)) {
    if (Object.hasOwn(SETTINGS, name)) given.set(name as SettingName, { value, from: `${name} in ${path}` });
    else problems.push(`${name} in ${path}: there is no such setting`);
  }
  return given;
}

function readJson(path: string, problems: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // A parser's message may quote the file, and the file may hold a key.
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    problems.push(`${FILE_VARIABLE}: the file ${path} ${why}`);
    return null;
  }
}

function check(name: SettingName, given: Given | undefined, problems: string[]): unknown {
  const setting: Setting = SETTINGS[name];
  if (given === undefined) return setting.fallback;
  const checked = setting.schema.safeParse(given.value);
  if (checked.success) return checked.data;
  const got = setting.secret ? '' : `, not ${JSON.stringify(given.value)?.slice(0, 100)}`;
  problems.push(`${given.from}: expected ${setting.expected}${got}`);
  return setting.fallback;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether listening on `host` is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const family = isIP(host);
  return family !== 0 && loopback.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether what comes back later can come in: both settings, and a mail server that the answers leave by. */
function bounceProblems({ smtpHost, smtpBounceAddress, smtpBounceListen }: Config): string[] {
  const problems: string[] = [];
  const address = variableOf('smtpBounceAddress');
  const listen = variableOf('smtpBounceListen');
  if ((smtpBounceAddress === null) !== (smtpBounceListen === null)) {
    problems.push(`${address} and ${listen}: expected both, or neither of them`);
  }
  if (smtpBounceAddress !== null && smtpHost === null) {
    problems.push(`${address}: expected ${variableOf('smtpHost')} too`);
  }
  if (smtpBounceAddress !== null && !hasRoomForToken(smtpBounceAddress)) {
    problems.push(`${address}: expected at most 31 characters before the @: a token of 33 is added there`);
  }
  const door = readDoor(smtpBounceListen);
  if (door !== null && !isLoopback(door.host)) {
    problems.push(
      `${listen}: ${door.host} would take people’s addresses in clear from other machines; expected an address of this machine alone`,
    );
  }
  return problems;
}

function mailProblems(config: Config): string[] {
  const problems: string[] = [];
  const name = variableOf;
  const { smtpHost, smtpFrom, smtpSecurity, smtpUser, smtpPasswordFile } = config;
  if ((smtpHost === null) !== (smtpFrom === null)) {
    problems.push(`${name('smtpHost')} and ${name('smtpFrom')}: expected both, or neither of them`);
  }
  if ((smtpUser === null) !== (smtpPasswordFile === null)) {
    problems.push(`${name('smtpUser')} and ${name('smtpPasswordFile')}: expected both, or neither of them`);
  }
  if (smtpHost !== null && smtpSecurity === 'none' && !isLoopback(smtpHost)) {
    problems.push(
      `${name('smtpSecurity')}: none would send people’s addresses in clear to ${smtpHost}; expected starttls or tls`,
    );
  }
  return problems;
}

/** What each setting allows alone and the whole does not. */
function together(config: Config): string[] {
  const problems: string[] = [];
  const name = variableOf;
  if ((config.tlsCertificateFile === null) !== (config.tlsKeyFile === null)) {
    problems.push(
      `${name('tlsCertificateFile')} and ${name('tlsKeyFile')}: expected both files, or neither of them`,
    );
  }
  const protectedOnTheWire = config.tlsCertificateFile !== null || config.trustedProxies.length > 0;
  if (!protectedOnTheWire && !isLoopback(config.host) && !config.allowPlainHttp) {
    problems.push(
      `${name('host')}: ${config.host} would serve plain HTTP beyond this machine; expected ${name('tlsCertificateFile')} and ${name('tlsKeyFile')}, or ${name('trustedProxies')}, or ${name('allowPlainHttp')}=true`,
    );
  }
  if (config.masterKey !== null && config.masterKeyFile !== null) {
    problems.push(`${name('masterKey')} and ${name('masterKeyFile')}: expected one of them, not both`);
  }
  problems.push(...mailProblems(config), ...bounceProblems(config));
  if (config.mode === 'production') {
    if (config.masterKey === null && config.masterKeyFile === null) {
      problems.push(`${name('masterKeyFile')} or ${name('masterKey')}: expected in production`);
    }
    if (config.origins.length === 0) problems.push(`${name('origins')}: expected in production`);
  }
  return problems;
}

/** Reads and checks the whole configuration. All problems come at once, so that one start tells them all. */
export function loadConfig(sources: ConfigSources): LoadedConfig {
  const problems: string[] = [];
  const file = fromFile(sources.file ?? sources.environment[FILE_VARIABLE], problems);
  const environment = fromEnvironment(sources.environment, problems);
  const values: Record<string, unknown> = {};
  for (const name of NAMES) values[name] = check(name, environment.get(name) ?? file.get(name), problems);
  // Each value was checked by its own schema just above: the record is a Config.
  const config = values as Config;
  if (problems.length === 0) problems.push(...together(config));
  return problems.length === 0 ? { kind: 'loaded', config } : { kind: 'invalid', problems };
}
