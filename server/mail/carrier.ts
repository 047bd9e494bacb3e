import type { Config } from '../config/index.ts';
import type { MailCarrier } from '../relay/ports.ts';
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
