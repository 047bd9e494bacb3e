import { handOver, type Said, type TestMailServer } from '../../server/mail/mail-server.testkit.ts';
import { postfixReport } from '../../server/mail/reports.testkit.ts';
import { test } from '../fixtures.ts';
import type { Relay } from './relay.ts';

/** The relay's settings for a door through which answers come back, beside those of a mail server. */
export const DOOR: Readonly<Record<string, string>> = {
  PERMANENCE_SMTP_BOUNCE_ADDRESS: 'retour@permanence.example',
  PERMANENCE_SMTP_BOUNCE_LISTEN: '127.0.0.1:0',
};

/** A house with a mail server, and a door for what comes back afterwards. */
export const withReturns = test.extend({
  settings: async ({ mail }, use) => use({ ...mail.settings, ...DOOR }),
});

/** The person's server reports that the latest letter did not arrive. The relay's log says where its door is now. */
export function comesBack({ log }: Relay, mail: TestMailServer, person: string): Promise<Said> {
  const [, port] = [...log.matchAll(/"event":"mail-returns-listening","port":(\d+)/g)].at(-1) ?? [];
  const returnPath = mail.received.at(-1)?.from ?? '';
  return handOver(Number(port), { to: returnPath, raw: postfixReport(person, returnPath) });
}
