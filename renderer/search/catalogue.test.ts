import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CannedResponse } from '../../protocol/canned.ts';
import { Platform } from '../../protocol/platform.ts';
import shippedPlatforms from '../../server/content/platforms.json' with { type: 'json' };
import shippedResponses from '../../server/content/responses.json' with { type: 'json' };
import { contentIndex } from './content.ts';
import { searchMeaning } from './fuzzy.ts';

const { platforms, responses } = contentIndex({
  version: '1',
  platforms: z.array(Platform).parse(shippedPlatforms),
  responses: z.array(CannedResponse).parse(shippedResponses),
  tags: [],
});
const platformIds = (query: string) => searchMeaning(platforms, query, 8).map(({ id }) => id);
const responseIds = (query: string) => searchMeaning(responses, query, 8).map(({ id }) => id);

describe('the shipped catalogue answers what officers type', () => {
  test.each([
    ['arnaque', 'thesee'],
    ['arnque', 'thesee'],
    ['vol de vélo', 'velo-identification'],
    ['vol velo', 'velo-identification'],
    ['vol vélos', 'velo-identification'],
    ['harcèlement', '3018'],
    ['HARCELEMENT', '3018'],
    ['harcelemnt', '3018'],
    ['violences conjugales', '3919'],
    ['suicide', '3114'],
    ['suicde', '3114'],
    ['bike theft', 'plainte-en-ligne'],
    ['domestic violence', '3919'],
    ['carte bancaire', 'perceval'],
    ['amende', 'antai'],
    ['fourrière', 'fourriere'],
    ['tapage', 'police-municipale'],
    ['disparu', 'appel-116000'],
    ['pedopornographie', 'pharos'],
    ['perte papiers', 'france-titres'],
    ['sourd', 'urgence-114'],
    ['procuration', 'maprocuration'],
    // As it is typed in a hurry: whole sentences, slang, abbreviations, words that nobody thought of beside one they did.
    ['on m’a volé mon vélo', 'velo-identification'],
    ['vol trotinette', 'plainte-en-ligne'],
    ['pickpocket', 'plainte-en-ligne'],
    ['preplainte', 'plainte-en-ligne'],
    ['dépôt de plainte', 'plainte-en-ligne'],
    ['vol portable', 'plainte-en-ligne'],
    ['usurpation identité', 'plainte-en-ligne'],
    ['rdv commissariat', 'police-rendez-vous'],
    ['tapage nocturne', 'police-municipale'],
    ['voisin bruyant', 'police-municipale'],
    ['musique fort', 'police-municipale'],
    ['voiture ventouse', 'police-municipale'],
    ['squat', 'appel-17'],
    ['carte bleue', 'opposition-carte'],
    ['cb volée', 'opposition-carte'],
    ['cb piratée', 'perceval'],
    ['fishing', 'phishing-initiative'],
    ['sms suspect', 'spam-33700'],
    ['instagram piraté', '17cyber'],
    ['piratage facebook', '17cyber'],
    ['chantage webcam', '3018'],
    ['pedophile', 'pharos'],
    ['propos racistes', 'antidiscriminations'],
    ['bitcoin', 'abe-info-service'],
    ['location saisonniere', 'thesee'],
    ['flash', 'antai'],
    ['traffic fine', 'antai'],
    ['retrait de points', 'mes-points-permis'],
    ['portefeuille perdu', 'objets-trouves-paris'],
    ['coups mari', '3919'],
    ['harcélement moral', 'pnav'],
    ['veut mourir', '3114'],
    ['logement urgence', 'appel-115'],
    ['personne disparue', 'appel-116000'],
    ['moto bruyante', 'rodeos'],
    ['animaux', 'maltraitance-animale'],
    ['stage 3eme', 'devenir-policier'],
  ])('%s finds %s', (query, id) => expect(platformIds(query)).toContain(id));

  test.each([
    ['bienvenue', 'bienvenue'],
    ['velo', 'vol-velo'],
    ['bruit', 'bruit'],
    ['recrutment', 'recrutement'],
    ['objet trouve', 'objet-trouve'],
    ['chantage', 'chantage-intime'],
    ['missing', 'disparition-adulte'],
    ['avertissement', 'avertissement'],
    ['cloture', 'cloture-silence'],
    ['insulte', 'avertissement'],
    ['portable volé', 'vol-telephone'],
    ['tapage nocturne', 'bruit'],
    ['carte bleue', 'carte-bancaire'],
    ['cb', 'carte-bancaire'],
    ['sextorsion', 'chantage-intime'],
    ['femme battue', 'violences-conjugales'],
    ['chien battu', 'animaux'],
    ['pv', 'amende-contester'],
    ['rdv', 'rendez-vous'],
    ['perdu clés', 'objet-perdu'],
    // Words run together, and words of the other language.
    ['aurevoir', 'au-revoir'],
    ['aurev', 'au-revoir'],
    ['maincourante', 'main-courante'],
    ['plainteenligne', 'plainte-en-ligne'],
    ['volvelo', 'vol-velo'],
    ['titresejour', 'titre-sejour'],
    ['titredesejour', 'titre-sejour'],
    ['cartebancaire', 'carte-bancaire'],
    ['rendezvous', 'rendez-vous'],
    ['autrequestion', 'autre-question'],
    ['anythingelse', 'autre-question'],
    ['closing', 'au-revoir'],
    ['close', 'cloture-silence'],
    ['clarify', 'preciser-faits'],
    ['refusal', 'hors-competence'],
    ['warning', 'avertissement'],
    ['deferred', 'differee'],
  ])('%s finds the response %s', (query, id) => expect(responseIds(query)).toContain(id));

  // Of a whole category first, its texts in their own order.
  test.each([
    ['wait', 'patienter'],
    ['waiting', 'patienter'],
    ['goodbye', 'autre-question'],
    ['bye', 'autre-question'],
    ['aurevoir', 'au-revoir'],
    ['welcome', 'bienvenue'],
    ['velo', 'vol-velo'],
    ['bruit', 'bruit'],
    // A word in a text is surer than a slip in a title: "perte" is not "porter".
    ['perte', 'papiers-perdus'],
  ])('%s finds the response %s before all others', (query, id) => expect(responseIds(query)[0]).toBe(id));

  test('a few letters run on into another word find nothing more', () => {
    expect(responseIds('aure')).not.toContain('au-revoir');
    expect(responseIds('zaurevoir')).toEqual([]);
  });
});
