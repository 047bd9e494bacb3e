import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bytes in every encoding a browser may ask for. */
export type Encoded = { readonly raw: Buffer; readonly gzip: Buffer; readonly br: Buffer };

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Compresses once: `quality` 11 for what is served a thousand times, less for what changes each minute. */
export async function encodeAll(raw: Buffer, quality: number): Promise<Encoded> {
  const [small, smaller] = await Promise.all([
    toGzip(raw, { level: Math.min(9, quality) }),
    toBrotli(raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    }),
  ]);
  return { raw, gzip: small, br: smaller };
}

export type Chosen = { readonly bytes: Buffer; readonly encoding: 'br' | 'gzip' | null };

/** The smallest encoding that the request accepts by name. */
export function choose(encoded: Encoded, acceptEncoding: string | undefined): Chosen {
  const accepted = (acceptEncoding ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim().toLowerCase());
  if (accepted.includes('br')) return { bytes: encoded.br, encoding: 'br' };
  if (accepted.includes('gzip')) return { bytes: encoded.gzip, encoding: 'gzip' };
  return { bytes: encoded.raw, encoding: null };
}
