import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

export const context = {
  region: 'Contexte',
  subject: { title: 'Sujet', edit: 'Sujet de la conversation', save: 'Enregistrer le sujet' },
  tags: {
    title: 'Étiquettes',
    none: 'Aucune étiquette.',
    add: 'Ajouter une étiquette',
    remove: (tag: string) => `Retirer ${tag}`,
    submit: 'Ajouter',
  },
  emergency: {
    title: 'Urgence',
    flag: 'Signaler une urgence',
    acknowledge: 'Prendre en compte l’urgence',
    acknowledged: 'Urgence prise en compte.',
    flagged: 'Urgence à prendre en compte avant toute clôture.',
  },
  redirections: {
    title: 'Redirections envoyées',
    none: 'Aucune redirection envoyée.',
  },
  history: { title: 'Suivi', count: (count: number) => counted(count, 'fr', 'étape', 'étapes') },
  actions: {
    title: 'Actions',
    park: 'Mettre de côté',
    parkHelp: 'La conversation attend le citoyen et ne compte plus dans votre capacité.',
    resume: 'Reprendre',
    release: 'Rendre à la file',
    assign: 'Passer la main',
    assignSupervisor: 'Attribuer',
    close: 'Clore…',
    take: 'Prendre',
    export: 'Exporter en PDF…',
  },
  closure: { title: 'Issue', closedOn: (stamp: string) => `Close le ${stamp}` },
  purge: (date: string) => fr`Cette conversation sera détruite le ${date}.`,
  partial: 'D’après les entrées affichées.',
};

export const dispositions = {
  redirected: { name: 'Redirigée', help: 'Vers une plateforme ou un numéro officiel' },
  answered: { name: 'Renseignée', help: 'La question a reçu sa réponse' },
  'taken-in-charge': { name: 'Prise en charge', help: 'La demande est traitée par le service' },
  deferred: { name: 'Réponse différée', help: 'Une réponse par e-mail' },
  abusive: { name: 'Abusive', help: fr`Injures, menaces, envois répétés ; dites pourquoi` },
  abandoned: { name: 'Abandonnée', help: 'Le citoyen n’a plus répondu' },
};

export const emergencyActions = {
  'passed-to-17': 'transmise au 17',
  'passed-to-command': 'transmise à la salle de commandement',
  handled: 'traitée ici',
  'false-alarm': 'fausse alerte',
};

export const dialogs = {
  close: {
    title: (reference: string) => `Clore ${reference}`,
    disposition: fr`Comment la conversation s’est-elle terminée ?`,
    comment: 'Commentaire',
    commentRequired: 'Commentaire (obligatoire pour une conversation abusive)',
    subject: 'Sujet',
    subjectFirst: 'Donnez le sujet en quelques mots.',
    chooseFirst: 'Choisissez une issue.',
    commentFirst: 'Dites en une phrase pourquoi elle est abusive.',
    emergencyFirst: 'Une urgence se prend en compte avant de clore.',
    submit: (reference: string) => `Clore ${reference}`,
    submitNext: 'Clore et passer à la suivante',
  },
  handOver: {
    open: 'Relève',
    openHelp: fr`Passer toutes vos conversations`,
    title: 'Passer la main',
    counts: (count: number) =>
      count === 0
        ? fr`Vous ne suivez aucune conversation.`
        : fr`Vous suivez ${counted(count, 'fr', 'conversation', 'conversations')}. Rien ne sera perdu : le journal et vos brouillons suivent.`,
    relief: 'Passer la main maintenant',
    reliefHelp: (reference: string) =>
      fr`${reference} va à un superviseur, les autres en tête de file. Vous restez connecté, sans nouvelle conversation.`,
    reliefNone: fr`Vos conversations vont en tête de file. Vous restez connecté, sans nouvelle conversation.`,
    shiftEnd: 'Fin de service',
    shiftEndHelp: fr`Toutes vos conversations vont en tête de file. Vous passez en pause.`,
    note: 'Note pour la relève (facultatif)',
    draft: (text: string) => fr`Brouillon non envoyé : ${text}`,
  },
  exporting: {
    title: (reference: string) => `Exporter ${reference}`,
    what: fr`Tout le journal, notes internes comprises et rien de masqué, dans un fichier PDF/A avec l’empreinte de sa chaîne. L’export est noté au journal et à l’audit du relais, avec son motif.`,
    warning: (date: string) =>
      fr`Le fichier échappe à la destruction automatique : la conversation sera détruite le ${date}, pas lui. À vous de le protéger, et de le détruire quand il a servi.`,
    reason: fr`Motif : référence de la réquisition ou de la demande (obligatoire)`,
    reasonHelp: fr`Par exemple REQ-2026-014 : sans espace, sans nom.`,
    reasonProblem: fr`De 3 à 60 lettres sans accent, chiffres et . _ / -, sans espace : par exemple REQ-2026-014.`,
    submit: 'Choisir où l’enregistrer…',
    busy: 'Préparation du document…',
  },
  release: {
    title: (reference: string) => `Rendre ${reference} à la file`,
    text: 'Elle reprend la tête de la file, avec tout son journal.',
    note: 'Note pour le collègue qui la prendra (facultatif)',
    submit: 'Rendre à la file',
  },
  assign: {
    title: (reference: string) => `Passer ${reference} à un collègue`,
    who: fr`À qui ?`,
    nobody: 'Aucun collègue n’est connecté.',
    note: 'Note pour votre collègue (facultatif)',
    submit: 'Passer la main',
    load: (active: number, capacity: number) => `${active}/${capacity}`,
    full: 'au complet',
    chooseFirst: 'Choisissez un collègue.',
  },
  settings: {
    title: 'Réglages',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    language: 'Langue de l’interface',
    languages: { fr: 'Français', en: 'English' },
    volume: 'Volume des alertes',
    test: 'Essayer le son',
    notifications: 'Notifications du système',
    notificationsHelp: 'Elles ne montrent jamais le texte des messages.',
    away: 'Absent automatiquement',
    awayAfter: (minutes: number) => `après ${minutes} minutes sans activité`,
    awayNever: 'jamais',
    account: 'Compte',
    signOut: 'Se déconnecter',
    signOutEverywhere: 'Se déconnecter de tous les postes',
    signOutHelp: 'Vos conversations seront rendues à la file.',
  },
  shortcuts: { title: 'Raccourcis clavier', keys: 'Touches', action: 'Action' },
};

export const shortcutNames = {
  takeNext: 'Prendre la conversation suivante',
  nextUnread: 'Aller à la prochaine conversation qui attend une réponse',
  emergency: 'Aller à la première urgence',
  focusQueue: 'Aller à la file',
  focusMine: 'Aller à mes conversations',
  focusComposer: 'Aller à la réponse',
  focusContext: 'Aller au contexte',
  noteMode: 'Passer de message à note interne',
  handOver: 'Passer la main tout de suite à un superviseur, le reste en tête de file',
  search: 'Rechercher dans les conversations de ce poste',
  close: 'Clore la conversation (et passer à la suivante)',
  undoClose: 'Annuler la clôture en cours',
  toggleContext: 'Afficher ou masquer le contexte',
  toggleBoard: 'Passer du bureau au tableau de bord',
  toggleContent: 'Passer du bureau aux contenus et à mes réponses',
  shortcuts: 'Afficher cette liste',
  responses: 'Réponses préparées, en début de mot',
  platforms: 'Plateformes de redirection, en début de mot',
  send: 'Envoyer',
  newLine: 'Aller à la ligne',
  lists: 'Parcourir une liste',
};
