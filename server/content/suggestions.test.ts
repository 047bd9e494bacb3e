import { expect, test } from 'vitest';
import { searchable, searchHelp } from '../../protocol/help-search.ts';
import type { Language } from '../../protocol/language.ts';
import { loadArticles, searchEntry } from './articles.ts';
import { loadContent } from './index.ts';

const { platforms } = loadContent();
const byId = new Map(platforms.map((platform) => [platform.id, platform]));
const indexes = new Map(
  [...loadArticles(platforms)].map(([language, articles]) => [
    language,
    searchable(articles.map((article) => searchEntry(article, byId))),
  ]),
);

function best(language: Language, text: string): readonly string[] {
  const index = indexes.get(language);
  if (index === undefined) throw new Error(`no articles in ${language}`);
  return searchHelp(index, text, 3).map(({ slug }) => slug);
}

/** What people write while they wait, and the article that must be among the three they are offered. */
const PHRASES: readonly (readonly [Language, string, string])[] = [
  ['fr', 'Bonjour, on m’a volé mon vélo hier soir devant la gare, que dois-je faire ?', 'vol-de-velo'],
  [
    'fr',
    'Bonsoir je viens de rentrer chez moi et la porte a été forcée, il manque des bijoux',
    'cambriolage',
  ],
  ['fr', 'Mon voisin du dessus met la musique à fond toutes les nuits et je n’en peux plus', 'bruit-voisins'],
  [
    'fr',
    'J’ai acheté un téléphone sur un site et je n’ai jamais rien reçu, le vendeur ne répond plus',
    'arnaque-internet',
  ],
  [
    'fr',
    'Quelqu’un a utilisé ma carte bancaire, il y a trois paiements que je n’ai pas faits',
    'fraude-carte-bancaire',
  ],
  [
    'fr',
    'Une personne de ma banque m’a appelé et m’a fait valider des virements, c’était un faux conseiller',
    'faux-conseiller',
  ],
  ['fr', 'J’ai reçu un SMS de la poste avec un lien pour payer 2 euros, est-ce une arnaque ?', 'hameconnage'],
  ['fr', 'Mon compte Instagram a été piraté et je ne peux plus me connecter', 'compte-pirate'],
  ['fr', 'On menace de publier mes photos intimes si je ne paie pas', 'chantage-intime'],
  ['fr', 'Mon fils se fait harceler au collège par trois élèves', 'harcelement-scolaire'],
  ['fr', 'Mon mari me frappe depuis des mois et j’ai peur de partir', 'violences-conjugales'],
  ['fr', 'J’ai été agressée sexuellement à une soirée la semaine dernière', 'agression-sexuelle'],
  ['fr', 'Je crois que l’enfant de mes voisins est maltraité, il crie et a des bleus', 'enfant-en-danger'],
  ['fr', 'Ma fille de 14 ans n’est pas rentrée de l’école et ne répond pas', 'disparition-enfant'],
  ['fr', 'Mon frère adulte a disparu depuis deux jours', 'disparition-adulte'],
  ['fr', 'J’ai perdu ma carte d’identité et mon passeport dans le métro', 'papiers-voles'],
  ['fr', 'On m’a arraché mon portable dans la rue', 'telephone-vole'],
  ['fr', 'Ma voiture n’est plus à sa place ce matin, volée ou fourrière ?', 'vol-de-voiture'],
  [
    'fr',
    'J’ai reçu une amende pour une voiture que j’ai vendue, comment contester ?',
    'amende-payer-contester',
  ],
  ['fr', 'Combien me reste-t-il de points sur le permis ?', 'points-du-permis'],
  ['fr', 'Quels sont les horaires du commissariat de mon quartier ?', 'trouver-commissariat'],
  ['fr', 'Je voudrais prendre rendez-vous pour déposer plainte', 'rendez-vous-au-commissariat'],
  ['fr', 'J’ai déposé plainte il y a six mois et je n’ai aucune nouvelle', 'suite-de-la-plainte'],
  ['fr', 'Comment faire une procuration pour voter aux élections ?', 'procuration-de-vote'],
  ['fr', 'Je veux devenir gardien de la paix, comment passer le concours ?', 'devenir-policier'],
  ['fr', 'Il y a un trafic de drogue en bas de mon immeuble', 'point-de-deal'],
  ['fr', 'Des jeunes font du rodéo avec des motos tous les soirs', 'rodeo-motorise'],
  ['fr', 'Quelqu’un a rayé ma voiture et cassé le rétroviseur sur le parking', 'degradations'],
  [
    'fr',
    'J’ai investi dans des cryptomonnaies sur un site et je ne peux pas récupérer mon argent',
    'faux-placement',
  ],
  ['fr', 'Ma mère âgée est maltraitée par l’aide à domicile', 'maltraitance-aines'],
  ['fr', 'Je pars en vacances, pouvez-vous surveiller ma maison ?', 'depart-en-vacances'],
  ['en', 'Hello, my wallet and passport were stolen on the subway', 'papiers-voles'],
  ['en', 'Someone stole my phone in the street this morning', 'telephone-vole'],
  ['en', 'My neighbours make noise every night and I cannot sleep', 'bruit-voisins'],
  ['en', 'I rented a flat online and the advert was a scam', 'arnaque-internet'],
  ['en', 'My ex keeps threatening me and hits me', 'violences-conjugales'],
  ['en', 'I received a fine and I want to contest it', 'amende-payer-contester'],
  ['en', 'My bank card was used for payments I did not make', 'fraude-carte-bancaire'],
  ['en', 'My son is being bullied at school', 'harcelement-scolaire'],
  ['en', 'I am a tourist and I was the victim of a theft, where do I go?', 'touriste-victime'],
  ['en', 'How do I file a complaint?', 'porter-plainte'],
];

test('there are forty of them', () => expect(PHRASES.length).toBeGreaterThanOrEqual(40));

test.each(PHRASES)('%s: “%s” offers %s', (language, text, slug) => {
  const offered = best(language, text);
  expect(offered).toContain(slug);
  expect(offered.length).toBeLessThanOrEqual(3);
  expect(best(language, text)).toEqual(offered);
});
