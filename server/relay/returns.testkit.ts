/** A relay whose answers by e-mail leave by real SMTP, and whose door takes the reports that come back. */
import { expect, vi } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { handOver, type Said, TestMailServer } from '../mail/mail-server.testkit.ts';
import { postfixReport } from '../mail/reports.testkit.ts';
import { openReturnDoor, type ReturnDoor } from '../mail/return-door.ts';
import { createSmtpCarrier } from '../mail/smtp.ts';
import type { TestDesk } from './clients.testkit.ts';
import type { MailCarrier } from './ports.ts';
import { House } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

export const PERSON = 'canari.7f3a@exemple.fr';
export const BOUNCES = 'retour@permanence.example';
export const PAGE = 'https://tchat.permanence.example';
export const DAY = 24 * 60 * 60_000;

/** The wire is real: what came of it is polled, while the time of the relay stands still. */
export function until(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000, interval: 20 });
}

/** The desk that answered, and where the letter says that failures go. */
export type Answered = { readonly desk: TestDesk; readonly conversation: Id; readonly returnPath: string };

export class ReturnHouse {
  readonly server: TestMailServer;
  readonly house: House;
  readonly door: ReturnDoor;

  private constructor(server: TestMailServer, house: House, door: ReturnDoor) {
    this.server = server;
    this.house = house;
    this.door = door;
  }

  static async open(): Promise<ReturnHouse> {
    const server = await TestMailServer.start();
    const house = await House.open({}, undefined, carrierTo(server.port, BOUNCES));
    const door = await openReturnDoor({
      address: BOUNCES,
      host: '127.0.0.1',
      port: 0,
      // A relay that was killed is another one by then.
      hub: {
        knowsReturn: (token) => house.hub.returns.knowsReturn(token),
        mailReturned: (token, reason) => house.hub.returns.mailReturned(token, reason),
      },
      page: PAGE,
      log: (_, event, details) => void house.events.push({ event, details }),
    });
    return new ReturnHouse(server, house, door);
  }

  async close(): Promise<void> {
    await this.door.close();
    await this.house.hub.drain();
    await this.house.close();
    await this.server.close();
  }

  /** A question left with an address, in the hands of an officer. */
  async taken(): Promise<Omit<Answered, 'returnPath'>> {
    const page = await this.house.arrive();
    page.send({ type: 'defer', id: newId(), address: PERSON, text: 'Ma carte est perdue.' });
    await settle();
    const desk = await this.house.desk();
    const { conversation } = page;
    await desk.ask({ kind: 'take', conversation });
    await desk.follow(conversation);
    return { desk, conversation };
  }

  /** The server took the answer: the address is destroyed, the conversation closed. */
  async answered(): Promise<Answered> {
    const { desk, conversation } = await this.taken();
    const before = this.server.received.length;
    await desk.ask({ kind: 'email', conversation, text: 'Bonjour, venez avec une photo.' });
    await until(() => expect(mailOf(desk, conversation)?.state).toBe('accepted'));
    return { desk, conversation, returnPath: this.server.received[before]?.from ?? '' };
  }

  /** Hands a report over, from nobody as servers do. */
  report(to: string, raw = postfixReport(PERSON, to)): Promise<Said> {
    return handOver(this.door.port, { to, raw });
  }

  /** Nothing that was said of the person got anywhere: not to a desk, a journal, a log or the store's file. */
  async expectSilence({ desk, conversation }: Answered): Promise<void> {
    const { events } = this.house;
    const told = JSON.stringify([desk.link.frames, events, await this.house.journal(conversation)]);
    const file = this.house.store.database.serialize().toString('latin1');
    for (const secret of [PERSON, 'Lilas', 'absente', 'user unknown', 'mailbox full']) {
      expect(told).not.toContain(secret);
      expect(file).not.toContain(secret);
    }
  }
}

export function carrierTo(port: number, bounceAddress: string | null): MailCarrier {
  return createSmtpCarrier(
    {
      host: '127.0.0.1',
      port,
      security: 'none',
      user: null,
      password: null,
      from: 'reponse@permanence.example',
      fromName: 'Permanence',
      bounceAddress,
      authorityFile: null,
    },
    { service: 'Permanence', page: null },
  );
}

/** How the latest answer stands, as a desk was told. */
export function mailOf(desk: TestDesk, conversation: Id) {
  return desk.heads.get(conversation)?.deferral?.mail;
}
