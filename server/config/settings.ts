import { isIP } from 'node:net';
import * as z from 'zod';
import { TIMES } from '../../protocol/limits.ts';
import { MAX_RETENTION_MONTHS } from '../../protocol/retention.ts';
import { EXAMPLE_PUBLISHER } from '../content/index.ts';
import { SMTP_SECURITIES } from '../mail/smtp.ts';
import {
  choice,
  flag,
  list,
  optionalAddress,
  optionalDoor,
  optionalPath,
  optionalWords,
  secretKey,
  whole,
  words,
} from './setting.ts';

const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);

/** An address, or a network as `address/bits`. */
const network = z.string().refine((text) => {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
});

/**
 * Every setting of the relay. In the configuration file it has this name; in the environment it is
 * `PERMANENCE_` and the name in capitals (`retentionMonths` is `PERMANENCE_RETENTION_MONTHS`). The
 * environment wins over the file. `npm run admin -- settings` prints this table.
 */
export const SETTINGS = {
  mode: choice(
    ['demonstration', 'production'],
    'demonstration',
    'demonstration makes example accounts and its own master key; production makes neither',
  ),

  host: words('127.0.0.1', 'the address to listen on'),
  port: whole(0, 65_535, 8443, 'the port to listen on; 0 takes a free one'),
  origins: list(
    origin,
    'origins such as https://tchat.example.fr',
    [],
    'the public origins of the page; required in production. Without any, only pages served under an IP address or localhost',
  ),
  tlsCertificateFile: optionalPath('the certificate chain (PEM) to serve TLS with'),
  tlsKeyFile: optionalPath('the private key (PEM) of that certificate'),
  trustedProxies: list(
    network,
    'addresses or networks such as 10.0.0.0/8',
    [],
    'the proxies that end TLS: X-Forwarded-For is believed from them only, and nobody else may connect',
  ),
  allowPlainHttp: flag(
    false,
    'plain HTTP on another address than the loopback, without TLS and without a proxy',
  ),
  metricsFrom: list(network, 'addresses or networks', ['127.0.0.0/8', '::1'], 'who may read /metrics'),

  dataDirectory: words('data', 'where the journals, the keys and the accounts are kept'),
  masterKey: secretKey('the key that wraps every conversation key; a file is safer than an environment'),
  masterKeyFile: optionalPath('a file that holds the master key; in demonstration made on the first start'),
  masterKeyPreviousFile: optionalPath(
    'during a rotation, the file of the master key of before: the relay wraps every key anew by itself',
  ),
  retentionMonths: whole(
    1,
    MAX_RETENTION_MONTHS,
    MAX_RETENTION_MONTHS,
    'calendar months after which a conversation is destroyed: may be shortened, never lengthened',
  ),

  contentDirectory: optionalPath(
    'a directory with your own platforms.json, responses.json, tags.json and, if you like, emergency.json and articles/, instead of those shipped',
  ),
  linkChecks: flag(
    false,
    'ask each link of the catalogue whether it still answers: the relay then makes requests to the Internet (HTTPS, port 443)',
  ),
  linkCheckHours: whole(1, 168, 24, 'hours between two rounds of link checks'),
  linkCheckPrivateAddresses: flag(
    false,
    'link checks may also ask private and loopback addresses, on any port: for tests and inner networks',
  ),

  distribution: choice(
    ['pull', 'automatic'],
    'pull',
    'pull: officers take conversations; automatic: the relay gives them by load',
  ),
  chatOpening: choice(
    ['always', 'roster'],
    'always',
    'always: people may wait in the queue at any hour; roster: with nobody on duty the chat is closed, and only an answer by e-mail is offered',
  ),
  offerSeconds: whole(
    0,
    3600,
    60,
    'how long a conversation that the relay gave to an officer may stay unopened before it goes back to the queue; 0 for ever',
  ),
  missedOffers: whole(1, 20, 2, 'after so many of these in a row the officer is away, and is told'),
  groupFirstSeconds: whole(
    10,
    3600,
    180,
    'how long what was passed to a group waits for its members before it is anybody’s',
  ),
  unheardEmergencySeconds: whole(
    10,
    3600,
    60,
    'how long an emergency stays with an officer who neither acknowledges it nor writes, before it goes back to the queue; on a break or away, no longer than deskGraceSeconds',
  ),
  deskGraceSeconds: whole(1, 600, TIMES.deskGrace / 1000, 'how long a vanished desk keeps its conversations'),
  citizenGraceSeconds: whole(
    1,
    7200,
    TIMES.citizenGrace / 1000,
    'how long a vanished waiting citizen keeps the place',
  ),

  sessionHours: whole(
    1,
    24,
    14,
    'how long a sign-in lasts at most: a shift of twelve hours and its handover (NIST SP 800-63B, AAL2: 24 hours)',
  ),
  idleMinutes: whole(
    1,
    1440,
    120,
    'a sign-in ends after this long without a connected desk and without anything done',
  ),

  connectionsPerAddress: whole(1, 100_000, 200, 'sockets open at once from one address'),
  handshakesPerMinute: whole(1, 1_000_000, 600, 'sockets opened from one address'),
  requestsPerMinute: whole(1, 1_000_000, 1200, 'HTTP requests from one address'),
  conversationsPerHour: whole(1, 1_000_000, 120, 'conversations opened from one address'),
  formsPerHour: whole(1, 1_000_000, 30, 'reports and requests sent by the site’s forms from one address'),
  signInsPerMinute: whole(
    1,
    10_000,
    600,
    'sign-in attempts from one address: a whole station signs in at the change of shift. Logins are locked one by one besides',
  ),
  citizenFramesPerMinute: whole(1, 1_000_000, 120, 'frames from one page'),
  deskFramesPerMinute: whole(1, 1_000_000, 1800, 'frames from one desk'),

  smtpHost: optionalWords('the mail server for deferred answers; without one they are not offered'),
  smtpPort: whole(1, 65_535, 587, 'its port'),
  smtpSecurity: choice(
    SMTP_SECURITIES,
    'starttls',
    'starttls: encrypted after the greeting, or not at all; tls: from the first byte (port 465); none: only for a server on this machine',
  ),
  smtpUser: optionalWords('the account at the mail server, if it asks for one'),
  smtpPasswordFile: optionalPath('a file that holds its password'),
  smtpAuthorityFile: optionalPath(
    'the certificate authority (PEM) of the mail server, if it is not a public one',
  ),
  smtpFrom: optionalAddress('the address answers come from: nobody reads what is sent to it'),
  smtpFromName: words(EXAMPLE_PUBLISHER.service, 'the name beside that address'),
  smtpBounceAddress: optionalAddress(
    'the address that failures told after the acceptance come back to: retour@example.fr becomes retour+TOKEN@example.fr, another one for each answer',
  ),
  smtpBounceListen: optionalDoor(
    'where your mail server hands over what comes to that address: SMTP, on this machine only; port 0 takes a free one',
  ),
  smtpGiveUpHours: whole(1, 120, 48, 'how long an answer is tried when the mail server does not take it'),

  publisherService: words(EXAMPLE_PUBLISHER.service, 'how the service is called'),
  publisherMinistry: words(EXAMPLE_PUBLISHER.ministry, 'the authority it belongs to'),
  publisherName: words(EXAMPLE_PUBLISHER.publisher, 'who publishes the service'),
  publisherAddress: words(EXAMPLE_PUBLISHER.address, 'the address of the publisher'),
  publisherTelephone: words(EXAMPLE_PUBLISHER.telephone, 'the telephone of the publisher'),
  publisherDirector: words(EXAMPLE_PUBLISHER.director, 'the director of publication'),
  publisherDataProtection: words(EXAMPLE_PUBLISHER.dpo, 'where rights over personal data are exercised'),

  audienceMeasurement: flag(
    false,
    'count how often each page is opened, by day: without identifier, refusable on /cookies, never of a browser that signals refusal',
  ),

  logLevel: choice(['silent', 'error', 'warn', 'info', 'debug'], 'info', 'how much is logged'),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Config = {
  readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']>;
};
