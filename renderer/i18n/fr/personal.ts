import { fr } from '../../format/typography.ts';

export const personal = {
  names: {
    card: 'numéro de carte',
    iban: 'IBAN',
    phone: 'numéro de téléphone',
    email: 'adresse e-mail',
    nir: 'numéro de sécurité sociale',
    document: 'numéro de pièce d’identité',
  },
  /** What stands in its place; in lists, search results and what is read aloud, where nothing can be shown, alone. */
  masked: {
    card: 'Numéro de carte masqué',
    iban: 'IBAN masqué',
    phone: 'Numéro de téléphone masqué',
    email: 'Adresse e-mail masquée',
    nir: 'Numéro de sécurité sociale masqué',
    document: 'Numéro de pièce d’identité masqué',
  },
  show: (masked: string) => `${masked} – afficher`,
  hide: (name: string) => fr`Masquer de nouveau : ${name}`,
  revealed: (officer: string, name: string) => fr`${officer} a affiché une donnée du citoyen : ${name}`,
  revealing: (name: string) => fr`Vous avez affiché une donnée du citoyen (${name}) : le journal le notera.`,
  carried: (officer: string, names: string) =>
    fr`Envoyé par ${officer} malgré l’avertissement : donnée d’une autre conversation (${names})`,
  exported: (officer: string, reason: string) => fr`Copie PDF extraite par ${officer} (motif : ${reason})`,
  warning: {
    title: (reference: string) => fr`Cela concerne-t-il bien ${reference} ?`,
    text: (names: string) =>
      fr`Rien n’est parti. Ce texte contient une donnée qui figure dans une autre conversation, pas dans celle-ci : ${names}.`,
    reread: 'Relire le texte',
    sendAnyway: (reference: string) => `Envoyer quand même à ${reference}`,
    noted: 'Si vous l’envoyez quand même, le journal le notera.',
  },
};
