/** Small signs drawn pixel by pixel: a state's colour, a number. Pure, so that they can be tested. */

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** BGRA, as `nativeImage.createFromBitmap` takes it. */
const BYTES = 4;

/** Digits on 3 by 5 points; `+` for more than one digit can say. */
const DIGITS: Readonly<Record<string, string>> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001010010010',
  '8': '111101111101111',
  '9': '111101111001111',
  '+': '000010111010000',
};
const WIDE = 3;
const HIGH = 5;

function put(pixels: Buffer, size: number, x: number, y: number, [red, green, blue]: Colour): void {
  pixels.set([blue, green, red, 255], (y * size + x) * BYTES);
}

/** A disc on nothing, `size` pixels wide; a ring where it is not filled. */
export function disc(size: number, colour: Colour, filled = true): Buffer {
  const pixels = Buffer.alloc(size * size * BYTES);
  const middle = (size - 1) / 2;
  const outer = size / 2;
  const inner = filled ? 0 : outer * 0.6;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const far = Math.hypot(x - middle, y - middle);
      if (far <= outer && far >= inner) put(pixels, size, x, y, colour);
    }
  }
  return pixels;
}

/** A disc with a number on it: 1 to 9, then `+`. */
export function numbered(size: number, count: number, colour: Colour, ink: Colour): Buffer {
  const pixels = disc(size, colour);
  const points = DIGITS[count > 9 ? '+' : String(count)] ?? '';
  const scale = Math.max(1, Math.floor((size * 0.6) / HIGH));
  const left = Math.floor((size - WIDE * scale) / 2);
  const top = Math.floor((size - HIGH * scale) / 2);
  for (const [index, point] of [...points].entries()) {
    if (point !== '1') continue;
    const x = left + (index % WIDE) * scale;
    const y = top + Math.floor(index / WIDE) * scale;
    for (let step = 0; step < scale * scale; step += 1) {
      put(pixels, size, x + (step % scale), y + Math.floor(step / scale), ink);
    }
  }
  return pixels;
}
