import type { Language } from '../../protocol/language.ts';

/** One citizen of the demonstration. Invented people, invented facts. */
export type Part = {
  /** Seconds after the beginning. */
  readonly arrives: number;
  readonly language: Language;
  readonly subject: string | null;
  /** What is written while waiting, one after the other, a few seconds apart. */
  readonly opening: readonly string[];
  /** One for each of the officer's messages, in order; then silence. */
  readonly replies: readonly string[];
  /** Gives up after waiting so many seconds without an answer. */
  readonly patience?: number;
};

/** Somebody in danger: to the head of the queue, whenever they come. */
export const EMERGENCY: Part = {
  arrives: 13,
  language: 'fr',
  subject: 'Violences',
  opening: [
    'Au secours, quelqu’un force la porte de mon appartement.',
    'Je suis cachée dans la salle de bains.',
  ],
  replies: ['Oui j’appelle le 17.', 'Ils arrivent, merci.'],
};

export const CAST: readonly Part[] = [
  {
    arrives: 0,
    language: 'fr',
    subject: 'Vol de vélo',
    opening: [
      'Bonjour, on m’a volé mon vélo cette nuit devant mon immeuble.',
      'Il était attaché avec un antivol en U. Je voudrais savoir comment porter plainte.',
    ],
    replies: [
      'Non, je n’ai vu personne. Il y a peut-être une caméra dans la cour.',
      'D’accord, je le fais en ligne alors. Est-ce que le numéro de série est obligatoire ?',
      'Merci beaucoup, c’est très clair.',
    ],
  },
  {
    arrives: 1,
    language: 'fr',
    subject: 'Arnaque sur Internet',
    opening: [
      'Bonsoir. J’ai payé une location de vacances 480 € par virement et l’annonce a disparu.',
      'Le vendeur ne répond plus depuis hier.',
    ],
    replies: ['Oui, j’ai gardé les échanges et le relevé.', 'Parfait, je vais sur ce site. Merci.'],
  },
  {
    arrives: 2,
    language: 'fr',
    subject: 'Bruit',
    opening: ['Bonjour, mes voisins font du bruit toutes les nuits depuis une semaine. Que puis-je faire ?'],
    replies: [
      'Environ de 23 h à 3 h du matin.',
      'Je n’ai pas encore prévenu le syndic, je vais commencer par là.',
    ],
  },
  {
    arrives: 3,
    language: 'en',
    subject: 'Lost passport',
    opening: [
      'Hello, I am visiting Paris and I lost my passport on the metro this morning.',
      'Do I need a police report for my embassy?',
    ],
    replies: ['I am staying near Gare de l’Est.', 'Thank you, I will go there this afternoon.'],
  },
  {
    arrives: 5,
    language: 'fr',
    subject: 'Harcèlement',
    opening: [
      'Bonjour. Une personne m’envoie des dizaines de messages par jour malgré mes refus.',
      'Je commence à avoir peur de sortir. Je ne sais pas à qui en parler.',
    ],
    replies: [
      'Je suis chez moi, oui, je suis en sécurité pour l’instant.',
      'J’ai des captures d’écran de tout.',
    ],
  },
  {
    arrives: 7,
    language: 'fr',
    subject: 'Procuration',
    opening: ['Bonjour, puis-je faire une procuration de vote dans n’importe quel commissariat ?'],
    replies: ['Très bien, merci. Bonne soirée.'],
  },
  {
    arrives: 9,
    language: 'fr',
    subject: null,
    opening: ['Bonjour', 'Il y a quelqu’un ?'],
    replies: [],
    patience: 45,
  },
  {
    arrives: 11,
    language: 'fr',
    subject: 'Stationnement',
    opening: ['Bonjour, une voiture est garée devant mon garage depuis ce matin, qui dois-je appeler ?'],
    replies: ['C’est à Lyon, dans le 3e arrondissement.', 'Merci, j’appelle tout de suite.'],
  },
  EMERGENCY,
  {
    arrives: 16,
    language: 'fr',
    subject: 'Recrutement',
    opening: ['Bonjour, ma fille veut devenir gardienne de la paix. Où trouver les dates du concours ?'],
    replies: ['Elle a 19 ans et le bac.', 'Merci pour elle !'],
  },
  {
    arrives: 20,
    language: 'fr',
    subject: 'Arnaque au téléphone',
    opening: ['Bonjour, j’ai reçu un SMS pour un colis et j’ai donné mon numéro de carte. Que faire ?'],
    replies: ['Je viens d’appeler ma banque, elle a bloqué la carte.', 'D’accord, je signale aussi le SMS.'],
  },
  {
    arrives: 24,
    language: 'fr',
    subject: 'Animal trouvé',
    opening: [
      'Bonjour, j’ai trouvé un chien sans collier près de la gare. Dois-je l’amener au commissariat ?',
    ],
    replies: ['Merci pour le conseil.'],
  },
];
