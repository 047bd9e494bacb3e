import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { CITIZEN_LANGUAGES, directionOf, isWritten, langTag } from '../../protocol/language.ts';
import { makeCertificate } from '../gateway/certificate.testkit.ts';
import type { Letter } from '../relay/ports.ts';
import { TestMailServer } from './mail-server.testkit.ts';
import { createSmtpCarrier, MailSettingsError, readMailFile, type SmtpSettings } from './smtp.ts';

let directory: string;
const servers: TestMailServer[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-mail-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(directory, { recursive: true, force: true });
});

async function start(...options: Parameters<typeof TestMailServer.start>): Promise<TestMailServer> {
  const server = await TestMailServer.start(...options);
  servers.push(server);
  return server;
}

const SENDER = { service: 'Permanence numérique', page: 'https://tchat.example' };

function carrier(port: number, settings: Partial<SmtpSettings> = {}) {
  return createSmtpCarrier(
    {
      host: '127.0.0.1',
      port,
      security: 'none',
      user: null,
      password: null,
      from: 'reponse@permanence.example',
      fromName: 'Permanence numérique',
      bounceAddress: null,
      authorityFile: null,
      ...settings,
    },
    SENDER,
  );
}

function letter(changes: Partial<Letter> = {}): Letter {
  return {
    email: newId(),
    to: 'lea.martin@exemple.fr',
    token: '0123456789abcdef0123456789abcdef',
    writtenAt: Date.UTC(2026, 10, 24, 9),
    language: 'fr',
    reference: 'C-42',
    officer: { rank: 'Brigadier', alias: 'Camille' },
    text: 'Bonjour,\n\nvotre vélo a été retrouvé : voyez https://exemple.fr/velos?a=1&b=2.',
    purgeAt: Date.UTC(2027, 1, 1, 9),
    ...changes,
  };
}

