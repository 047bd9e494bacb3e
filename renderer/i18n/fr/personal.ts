import { counted } from '../../format/plural.ts';
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
  abuse: {
    warn: 'Avertir',
    warnHelp: fr`Envoie l’avertissement préparé : usage abusif du service`,
    warned: (officer: string) => fr`Avertissement pour usage abusif, par ${officer}`,
    reason: 'Motif de l’abus',
    reasons: {
      insults: 'Injures',
      threats: 'Menaces',
      repetition: 'Envois répétés ou systématiques',
      attack: 'Atteinte au service',
    },
    block: 'Fermer ensuite le tchat',
    none: 'Non, clore seulement',
    targets: { session: 'à ce navigateur', address: 'à cette adresse réseau' },
    spans: { 1: '1 heure', 24: '24 heures', 168: '7 jours' },
    help: fr`L’adresse peut être partagée (famille, école, opérateur) : préférez le navigateur. Le 17, le 112, le 114 et le centre d’aide restent ouverts. Le blocage est audité ; il ne peut pas être annulé d’ici, un superviseur peut le lever.`,
    blocked: (officer: string, target: string, span: string, reason: string) =>
      fr`${officer} a fermé le tchat ${target}, ${span} : ${reason}`,
    unblocked: (officer: string, reason: string | null) =>
      fr`Blocage levé par ${officer}${reason === null ? '' : ` (${reason})`}`,
  },
  blocks: {
    title: 'Blocages en cours',
    count: (count: number) => counted(count, 'fr', 'blocage', 'blocages'),
    none: fr`Le tchat n’est fermé à personne.`,
    help: fr`Chaque blocage porte la référence de la conversation qui l’a causé et finit de lui-même. Aucune adresse n’est lisible ici, ni gardée en clair.`,
    targets: { session: 'Navigateur du citoyen', address: 'Adresse réseau du citoyen' },
    by: (officer: string) => `par ${officer}`,
    byNobody: 'par un compte supprimé',
    until: (stamp: string) => `jusqu’au ${stamp}`,
    open: (reference: string) => `Ouvrir ${reference}`,
    reason: (reference: string) => `Motif pour lever le blocage de ${reference}`,
    choose: fr`Motif pour le lever…`,
    reasons: {
      mistake: 'bloqué par erreur',
      settled: 'situation réglée',
      'others-affected': 'd’autres personnes en sont gênées',
    },
    lift: 'Lever',
    liftNamed: (reference: string) => `Lever le blocage de ${reference}`,
    reasonFirst: fr`Choisissez d’abord un motif : il est audité.`,
    see: 'Voir le blocage',
  },
  warning: {
    title: (reference: string) => fr`Cela concerne-t-il bien ${reference} ?`,
    text: (names: string) =>
      fr`Rien n’est parti. Ce texte contient une donnée qui figure dans une autre conversation, pas dans celle-ci : ${names}.`,
    reread: 'Relire le texte',
    sendAnyway: (reference: string) => `Envoyer quand même à ${reference}`,
    hint: fr`Rien ne part : choisissez ci-dessus`,
    noted: 'Si vous l’envoyez quand même, le journal le notera.',
  },
};
