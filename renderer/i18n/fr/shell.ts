import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

export const shell = {
  product: 'Permanence',
  opening: 'Ouverture du bureau…',
  trial: 'Version d’essai',
  trialHelp: fr`Exécution d’essai : ne pas utiliser en service.`,
  views: { label: 'Affichage', desk: 'Bureau', board: 'Tableau de bord' },
  panes: {
    label: 'Partie du bureau',
    lists: 'Listes',
    conversation: 'Conversation',
    context: 'Contexte',
  },
  settings: 'Réglages',
  shortcuts: 'Raccourcis clavier',
  close: 'Fermer',
  cancel: 'Annuler',
  dismiss: 'Masquer ce message',
  notices: 'Messages du bureau',
  skip: 'Aller à la réponse',
  crash: {
    title: 'Cette partie de l’écran s’est arrêtée',
    safe: fr`Rien n’est perdu : vos conversations, vos brouillons et vos envois restent enregistrés.`,
    action: 'Réafficher',
  },
  failed: fr`L’opération n’a pas abouti. Rien n’a été perdu ; réessayez.`,
  emergency: {
    region: 'Urgences',
    word: 'Urgence',
    waits: (duration: string) => `attend depuis ${duration}`,
    held: (alias: string) => `suivie par ${alias}`,
    others: (count: number) => counted(count, 'fr', 'autre urgence', 'autres urgences'),
    take: (reference: string) => `Prendre l’urgence ${reference}`,
    open: (reference: string) => `Ouvrir ${reference}`,
  },
  connection: {
    online: 'Connecté',
    connecting: 'Connexion…',
    offline: 'Hors connexion',
    explain: fr`Les messages reçus restent lisibles ; les vôtres partiront au retour de la connexion.`,
    retryIn: (seconds: number) => `Nouvel essai dans ${seconds} s.`,
    retryNow: 'Réessayer maintenant',
  },
  cache: {
    encrypted: 'Copie locale chiffrée',
    memory: 'Copie locale en mémoire seulement',
    why: {
      'no-keychain': fr`Aucun trousseau sur ce poste : rien n’est écrit sur le disque, tout s’efface à la fermeture.`,
      'plaintext-keychain': fr`Le trousseau de ce poste n’est pas protégé : rien n’est écrit sur le disque.`,
      unreadable: fr`La copie locale était illisible et a été écartée : rien n’est écrit sur le disque.`,
      failed: fr`La copie locale ne répond pas : rien n’est écrit sur le disque.`,
    },
  },
  sound: { on: (percent: number) => fr`Son : ${percent} %`, off: 'Son coupé' },
  presence: {
    label: 'Présence',
    names: {
      available: 'Disponible',
      finishing: 'Je termine',
      break: 'En pause',
      away: 'Absent',
      offline: 'Hors ligne',
    },
  },
  capacity: {
    label: 'Capacité',
    help: 'Nombre de conversations que vous suivez à la fois',
    less: 'Réduire la capacité',
    more: 'Augmenter la capacité',
  },
  status: 'État du poste',
  me: (rank: string, alias: string) => `${rank} ${alias}`,
};

export const signIn = {
  title: 'Connexion au bureau',
  relay: 'Relais',
  login: 'Identifiant',
  password: 'Mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion…',
  retry: 'Réessayer de joindre le relais',
  confidential: 'Réservé aux policiers habilités. Chaque connexion est enregistrée.',
  lockedFor: (duration: string) =>
    fr`Trop d’essais : la connexion est bloquée encore ${duration}. Attendez, ou demandez à votre superviseur.`,
  unlocked: 'Vous pouvez réessayer.',
  errors: {
    'sign-in-failed': fr`Identifiant ou mot de passe incorrect. Vérifiez la touche Verr. Maj, puis réessayez.`,
    'rate-limited': 'Trop d’essais en peu de temps. Patientez une minute, puis réessayez.',
    offline: fr`Le relais ne répond pas. Vérifiez le réseau du poste, puis réessayez.`,
    'bad-certificate': fr`Le certificat du relais n’est pas reconnu : rien n’a été envoyé. Prévenez votre service informatique.`,
    'storage-unavailable':
      'Le relais ne peut rien enregistrer pour le moment. Réessayez dans quelques minutes.',
    'shutting-down': 'Le relais redémarre. Réessayez dans une minute.',
    other: 'La connexion a été refusée. Réessayez, puis prévenez votre superviseur.',
  },
  notices: {
    'session-expired': fr`Votre session a expiré. Reconnectez-vous : vos brouillons et vos envois sont conservés.`,
    'version-unsupported': fr`Ce bureau n’est pas à jour et ne peut pas parler au relais. Installez la nouvelle version.`,
    replaced: 'Vous avez ouvert le bureau sur un autre poste. Reconnectez-vous pour revenir ici.',
    'relay-unreachable': 'Le relais ne répond pas. Vérifiez le réseau du poste.',
    'signed-out': 'Vous êtes déconnecté.',
  },
};
