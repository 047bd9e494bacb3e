import { describe, expect, test } from 'vitest';
import { topicsOf } from './emergency.ts';

describe('M1: a help line is offered for what a message is about', () => {
  test.each([
    ['suicide', 'j’ai des idées noires depuis des mois'],
    ['suicide', 'mon frère s’est suicidé l’année dernière'],
    ['suicide', 'I want to die'],
    ['partner', 'mon ex me menace par messages'],
    ['partner', 'Mon mari m’a frappée il y a deux ans'],
    ['partner', 'my husband hit me last week'],
    ['partner', 'Que faire en cas de violences conjugales ?'],
    ['child', 'une enfant est maltraitée chez mes voisins'],
    ['child', 'mon père me frappe'],
    ['child', 'my dad hits me'],
    ['online', 'mon fils est harcelé au collège'],
    ['online', 'on menace de publier mes photos intimes'],
    ['online', 'my daughter is being bullied online'],
    ['missing', 'ma fille a disparu'],
    ['missing', 'mon fils de 15 ans a fugué'],
    ['missing', 'our son has run away, he is missing'],
  ])('%s: %s', (topic, text) => {
    expect(topicsOf(text)).toContain(topic);
  });

  test.each([
    'On m’a volé mon vélo devant la gare',
    'Comment renouveler mon passeport ?',
    'je suis mort de rire',
    'this paperwork is killing me',
    'Mon voisin fait du bruit toutes les nuits',
    'mon chat a disparu',
    'J’ai vu un film sur le suicide',
    'Je n’ai pas été harcelée sur internet',
    'My husband lost his wallet',
    'Mon mari a perdu ses clés',
    'Ma fille veut devenir policière',
    'il a un couteau, il veut me tuer',
    'Bonjour',
    '',
  ])('none: %s', (text) => {
    expect(topicsOf(text)).toEqual([]);
  });
});
