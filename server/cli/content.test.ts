import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadContent } from '../content/index.ts';
import { ContentExchange } from '../editing/exchange.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { Administration } from './cli.testkit.ts';

let admin: Administration;
let relay: TestRelay | null = null;

beforeEach(() => {
  admin = new Administration();
});
afterEach(async () => {
  await relay?.close();
  relay = null;
  admin.remove();
});

function write(name: string, content: unknown): string {
  writeFileSync(admin.at(name), JSON.stringify(content));
  return admin.at(name);
}

test('a relay that runs takes an imported file up, and an export gives it back', async () => {
  relay = await TestRelay.start({ directory: admin.directory });
  const { desk } = await relay.desk('dupont');
  const { platforms, responses } = loadContent();
  const [first, ...others] = responses;
  const changed = { platforms, responses: [{ ...first, titleFr: 'Accueil corrigé' }, ...others] };
  expect(await admin.done(`content import ${write('changed.json', changed)}`)).toBe('1 items changed\n');
  await desk.frame('content', ({ content }) => content.responses[0]?.titleFr === 'Accueil corrigé');
  await admin.done(`content export ${admin.at('out.json')}`);
  const exported = ContentExchange.parse(JSON.parse(readFileSync(admin.at('out.json'), 'utf8')));
  expect(exported).toEqual(changed);
});

test('a file with a mistake is refused with the item and the field', async () => {
  const { platforms, responses } = loadContent();
  const [first, ...others] = responses;
  const wrong = { platforms, responses: [{ ...first, textFr: 'Bonjour {alias}' }, ...others] };
  const { code, err } = await admin.run(`content import ${write('wrong.json', wrong)}`);
  expect(code).toBe(1);
  expect(err).toContain('response "bienvenue": textFr no-fallback ({alias})');
});
