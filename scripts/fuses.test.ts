import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FUSES, readFuses, setFuses } from './fuses.ts';

/** What marks the fuses in an Electron program (electron/build/fuses/build.py). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const COUNT = Object.keys(FUSES).length;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'permanence-fuses-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file with a fuse wire in it, all fuses the other way round than decided. */
function program(fuses: number): string {
  const wire = Array.from({ length: fuses }, (_, option: FuseV1Options) =>
    FUSES[option] ? FuseState.DISABLE : FuseState.ENABLE,
  );
  const file = join(folder, 'program');
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`before${SENTINEL}`), Buffer.from([1, fuses, ...wire]), Buffer.alloc(300)]),
  );
  return file;
}

describe('fuses', () => {
  test('each is set as decided, and read back from the file itself', async () => {
    const file = program(COUNT);
    const readings = await setFuses(file, false);
    expect(readings).toHaveLength(COUNT);
    expect(readings.every((reading) => reading.is === reading.wanted)).toBe(true);
    const start = 'before'.length + SENTINEL.length + 2;
    const wire = [...readFileSync(file).subarray(start, start + COUNT)];
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
  });

  test('an Electron that lacks one is refused, except as the trial runtime', async () => {
    const file = program(COUNT - 1);
    await expect(setFuses(file, false)).rejects.toThrow(/lacks fuses/);
    const readings = await setFuses(file, true);
    expect(readings.filter((reading) => reading.is === 'absent')).toHaveLength(1);
  });

  test('a program that was never set reads as it is, not as it should be', async () => {
    const readings = await readFuses(program(COUNT));
    expect(readings.every((reading) => reading.is === !reading.wanted)).toBe(true);
  });
});
