import type { Catalogue } from '../catalogue.ts';

export const personal: Catalogue['personal'] = {
  names: {
    card: 'card number',
    iban: 'IBAN',
    phone: 'telephone number',
    email: 'e-mail address',
    nir: 'social security number',
    document: 'identity document number',
  },
  masked: {
    card: 'Card number hidden',
    iban: 'IBAN hidden',
    phone: 'Telephone number hidden',
    email: 'E-mail address hidden',
    nir: 'Social security number hidden',
    document: 'Identity document number hidden',
  },
  show: (masked) => `${masked} – show`,
  hide: (name) => `Hide again: ${name}`,
  revealed: (officer, name) => `${officer} looked at something personal: ${name}`,
  revealing: (name) => `You looked at something personal (${name}): the journal will say so.`,
  carried: (officer, names) =>
    `Sent by ${officer} in spite of the warning: data of another conversation (${names})`,
  exported: (officer, reason) => `PDF copy extracted by ${officer} (reason: ${reason})`,
  abuse: {
    warn: 'Warn',
    warnHelp: 'Sends the prepared warning: abuse of the service',
    warned: (officer) => `Warning against abuse, by ${officer}`,
    reason: 'Kind of abuse',
    reasons: {
      insults: 'Insults',
      threats: 'Threats',
      repetition: 'Repeated or systematic messages',
      attack: 'Attack on the service',
    },
    block: 'Then close the chat',
    none: 'No, close the conversation only',
    targets: { session: 'to this browser', address: 'to this network address' },
    spans: { 1: '1 hour', 24: '24 hours', 168: '7 days' },
    help: 'The address may be shared (family, school, operator): prefer the browser. 17, 112, 114 and the help centre stay open. The block is audited; it cannot be undone here, a supervisor can lift it.',
    blocked: (officer, target, span, reason) => `${officer} closed the chat ${target} for ${span}: ${reason}`,
    unblocked: (officer) => `Block lifted by ${officer}`,
    lift: 'Lift the block',
  },
  warning: {
    title: (reference) => `Does this really concern ${reference}?`,
    text: (names) =>
      `Nothing was sent. This text holds something that stands in another conversation, not in this one: ${names}.`,
    reread: 'Read the text again',
    sendAnyway: (reference) => `Send to ${reference} anyway`,
    noted: 'If you send it anyway, the journal will say so.',
  },
};
