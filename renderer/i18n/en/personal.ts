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
  warning: {
    title: (reference) => `Does this really concern ${reference}?`,
    text: (names) =>
      `Nothing was sent. This text holds something that stands in another conversation, not in this one: ${names}.`,
    reread: 'Read the text again',
    sendAnyway: (reference) => `Send to ${reference} anyway`,
    noted: 'If you send it anyway, the journal will say so.',
  },
};
