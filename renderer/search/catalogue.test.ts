import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CannedResponse } from '../../protocol/canned.ts';
import { Platform } from '../../protocol/platform.ts';
import shippedPlatforms from '../../server/content/platforms.json' with { type: 'json' };
import shippedResponses from '../../server/content/responses.json' with { type: 'json' };
import { contentIndex } from './content.ts';
import { search } from './fuzzy.ts';

const { platforms, responses } = contentIndex({
  version: '1',
  platforms: z.array(Platform).parse(shippedPlatforms),
  responses: z.array(CannedResponse).parse(shippedResponses),
  tags: [],
});
const platformIds = (query: string) => search(platforms, query, 8).map(({ id }) => id);
const responseIds = (query: string) => search(responses, query, 8).map(({ id }) => id);

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
  ])('%s finds the response %s', (query, id) => expect(responseIds(query)).toContain(id));
});
