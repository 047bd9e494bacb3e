/**
 * Everyday words and slang for what articles call by its proper name: what people type. Left, as they are
 * searched (without accents, singular); right, words of the articles. Never shown.
 */
const TABLE = `
pique chourave choure fauche barbote derobe arrache tape nicked pinched swiped robbed: vol vole theft stolen
tel portable smartphone mobile cell cellphone: telephone phone
bagnole caisse auto: voiture car
becane scoot: moto motorbike
thune fric pognon cash quid: argent money
flic keuf poulet cop: police policier officer
gosse mome gamin gamine ado kid: enfant mineur child
boulot taf job: recrutement metier recruitment
came beuh shit weed dope: drogue stupefiants drugs
entube pigeonne escroque scammed conned: arnaque escroquerie scam fraud
boucan vacarme raffut racket loud: bruit tapage noise
cogne tabasse baffe gifle bashed slapped: violences coups violence
papier: documents identite
permis licence: permis conduire driving
pv prune amende fine ticket: amende contravention fine
`;

export const EVERYDAY: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [typed = '', proper = ''] = line.split(': ');
      return typed.split(' ').map((word) => [word, proper.split(' ')] as const);
    }),
);
