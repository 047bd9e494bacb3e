import type { Language } from '../../protocol/language.ts';
import type { Presence } from '../../protocol/officer.ts';
import type { Counts } from '../session/counts.ts';

/** The few sentences that main itself shows, in the system's dialogs. */
export const WORDS = {
  fr: {
    wrongConfiguration: 'Permanence ne peut pas démarrer',
    wrongConfigurationDetail: 'La configuration de ce poste est à corriger\u202f:',
    unresponsive: 'La fenêtre ne répond plus',
    unresponsiveDetail:
      'Vos conversations et vos messages sont conservés. Vous pouvez attendre, ou relancer la fenêtre.',
    blank: 'La fenêtre ne s’affiche pas',
    blankDetail:
      'Vos conversations et vos messages sont conservés. Relancez la fenêtre\u202f; si cela se répète, prévenez votre service informatique.',
    wait: 'Attendre',
    restart: 'Relancer la fenêtre',
    exportTitle: 'Enregistrer la copie hors du service',
    exportSave: 'Enregistrer',
    quit: 'Quitter',
    crashed: 'La fenêtre s’est fermée plusieurs fois de suite',
    crashedDetail: 'Vos conversations et vos messages sont conservés. Permanence va se fermer.',
  },
  en: {
    wrongConfiguration: 'Permanence cannot start',
    wrongConfigurationDetail: 'This workstation’s configuration needs correcting:',
    unresponsive: 'The window does not respond',
    unresponsiveDetail: 'Your conversations and messages are kept. You can wait, or restart the window.',
    blank: 'The window shows nothing',
    blankDetail:
      'Your conversations and messages are kept. Restart the window; if it happens again, tell your IT service.',
    wait: 'Wait',
    restart: 'Restart the window',
    exportTitle: 'Save the copy outside the service',
    exportSave: 'Save',
    quit: 'Quit',
    crashed: 'The window closed several times in a row',
    crashedDetail: 'Your conversations and messages are kept. Permanence will close.',
  },
} as const satisfies Record<Language, Record<string, string>>;

const counted = (parts: readonly (readonly [count: number, words: string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');

type SignWords = {
  readonly open: string;
  readonly quit: string;
  readonly signedOut: string;
  readonly presences: Readonly<Record<Presence | 'offline', string>>;
  readonly counts: (counts: Counts) => string;
  readonly state: (presence: Presence | 'offline', counts: Counts) => string;
};

/** State and counts, in one line. */
function line(name: string, counts: string): string {
  return ['Permanence', name, ...(counts === '' ? [] : [counts])].join(' – ');
}

const PRESENCE_FR = {
  available: 'Disponible',
  finishing: 'Je termine',
  break: 'En pause',
  away: 'Absent',
  offline: 'Hors ligne',
};
const PRESENCE_EN = {
  available: 'Available',
  finishing: 'Finishing',
  break: 'On a break',
  away: 'Away',
  offline: 'Offline',
};
const countsFr = ({ emergencies, unread, waiting, cameBack }: Counts): string =>
  counted([
    [emergencies, emergencies > 1 ? 'urgences' : 'urgence'],
    [unread, unread > 1 ? 'conversations non lues' : 'conversation non lue'],
    [cameBack, cameBack > 1 ? 'réponses revenues' : 'réponse revenue'],
    [waiting, 'en file'],
  ]);
const countsEn = ({ emergencies, unread, waiting, cameBack }: Counts): string =>
  counted([
    [emergencies, emergencies > 1 ? 'emergencies' : 'emergency'],
    [unread, unread > 1 ? 'unread conversations' : 'unread conversation'],
    [cameBack, cameBack > 1 ? 'answers that came back' : 'answer that came back'],
    [waiting, 'in the queue'],
  ]);

/** What the task bar and the tray say. */
export const SIGNS: Readonly<Record<Language, SignWords>> = {
  fr: {
    open: 'Ouvrir Permanence',
    quit: 'Quitter',
    signedOut: line('personne n’est connecté', ''),
    presences: PRESENCE_FR,
    counts: countsFr,
    state: (presence, counts) => line(PRESENCE_FR[presence], countsFr(counts)),
  },
  en: {
    open: 'Open Permanence',
    quit: 'Quit',
    signedOut: line('nobody is signed in', ''),
    presences: PRESENCE_EN,
    counts: countsEn,
    state: (presence, counts) => line(PRESENCE_EN[presence], countsEn(counts)),
  },
};

export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
