import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Announcement } from '../../../protocol/announcement.ts';
import { arbitraryEntry, examplePlatform } from '../../../protocol/arbitrary.testkit.ts';
import { ToCitizen, WaitEstimate } from '../../../protocol/citizen-channel.ts';
import { LineAnswer, LineOpened } from '../../../protocol/citizen-line.ts';
import { CitizenEntry, citizenEntry } from '../../../protocol/entry.ts';
import { RefusalCode } from '../../../protocol/errors.ts';
import { HelpIndex } from '../../../protocol/help.ts';
import { CurrentConversation, HttpRefusal, Opened, ServiceInfo, Terms } from '../../../protocol/http.ts';
import { Id, newId, Reference } from '../../../protocol/ids.ts';
import { CitizenLanguage } from '../../../protocol/language.ts';
import { exampleStation } from '../../../protocol/station.testkit.ts';
import { printModule } from './print.ts';
import { EmbeddedService, Saved, Theme } from './schemas.ts';
import { fits, read, type Shape } from './shape.ts';
import { shapeOf } from './shape-of.ts';

/** Every schema of which the page holds the shape, by the shape's module and name. */
const SCHEMAS: Readonly<Record<string, Readonly<Record<string, z.ZodMiniType>>>> = {
  frames: { toCitizen: ToCitizen },
  help: { helpIndex: HelpIndex },
  line: { lineAnswer: LineAnswer, lineOpened: LineOpened },
  service: {
    currentConversation: CurrentConversation,
    embeddedService: EmbeddedService,
    httpRefusal: HttpRefusal,
    opened: Opened,
    saved: Saved,
    serviceInfo: ServiceInfo,
    terms: Terms,
    theme: Theme,
  },
  shared: {
    announcement: Announcement,
    citizenLanguage: CitizenLanguage,
    id: Id,
    reference: Reference,
    refusalCode: RefusalCode,
    waitEstimate: WaitEstimate,
  },
};
const PAIRS = Object.entries(SCHEMAS).flatMap(([module, schemas]) =>
  Object.entries(schemas).map(([name, schema]) => ({ module, name, schema })),
);

async function exportsOf(module: string): Promise<Readonly<Record<string, Shape>>> {
  return import(`./shapes/${module}.ts`);
}

async function shape(module: string, name: string): Promise<Shape> {
  const found = (await exportsOf(module))[name];
  if (found === undefined) throw new Error(`${module} has no ${name}`);
  return found;
}

/** Texts of every kind that a schema asks for, and of kinds that none does. */
const TEXTS = [
  '',
  ' ',
  'a',
  ' Camille ',
  'vol-de-velo',
  'Vol de vélo',
  'deux\nlignes',
  'x'.repeat(41),
  'x'.repeat(301),
  'x'.repeat(5_000),
  newId(),
  newId().toUpperCase(),
  '0b3cbd3c-3f4e-4c68-8c3e-2f1c3a1f3c55',
  'C-1001',
  'C-0',
  'c-1001',
  '59000',
  '2027-11-30',
  '2027-02-30',
  '03 20 00 12 12',
  '17',
  '0800000000000000000',
  'https://www.service-public.gouv.fr/',
  ' https://www.service-public.gouv.fr/ ',
  'http://www.service-public.gouv.fr/',
  'https:',
  'service-public.gouv.fr',
  'AAAAAAAAAAAAAAAAAAAAAA',
];
const JUNK = fc.oneof(
  fc.constantFrom(
    ...TEXTS,
    'relay',
    'message',
    'fr',
    null,
    true,
    false,
    0,
    -1,
    1,
    1.5,
    2 ** 53,
    -(2 ** 53),
    {},
    [],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const WRONG_NAMES = ['more', '__proto__', 'constructor', 'toString', '0'];

/** What JSON may hold that has the shape, but for a mistake here and there. */
function nearly(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: right(shape) }, { weight: 1, arbitrary: JUNK });
}

function right(shape: Shape): fc.Arbitrary<unknown> {
  if ('is' in shape) return fc.constantFrom(...shape.is);
  if ('any' in shape) return fc.oneof(...shape.any.map(nearly));
  if ('int' in shape) return fc.integer({ min: Math.max(shape.int, -10), max: 2_000_000_000 });
  if ('text' in shape) {
    const fitting = TEXTS.filter((text) => fits(shape, text));
    expect(fitting, JSON.stringify(shape)).not.toEqual([]);
    return fc.constantFrom(...fitting);
  }
  if ('list' in shape) {
    const [least = 0, most = 3] = shape.count;
    return fc.array(nearly(shape.list), {
      minLength: Math.max(0, least - 1),
      maxLength: Math.min(most, 3) + 1,
    });
  }
  const fields = Object.entries(shape.fields).map(([name, field]) => {
    const present = 'maybe' in field ? 0.5 : 0.99;
    const value = nearly('maybe' in field ? field.maybe : field);
    return fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), value).map(([chance, given]) => {
      return chance < present ? [[name, given] as const] : [];
    });
  });
  const wrong = fc.oneof(
    { weight: 40, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...WRONG_NAMES), JUNK).map((field) => [field]) },
  );
  // As JSON has it: a field of that name is one, and not the object's prototype.
  return fc
    .tuple(fc.tuple(...fields), wrong)
    .map(([known, more]) => JSON.parse(`{${[...known.flat(), ...more].map(pair).join()}}`));
}

