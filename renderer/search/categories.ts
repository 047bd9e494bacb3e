import { normalise } from './normalise.ts';

/**
 * What the categories that responses are shipped with are called besides: in English, and for short. A category is one
 * word of French in the content; an officer who thinks in English types another. Never shown.
 */
const TABLE = `
accessibilite: accessibility disability deaf
accueil: welcome greeting hello
attente: waiting wait hold moment
avertissements: warning warn
bruit et voisinage: noise neighbours
commissariats: station stations
disparition: missing disappearance
demarches: procedures paperwork
detresse: distress
fin: end ending close closing closure goodbye bye cloture
fraude en ligne: online fraud scam
mineurs: minors children
objets trouves: lost found property
precisions: clarify clarification details questions
recrutement: recruitment careers jobs
redirection: redirect redirection referral
refus: refusal refuse decline
reponse differee: deferred later reply email
route: road traffic driving
urgence: emergency urgent
violences: violence assault
vols et degradations: theft damage vandalism
etrangers: foreigners immigration
`;

const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', others = ''] = line.split(': ');
      return [name, others] as const;
    }),
);

/** Other words for a category; none for one that a supervisor made. */
export function otherNames(category: string): string {
  return OTHER_NAMES.get(normalise(category)) ?? '';
}
