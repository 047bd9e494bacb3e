import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, segments } from './links.ts';

const linksIn = (text: string) => segments(text).flatMap((one) => (one.kind === 'link' ? [one.text] : []));

describe('links in an officer’s message', () => {
  it.each([
    [
      'Voir https://www.service-public.gouv.fr/a?b=c#d, merci.',
      ['https://www.service-public.gouv.fr/a?b=c#d'],
    ],
    ['(https://masecurite.interieur.gouv.fr)', ['https://masecurite.interieur.gouv.fr']],
    ['https://fr.wikipedia.org/wiki/Police_(France)', ['https://fr.wikipedia.org/wiki/Police_(France)']],
    ['https://a.fr https://b.fr/x', ['https://a.fr', 'https://b.fr/x']],
    ['« https://a.fr »', ['https://a.fr']],
    ['HTTPS://A.fr/Chemin', ['HTTPS://A.fr/Chemin']],
  ])('%s', (text, links) => expect(linksIn(text)).toEqual(links));

  it.each([
    ['http://a.fr'],
    ['javascript:alert(1)'],
    ['https://www.gouv.fr@evil.example/'],
    ['https://user:pass@evil.example/'],
    ['https://localhost/'],
    // A Cyrillic "а": the browser would go to another name than the one read.
    ['https://www.gоuv.fr/'],
    ['https://1249763844/'],
    ['https://'],
    ['data:text/html,https'],
    ['www.gouv.fr'],
  ])('%s stays text', (text) => expect(linksIn(text)).toEqual([]));

  it('loses nothing of any text, and links only what leads where it reads', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('https://', 'https://a.fr', '.', ')', '@', ' ', '/'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const cut = segments(text);
        expect(cut.map((one) => one.text).join('')).toBe(text);
        for (const one of cut) {
          if (one.kind !== 'link') continue;
          const url = new URL(one.text);
          expect(url.protocol).toBe('https:');
          expect(one.text.toLowerCase().startsWith(`https://${url.host}`)).toBe(true);
        }
      }),
    );
  });
});

describe('the domain on a button', () => {
  it('is the one the address leads to', () => {
    expect(domainOf('https://www.service-public.gouv.fr/x')).toBe('www.service-public.gouv.fr');
    expect(domainOf('https://gouv.fr@evil.example')).toBeNull();
    expect(domainOf('http://a.fr')).toBeNull();
    expect(domainOf('nothing')).toBeNull();
  });
});
