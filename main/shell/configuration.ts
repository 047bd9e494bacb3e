import * as z from 'zod/mini';

/**
 * What the desk is told from outside: command line first, then environment, then the deployment's own file
 * (`desk.json` beside the packaged application), then the default. Pure, so that it can be tested.
 */
export type DeskConfiguration = {
  /** The relay's origin, such as `https://relay.example`. */
  readonly relay: string;
  /** A data folder other than the account's usual one. */
  readonly userData: string | null;
  /** A second desk beside the first, with data of its own. */
  readonly profile: string | null;
  /** A Node 24 for the cache's process, where Electron is too old to run it. */
  readonly cacheNode: string | null;
};

export type ConfigurationSources = {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of `desk.json`, or null when there is none. */
  readonly file: string | null;
};

export type ConfigurationResult =
  | { readonly kind: 'valid'; readonly configuration: DeskConfiguration }
  /** Each problem names the setting and where it came from; never its value. */
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Loopback by name or number: the only place where a relay may be reached without TLS. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function isRelayAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '' || pathname !== '/') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

const Relay = z
  .string()
  .check(
    z.maxLength(300),
    z.refine(isRelayAddress, 'must be an https:// address without path (http:// only on this machine)'),
  );
const Folder = z
  .string()
  .check(z.refine((path) => /^(\/|[A-Za-z]:[\\/])/.test(path), 'must be an absolute path'));
const Profile = z.string().check(z.regex(/^[a-z0-9-]{1,32}$/, 'must be 1 to 32 of a-z, 0-9 and -'));

type Setting = {
  readonly name: keyof DeskConfiguration;
  readonly option: string;
  readonly variable: string;
  readonly schema: z.ZodMiniType<string>;
};

const SETTINGS: readonly Setting[] = [
  { name: 'relay', option: 'relay', variable: 'PERMANENCE_RELAY', schema: Relay },
  { name: 'userData', option: 'user-data', variable: 'PERMANENCE_USER_DATA', schema: Folder },
  { name: 'profile', option: 'profile', variable: 'PERMANENCE_PROFILE', schema: Profile },
  { name: 'cacheNode', option: 'cache-node', variable: 'PERMANENCE_CACHE_NODE', schema: Folder },
];

/** What a deployment may fix for all its workstations. */
const DeploymentFile = z.strictObject({ relay: z.optional(z.string()) });

type Found = { readonly value: string; readonly source: string };

function find(
  setting: Setting,
  sources: ConfigurationSources,
  file: { relay?: string | undefined },
): Found | null {
  const prefix = `--${setting.option}=`;
  const argument = sources.arguments.findLast((each) => each.startsWith(prefix));
  if (argument !== undefined) return { value: argument.slice(prefix.length), source: `--${setting.option}` };
  const variable = sources.environment[setting.variable];
  if (variable !== undefined && variable !== '') return { value: variable, source: setting.variable };
  if (setting.name === 'relay' && file.relay !== undefined) return { value: file.relay, source: 'desk.json' };
  return null;
}

function readFile(text: string | null, problems: string[]): { relay?: string | undefined } {
  if (text === null) return {};
  try {
    const parsed = DeploymentFile.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Said below, like any other wrong content.
  }
  problems.push('desk.json: must be an object with "relay" and nothing else');
  return {};
}

/** Reads and checks the desk's configuration. */
export function readConfiguration(sources: ConfigurationSources): ConfigurationResult {
  const problems: string[] = [];
  const file = readFile(sources.file, problems);
  const values: { -readonly [Name in keyof DeskConfiguration]: string | null } = {
    relay: null,
    userData: null,
    profile: null,
    cacheNode: null,
  };
  for (const setting of SETTINGS) {
    const found = find(setting, sources, file);
    if (found === null) continue;
    const parsed = setting.schema.safeParse(found.value);
    if (parsed.success) values[setting.name] = parsed.data;
    else problems.push(`${found.source}: ${parsed.error.issues[0]?.message ?? 'not valid'}`);
  }
  const { relay } = values;
  if (relay === null && problems.length === 0) {
    problems.push('PERMANENCE_RELAY (or --relay=, or "relay" in desk.json): the relay’s address is missing');
  }
  if (relay === null || problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'valid', configuration: { ...values, relay: new URL(relay).origin } };
}
