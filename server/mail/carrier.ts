import { type Config, readDoor } from '../config/index.ts';
import type { LogSink } from '../relay/options.ts';
import type { HubForReturns, MailCarrier } from '../relay/ports.ts';
import { openReturnDoor } from './return-door.ts';
import { createSmtpCarrier, readMailFile } from './smtp.ts';

/** The mail server of the configuration; null when none is configured. Throws `MailSettingsError`. */
export function carrierOf(config: Config): MailCarrier | null {
  const { smtpHost: host, smtpFrom: from, smtpPasswordFile } = config;
  if (host === null || from === null) return null;
  return createSmtpCarrier(
    {
      host,
      port: config.smtpPort,
      security: config.smtpSecurity,
      user: config.smtpUser,
      password: smtpPasswordFile === null ? null : readMailFile(smtpPasswordFile),
      from,
      fromName: config.smtpFromName,
      bounceAddress: config.smtpBounceAddress,
      authorityFile: config.smtpAuthorityFile,
    },
    { service: config.publisherService, page: config.origins[0] ?? null },
  );
}

/** Opens the door for answers that did not arrive, where one is configured. Answers what closes it again. */
export async function openReturns(
  config: Config,
  hub: HubForReturns,
  log: LogSink,
): Promise<() => Promise<void>> {
  const { smtpBounceAddress: address, smtpBounceListen, origins } = config;
  const listen = readDoor(smtpBounceListen);
  if (listen === null || address === null) return async () => undefined;
  const door = await openReturnDoor({ ...listen, address, hub, page: origins[0] ?? null, log });
  log('info', 'mail-returns-listening', { port: door.port });
  return () => door.close();
}
