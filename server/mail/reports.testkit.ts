/** What comes to a return path, as servers and people write it. `person` is the address of whom the answer was for. */

function message(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}

/** The headers of our letter, as a report brings them back. */
function letterHeaders(person: string): string[] {
  return [
    'From: Permanence <reponse@permanence.example>',
    `To: ${person}`,
    'Subject: =?UTF-8?Q?R=C3=A9ponse_=C3=A0_votre_demande_C-1001?=',
    'Auto-Submitted: auto-generated',
  ];
}

type Postfix = {
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
};

/** Postfix 3.7's bounce(8), headers only. */
export function postfixReport(
  person: string,
  to: string,
  {
    action = 'failed',
    status = '5.1.1',
    diagnostic = `smtp; 550 5.1.1 <${person}>: user unknown`,
  }: Postfix = {},
): string {
  return message([
    'Date: Tue, 24 Nov 2026 10:04:11 +0100 (CET)',
    'From: MAILER-DAEMON@mx.operateur.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4D1C21A0B3.1795510251/mx.operateur.example"',
    'Message-Id: <20261124090411.7C2D11A0B4@mx.operateur.example>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4D1C21A0B3.1795510251/mx.operateur.example',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.operateur.example.',
    '',
    `<${person}>: host mx.exemple.fr[192.0.2.7] said: ${diagnostic.replace(/^smtp; /, '')} (in reply to RCPT TO command)`,
    '',
    '--4D1C21A0B3.1795510251/mx.operateur.example',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.operateur.example',
    'X-Postfix-Queue-ID: 4D1C21A0B3',
    `X-Postfix-Sender: rfc822; ${to}`,
    'Arrival-Date: Tue, 24 Nov 2026 10:04:09 +0100 (CET)',
    '',
    `Final-Recipient: rfc822; ${person}`,
    `Original-Recipient: rfc822;${person}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.exemple.fr',
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--4D1C21A0B3.1795510251/mx.operateur.example',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    `Return-Path: <${to}>`,
    ...letterHeaders(person),
    '',
    '--4D1C21A0B3.1795510251/mx.operateur.example--',
  ]);
}

/** Exchange's, with the status of its own in the diagnostic, the whole letter attached, and parts inside parts. */
export function exchangeReport(person: string, to: string, french = false): string {
  const words = french
    ? 'Votre message n’a pas pu =C3=AAtre remis =C3=A0 son destinataire. Sa bo=C3=AEte est pleine.'
    : 'Your message couldn’t be delivered. The recipient’s mailbox is full.';
  return message([
    'From: postmaster@exemple.fr',
    `To: ${to}`,
    `Subject: ${french ? '=?utf-8?B?Tm9uIHJlbWlzwqA6IFLDqXBvbnNl?=' : 'Undeliverable: Answer'}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="f2a6b1c0-77aa-4e0c-9c58-0e1f5a3fd1b2"',
    'X-MS-Exchange-Message-Is-Ndr:',
    'Auto-Submitted: auto-replied',
    '',
    '--f2a6b1c0-77aa-4e0c-9c58-0e1f5a3fd1b2',
    'Content-Type: multipart/alternative; differences=Content-Type;',
    ' boundary="inner-77aa"',
    '',
    '--inner-77aa',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    words,
    '',
    '--inner-77aa',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `<html><body><p>${words}</p></body></html>`,
    '',
    '--inner-77aa--',
    '',
    '--f2a6b1c0-77aa-4e0c-9c58-0e1f5a3fd1b2',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;PR0P264MB1234.FRAP264.PROD.OUTLOOK.COM',
    'Received-From-MTA: dns;mx.operateur.example',
    'Arrival-Date: Tue, 24 Nov 2026 09:04:12 +0000',
    '',
    'Original-Recipient: rfc822;',
    `Final-Recipient: rfc822;${person}`,
    'Action: failed',
    'Status: 5.2.2',
    'Diagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException',
    ' .MapiExceptionShutoffQuotaExceeded; Failed to process message',
    '',
    '--f2a6b1c0-77aa-4e0c-9c58-0e1f5a3fd1b2',
    'Content-Type: message/rfc822',
    '',
    ...letterHeaders(person),
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Bonjour, pr=C3=A9sentez-vous au commissariat.',
    '',
    '--f2a6b1c0-77aa-4e0c-9c58-0e1f5a3fd1b2--',
  ]);
}

/** Exim's words in French, the status in base64 and with the line ends of Unix: its reader must not care. */
export function frenchReport(person: string, to: string): string {
  const status = [
    'Reporting-MTA: dns; courrier.exemple.fr',
    '',
    'Action: failed',
    `Final-Recipient: rfc822;${person}`,
    'Status: 5.0.0',
    'Remote-MTA: dns; mx2.exemple.fr',
    'Diagnostic-Code: smtp; 550-5.7.1 Message refusé par la politique du site',
    '',
  ].join('\n');
  return message([
    'Auto-Submitted: auto-replied',
    'From: Service de distribution du courrier <Mailer-Daemon@courrier.exemple.fr>',
    `To: ${to}`,
    'Subject: =?UTF-8?Q?=C3=89chec_de_la_remise_du_courrier?=',
    'MIME-Version: 1.0',
    'Content-Type: Multipart/Report; boundary=1795510300-eximdsn-1804289383; Report-Type="delivery-status"',
    '',
    '--1795510300-eximdsn-1804289383',
    'Content-type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Ce message a été créé automatiquement. Un message que vous avez envoyé n’a pas pu être remis :',
    '',
    `  ${person}`,
    '',
    '--1795510300-eximdsn-1804289383',
    'Content-type: message/delivery-status',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(status).toString('base64'),
    '',
    '--1795510300-eximdsn-1804289383--',
  ]);
}

/** What a person's mailbox sends by itself (RFC 3834), from nobody like a report. */
export function holidayReply(person: string, to: string): string {
  return message([
    `From: ${person}`,
    `To: ${to}`,
    'Subject: Absence =?UTF-8?Q?jusqu=27au_lundi?=',
    'Auto-Submitted: auto-replied (vacation)',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Je suis absente. Action: failed',
  ]);
}

/** Somebody who answers by mail, with the report they once got attached. */
export function personalReply(person: string, to: string): string {
  return message([
    `From: ${person}`,
    `To: ${to}`,
    'Subject: Re: votre demande',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Merci, mais mon adresse est 12 rue des Lilas.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.exemple.fr',
    '',
    'Action: failed',
    'Status: 5.1.1',
    '--b--',
  ]);
}