function pair([name, value]: readonly [string, unknown]): string {
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
}

type Issue = { readonly code?: string };
/** Whether a schema has nothing against it but refinements, which a shape leaves to the relay. */
function accepted(result: { success: boolean; error?: { issues: readonly Issue[] } }): boolean {
  return result.success || result.error?.issues.every(({ code }) => code === 'custom') === true;
}

/** The same without the spaces around each text. */
function trimmed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_name, each) => (typeof each === 'string' ? each.trim() : each));
}

describe('a shape takes what its schema takes', () => {
  test('every shape of the page is compared', async () => {
    const files = readdirSync(join(import.meta.dirname, 'shapes')).map((file) => file.replace('.ts', ''));
    expect(files.sort()).toEqual(Object.keys(SCHEMAS).sort());
    for (const [module, schemas] of Object.entries(SCHEMAS)) {
      expect(Object.keys(await exportsOf(module)).sort()).toEqual(Object.keys(schemas).sort());
    }
  });

  test.each(PAIRS)('$module: $name', async ({ module, name, schema }) => {
    const made = await shape(module, name);
    let [took, refused] = [0, 0];
    fc.assert(
      fc.property(nearly(made), (data) => {
        const result = schema.safeParse(data);
        const taken = fits(made, data);
        expect(taken).toBe(accepted(result));
        if (taken) took += 1;
        else refused += 1;
        if (result.success) expect(trimmed(data)).toEqual(trimmed(result.data));
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(took, refused)).toBeGreaterThan(2);
  });

  test('of anything', async () => {
    const shapes = await Promise.all(
      PAIRS.map(async ({ module, name, schema }) => ({ made: await shape(module, name), schema })),
    );
    fc.assert(
      fc.property(JUNK, (data) => {
        for (const { made, schema } of shapes)
          expect(fits(made, data)).toBe(accepted(schema.safeParse(data)));
      }),
    );
  });

  test('whatever a conversation holds reaches the page', async () => {
    const entries = await shape('frames', 'toCitizen');
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const shown = citizenEntry(entry);
        if (shown === null) return;
        expect(CitizenEntry.safeParse(shown).success).toBe(true);
        const frame = { type: 'entries', after: 0, through: entry.seq, entries: [shown] };
        expect(read(entries, JSON.parse(JSON.stringify(frame)))).toEqual(frame);
      }),
    );
  });

  test('a platform’s address is one under TLS, a station has what it must', () => {
    const platform = shapeOf(ToCitizen);
    const card = (body: object) => ({
      type: 'entries',
      after: 0,
      through: 1,
      entries: [{ seq: 1, id: newId(), at: 1, author: { role: 'relay' }, body }],
    });
    const to = (url: string) => card({ kind: 'redirection', platform: { ...examplePlatform, url } });
    expect(fits(platform, to('https://www.ants.gouv.fr/'))).toBe(true);
    for (const url of [
      'http://www.ants.gouv.fr/',
      'javascript:alert(1)',
      'data:text/html,',
      '//ants.gouv.fr',
    ]) {
      expect(fits(platform, to(url)), url).toBe(false);
    }
    expect(fits(platform, card({ kind: 'station', station: exampleStation }))).toBe(true);
    const { town: _, ...without } = exampleStation;
    expect(fits(platform, card({ kind: 'station', station: without }))).toBe(false);
  });
});

test('printed as a script, a shape is the same', async () => {
  const shared = await exportsOf('shared');
  for (const module of Object.keys(SCHEMAS)) {
    const exports = await exportsOf(module);
    const printed = printModule(exports, module === 'shared' ? {} : shared, './shared.ts');
    const script = printed.replace(/^import .*\n/, '').replace(/^export const (\w+) =/gm, 'made.$1 =');
    const made: Record<string, unknown> = {};
    // What the browser does with a module, without a file.
    new Function('made', 'shared', script)(made, shared);
    expect(made).toEqual({ ...exports });
  }
});

test.each([
  ['any number', z.number()],
  ['a greatest number', z.int().check(z.maximum(3))],
  ['an object that takes any field', z.object({ a: z.string() })],
  ['a list with a default', z._default(z.array(z.string()), [])],
  ['a text made lower case', z.string().check(z.toLowerCase())],
  ['a set', z.strictObject({ of: z.optional(z.set(z.string())) })],
])('a schema that no shape says stops the build: %s', (_what, schema) => {
  expect(() => shapeOf<unknown>(schema)).toThrow('no shape says');
});