describe('a letter on the wire', () => {
  it('says the same in text and HTML, from nobody’s mailbox, to one address', async () => {
    const server = await start();
    expect(await carrier(server.port).carry(letter())).toEqual({
      kind: 'over',
      outcome: 'accepted',
      reason: null,
    });
    const [received] = server.received;
    expect(received).toMatchObject({ from: 'reponse@permanence.example', to: ['lea.martin@exemple.fr'] });
    const { mail } = received ?? {};
    for (const text of [mail?.text, mail?.html === false ? '' : mail?.html]) {
      expect(text).toContain('votre vélo a été retrouvé');
      expect(text).toContain('Brigadier Camille');
      expect(text).toContain('C-42');
      expect(text).toContain('1er février 2027');
      expect(text).toContain('17');
    }
    expect(mail?.subject).toBe('Réponse à votre demande C-42');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('holds nothing that tells it was read: no picture, no remote part, links that show where they lead', async () => {
    const server = await start();
    await carrier(server.port).carry(letter());
    const html = server.received[0]?.mail.html;
    if (typeof html !== 'string') throw new Error('no HTML part');
    expect(html).not.toMatch(/<(?:img|link|script|style|iframe|object|video|audio|form)\b|url\(|src=/i);
    const links = [...html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)];
    expect(links.map(([, address]) => address)).toEqual([
      'https://exemple.fr/velos?a=1&amp;b=2',
      'https://tchat.example',
    ]);
    for (const [, address, shown] of links) expect(shown).toBe(address);
    const raw = server.received[0]?.raw ?? '';
    expect(raw).not.toMatch(/^(?:Disposition-Notification-To|Return-Receipt-To|X-Mailer|User-Agent):/im);
  });

  it('cannot be given markup or headers by what somebody typed', async () => {
    const server = await start();
    const text = '<script>alert(1)</script>\r\nBcc: autre@exemple.fr\r\n.\r\nRCPT TO:<autre@exemple.fr>';
    await carrier(server.port).carry(letter({ text, officer: { rank: 'B', alias: 'X\r\nBcc: y@z.fr' } }));
    expect(server.asked).toEqual(['lea.martin@exemple.fr']);
    expect(server.received).toHaveLength(1);
    const mail = server.received[0]?.mail;
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.text).toContain('<script>alert(1)</script>');
    expect(mail?.bcc).toBeUndefined();
  });

  it('bears the same Message-ID each time it is tried, and another for another letter', async () => {
    const server = await start();
    const same = letter();
    for (const each of [same, same, letter()]) await carrier(server.port).carry(each);
    const ids = server.received.map(({ mail }) => mail.messageId);
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@permanence\.example>$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(ids[0]).not.toContain(same.email);
  });

  it('is in the citizen’s language, but for the officer’s own words', async () => {
    const server = await start();
    await carrier(server.port).carry(letter({ language: 'en', text: 'Hello' }));
    expect(server.received[0]?.mail.subject).toBe('Answer to your request C-42');
    expect(server.received[0]?.mail.text).toContain('1 February 2027');
    expect(server.received[0]?.mail.html).toContain('<html lang="en" dir="ltr">');
    expect(server.received[0]?.mail.html).toContain('<p dir="auto" lang="en">Hello</p>');
  });

  it.each(CITIZEN_LANGUAGES)(
    'says in %s what to do in an emergency, when all is destroyed, and where to write',
    async (language) => {
      const server = await start();
      await carrier(server.port).carry(letter({ language, text: 'Bonjour.' }));
      const mail = server.received[0]?.mail;
      expect(mail?.subject).toMatch(/C-42/);
      const html = mail?.html === false ? '' : (mail?.html ?? '');
      for (const text of [mail?.text ?? '', html]) {
        for (const said of [
          'C-42',
          '17',
          '112',
          '114',
          '2027',
          'https://tchat.example',
          'Bonjour.',
          'Brigadier Camille',
        ]) {
          expect(text).toContain(said);
        }
      }
      // What is a link leads where it says: no mark or punctuation of the sentence around it is in it.
      expect([...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href)).toEqual([
        'https://tchat.example',
      ]);
      expect(html).toContain(`<html lang="${langTag(language)}" dir="${directionOf(language)}">`);
      expect(html).toContain(
        `<p dir="auto" lang="${isWritten(language) ? langTag(language) : ''}">Bonjour.</p>`,
      );
      expect(mail?.headers.get('content-language')).toBe(langTag(language));
    },
  );

  it('is written from right to left in Arabic, around an answer in whatever direction it has', async () => {
    const server = await start();
    await carrier(server.port).carry(letter({ language: 'ar', text: 'مرحبا\n\nBonjour.' }));
    const mail = server.received[0]?.mail;
    expect(mail?.subject).toBe('جواب على طلبك \u2068C-42\u2069');
    expect(mail?.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail?.html).toContain('<p dir="auto" lang="">مرحبا</p>');
    expect(mail?.html).toContain('<p dir="auto" lang="fr">Brigadier Camille<br>Permanence numérique</p>');
    expect(mail?.text).toContain('\u20681 فبراير 2027\u2069');
  });
});

describe('what a server says', () => {
  it.each([
    [{ code: 550, text: '5.1.1 no such user' }, 'over', 'bounced', 'mailbox'],
    [{ code: 552, text: '5.2.2 over quota' }, 'over', 'bounced', 'mailbox-full'],
    [{ code: 550, text: '5.7.1 not wanted' }, 'over', 'failed', 'policy'],
    [{ code: 450, text: '4.2.0 greylisted' }, 'later', undefined, 'busy'],
  ])('%j to the recipient is %s %s (%s)', async (answer, kind, outcome, reason) => {
    const server = await start();
    server.refuseRecipient = answer;
    expect(await carrier(server.port).carry(letter())).toMatchObject({
      kind,
      reason,
      ...(outcome === undefined ? {} : { outcome }),
    });
    expect(server.received).toEqual([]);
  });

  it('a refused content is final, a busy server is tried again', async () => {
    const server = await start();
    server.refuseContent = { code: 554, text: '5.7.0 content rejected' };
    expect(await carrier(server.port).carry(letter())).toEqual({
      kind: 'over',
      outcome: 'failed',
      reason: 'policy',
    });
    server.refuseContent = { code: 451, text: '4.3.0 try later' };
    expect(await carrier(server.port).carry(letter())).toMatchObject({ kind: 'later' });
  });

  it('a server that looks at a letter for minutes is waited for: hanging up would send it twice', async () => {
    const server = await start();
    const waits = vi.spyOn(Socket.prototype, 'setTimeout');
    try {
      await carrier(server.port).carry(letter());
      const longest = Math.max(...waits.mock.calls.map(([milliseconds]) => milliseconds));
      expect(waits.mock.calls.map(([milliseconds]) => milliseconds)).toContain(10 * 60_000);
      expect(longest).toBe(10 * 60_000);
    } finally {
      waits.mockRestore();
    }
  });

  it('nobody at the port is tried again', async () => {
    const server = await start();
    const { port } = server;
    await server.close();
    servers.length = 0;
    expect(await carrier(port).carry(letter())).toEqual({ kind: 'later', reason: 'unreachable' });
  });
});

describe('the way there', () => {
  it('starttls encrypts under an authority of one’s own, and signs in', async () => {
    const { certificate, key } = makeCertificate();
    const signIns: string[] = [];
    const server = await start({
      cert: certificate,
      key,
      authOptional: false,
      onAuth: ({ username, password }, session, done) => {
        signIns.push(`${session.secure} ${username}`);
        if (password === 'secret') done(null, { user: 1 });
        else done(new Error('no'));
      },
    });
    const authorityFile = join(directory, 'authority.pem');
    writeFileSync(authorityFile, certificate);
    const settings = { security: 'starttls', user: 'relais', authorityFile } as const;
    const good = carrier(server.port, { ...settings, password: 'secret' });
    expect(await good.carry(letter())).toMatchObject({ outcome: 'accepted' });
    expect(signIns).toEqual(['true relais']);
    const wrong = carrier(server.port, { ...settings, password: 'wrong' });
    expect(await wrong.carry(letter())).toEqual({ kind: 'later', reason: 'sign-in' });
    const stranger = carrier(server.port, { ...settings, authorityFile: null, password: 'secret' });
    expect(await stranger.carry(letter())).toEqual({ kind: 'later', reason: 'encryption' });
    expect(server.received).toHaveLength(1);
    // The certificate that was not trusted saw no password.
    expect(signIns).toHaveLength(2);
  });

  it('starttls sends nothing where the server cannot encrypt', async () => {
    const server = await start();
    const settings = { security: 'starttls' } as const;
    expect(await carrier(server.port, settings).carry(letter())).toEqual({
      kind: 'later',
      reason: 'encryption',
    });
    expect(server.asked).toEqual([]);
  });

  it('a settings file that cannot be read is said at the start', () => {
    expect(() => readMailFile(join(directory, 'absent'))).toThrow(MailSettingsError);
    const file = join(directory, 'password');
    writeFileSync(file, 'mot de passe \n');
    expect(readMailFile(file)).toBe('mot de passe ');
  });
});
