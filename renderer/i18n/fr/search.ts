import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

export const search = {
  title: 'Rechercher',
  line: 'Mots ou référence',
  period: 'Période',
  anyTime: 'Toutes les dates',
  periods: { 1: 'Dernières 24 heures', 7: '7 derniers jours', 30: '30 derniers jours' },
  disposition: 'Issue',
  tag: 'Étiquette',
  officer: 'Policier',
  any: 'Toutes',
  anyOfficer: 'Tous',
  begin:
    'Tapez un mot ou une référence, ou choisissez un filtre. La recherche porte sur les conversations de ce poste, même hors connexion.',
  busy: 'Recherche…',
  none: 'Aucun résultat.',
  count: (count: number) => `${counted(count, 'fr', 'résultat', 'résultats')}.`,
  more: (count: number) => fr`Les ${count} plus récents ; la suite vient en descendant.`,
  partial: fr`La recherche se prépare encore : des résultats peuvent manquer.`,
  failed: fr`La recherche n’a pas abouti ; réessayez.`,
  finds: 'Résultats',
  near: 'Orthographes proches',
  keys: fr`↵ ouvre le premier résultat · ↓ parcourt la liste · Échap ferme`,
};
