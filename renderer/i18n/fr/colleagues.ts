import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

export const colleagues = {
  /** Passing a conversation on. */
  pass: {
    title: (reference: string) => `Passer ${reference}`,
    where: 'Destination',
    targets: { colleague: 'Un collègue', group: 'Un groupe' },
    group: fr`À quel groupe ?`,
    groupNobody: fr`personne en service : elle ira à tout le monde`,
    groupOnDuty: (count: number, all: number) =>
      `${counted(count, 'fr', 'en service', 'en service')} sur ${all}`,
    groupHelp: fr`Elle va en tête de file, d’abord pour ce groupe, puis pour tout le monde.`,
    chooseGroup: 'Choisissez un groupe.',
    note: fr`Note pour ceux qui prendront la suite (facultatif)`,
    submitGroup: 'Passer au groupe',
  },
  forGroup: (name: string) => `pour ${name}`,
  forGroupMine: (name: string) => `pour votre groupe ${name}`,
  reserved: (name: string) => fr`D’abord pour le groupe ${name}`,
  reservedUntil: (name: string, time: string) => fr`D’abord pour le groupe ${name}, jusqu’à ${time}`,
  /** Who has the conversation on screen. */
  present: {
    title: 'Collègues présents',
    nobody: 'Personne d’autre ne lit cette conversation.',
    holds: 'suit la conversation',
    reads: 'lit, peut ajouter une note',
    unreachable: 'poste injoignable',
  },
  /** Advice asked of a colleague. */
  consult: {
    ask: 'Demander un avis',
    title: (reference: string) => `Demander un avis sur ${reference}`,
    help: fr`Votre collègue lira la conversation et pourra y ajouter des notes. Vous seul écrivez au citoyen.`,
    note: 'Votre question (facultatif)',
    submit: 'Demander son avis',
    end: (officer: string) => `Terminer l’avis de ${officer}`,
    endShort: 'Terminer',
    waiting: 'avis demandé',
    mark: 'avis demandé',
    row: (officer: string) => `avis demandé par ${officer}`,
    blocked: (officer: string) =>
      fr`${officer} suit cette conversation et vous demande un avis : écrivez-lui par une note. Le citoyen ne la voit pas.`,
    system: {
      asked: (officer: string, colleague: string) => fr`Avis demandé par ${officer} à ${colleague}`,
      ended: (colleague: string) => `Avis de ${colleague} terminé`,
    },
  },
  groups: {
    title: 'Groupes',
    manage: 'Gérer les groupes',
    none: fr`Aucun groupe. Un groupe réunit des policiers à qui passer une conversation.`,
    members: (count: number) => counted(count, 'fr', 'membre', 'membres'),
    unknown: 'policier non connecté depuis le démarrage',
    add: 'Nouveau groupe',
    addSubmit: 'Créer',
    addMember: (group: string) => `Ajouter un policier à ${group}`,
    choose: 'Ajouter un policier…',
    leave: (officer: string, group: string) => `Retirer ${officer} de ${group}`,
    remove: 'Supprimer',
    removeNamed: (group: string) => `Supprimer le groupe ${group}`,
    removeSure: fr`Supprimer ce groupe ?`,
    rename: (group: string) => `Nom du groupe ${group}`,
    renameSubmit: 'Renommer',
    refused: 'Le groupe n’a pas changé.',
  },
  missed: {
    region: 'Absence automatique',
    sentence: fr`Des conversations vous ont été proposées sans que vous les ouvriez : elles sont retournées dans la file, et vous êtes absent.`,
    back: 'Je suis disponible',
  },
  notices: {
    asked: (reference: string, officer: string) => fr`${officer} vous demande un avis sur ${reference}.`,
    whisper: (reference: string, officer: string) => fr`Note de ${officer} sur ${reference}.`,
    given: (reference: string) => fr`${reference} vous est confiée.`,
    over: (reference: string) => `Votre avis sur ${reference} n’est plus demandé.`,
    open: (reference: string) => `Ouvrir ${reference}`,
    openShort: 'Ouvrir',
  },
  system: {
    toGroup: (officer: string, group: string) => fr`Passée par ${officer} au groupe ${group}`,
    transferredToQueue: (officer: string) => `Passée par ${officer} à la file`,
    offerMissed: fr`Proposée sans réponse : rendue à la file`,
  },
};
