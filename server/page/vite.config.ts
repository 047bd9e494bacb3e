import { fileURLToPath } from 'node:url';
import { build, defineConfig, type ESTree, type Plugin } from 'vite';
import { PACKED } from '../../protocol/emergency/weights.ts';
import { printModule } from './wire/print.ts';

/** Where the quick exit leads, unless the deployment's VITE_QUICK_EXIT says otherwise: somewhere harmless. */
process.env['VITE_QUICK_EXIT'] ??= 'https://meteofrance.com/';

/**
 * The source is a whole page in French. Built, it has places for what the relay fills in at each request: the
 * language, the theme, the service's state. A place that is no longer in the source stops the build.
 */
const PLACES: readonly (readonly [string, string])[] = [
  [
    '<html lang="fr" dir="ltr" data-theme="">',
    '<html lang="__LANG__" dir="__DIRECTION__" data-theme="__THEME__">',
  ],
  ['<!--texts-->', '<!--texts-->'],
  ['<!--languages-->', '<!--languages-->'],
  ['id="service">null<', 'id="service">__SERVICE__<'],
];

const places: Plugin = {
  name: 'places-for-the-relay',
  apply: 'build',
  transformIndexHtml: (html) => {
    for (const place of ['opening', 'announcement']) {
      if (!new RegExp(`<!--${place}-->.*<!--/${place}-->`).test(html)) {
        throw new Error(`index.html: the ${place} has no place`);
      }
    }
    return PLACES.reduce((page, [source, place]) => {
      if (!page.includes(source)) throw new Error(`index.html: ${source} not found`);
      return page.replace(source, place);
    }, html);
  },
};

/** The initial values of constants that begin with a call of zod's, which every module of the contract names `z`. */
function schemasIn(body: readonly ESTree.Node[]): readonly ESTree.Expression[] {
  return body
    .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
    .flatMap((node) => (node?.type === 'VariableDeclaration' ? node.declarations : []))
    .flatMap(({ init }) => (init != null && rootOf(init) === 'z' ? [init] : []));
}

function rootOf(node: ESTree.Expression): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return rootOf(node.callee);
  return node.type === 'MemberExpression' ? rootOf(node.object) : null;
}

async function exportsOf(name: string): Promise<Readonly<Record<string, unknown>>> {
  return import(new URL(`./wire/shapes/${name}.ts`, import.meta.url).href);
}

/**
 * The shapes of the contract are made here, and written into the script as data: the page carries no schema and no
 * library for them (docs/decisions/0054). A schema that slips in stops the build.
 */
const shapes: Plugin = {
  name: 'shapes-of-the-contract',
  enforce: 'pre',
  load: async (id) => {
    const [, name] = /\/wire\/shapes\/([\w-]+)\.ts$/.exec(id) ?? [];
    if (name === undefined) return null;
    const exports = await exportsOf(name);
    return printModule(exports, name === 'shared' ? {} : await exportsOf('shared'), './shared.ts');
  },
  // What else the contract's modules hold is wanted. Their schemas are made by calls, which must be known to do nothing
  // else before they may be left out.
  transform(code, id) {
    if (!/\/protocol\/(?:[\w-]+\/)?[\w.-]+\.ts$/.test(id)) return null;
    const schemas = schemasIn(this.parse(code, { lang: 'ts' }).body);
    return schemas.reduceRight((source, { start, end }) => {
      return `${source.slice(0, start)}/* @__PURE__ */ (() => ${source.slice(start, end)})()${source.slice(end)}`;
    }, code);
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      const schemas =
        chunk.type === 'chunk' && chunk.moduleIds.find((id) => id.includes('/node_modules/zod/'));
      if (schemas) throw new Error(`${chunk.fileName}: the page has no room for ${schemas}`);
    }
  },
};

/**
 * Vite wraps each `import()` in a helper that can ask for styles and further files beside it. Here all styles are one
 * sheet, and no further files are asked for (`modulePreload` below): a plain import does, a kilobyte lighter.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** The weights of emergency wording are data: a file beside the script, whose address the script has. */
const weights: Plugin = {
  name: 'weights-of-emergency-wording',
  enforce: 'pre',
  apply: 'build',
  load(id) {
    if (!id.endsWith('/page/app/weights-url.ts')) return null;
    const file = this.emitFile({ type: 'asset', name: 'emergency.txt', source: PACKED });
    return `export const WEIGHTS_URL = import.meta.ROLLUP_FILE_URL_${file};`;
  },
};

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const OUT = fileURLToPath(new URL('../../out/page', import.meta.url));
/** Old telephones need this page most: Android 6 and iPhone 6s still get these browsers. */
const TARGET = ['es2022', 'chrome94', 'firefox93', 'safari15'];

/** The script of the page that verifies receipts: by itself, so that the chat's page carries nothing of it. */
const verifier: Plugin = {
  name: 'verifier',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      root: ROOT,
      envDir: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir: OUT,
        emptyOutDir: false,
        target: TARGET,
        modulePreload: false,
        reportCompressedSize: false,
        rollupOptions: {
          input: fileURLToPath(new URL('verify.ts', import.meta.url)),
          // A classic script: a page that somebody saved runs it too.
          output: { format: 'iife', entryFileNames: 'verify.js' },
        },
      },
    });
  },
};

/** Builds the citizen's page into out/page: one script and one style sheet, both hashed, nothing inline. */
export default defineConfig({
  root: ROOT,
  base: './',
  envDir: false,
  plugins: [places, shapes, weights, plainImports, verifier],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: TARGET,
    cssTarget: ['chrome94', 'firefox93', 'safari15'],
    rolldownOptions: {
      output: {
        // What the first screen needs is one script, which compresses better than several.
        codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] },
        // The relay finds the words of a language by this name (server/gateway/page.ts).
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.includes('/i18n/') ? 'assets/texts-[name]-[hash].js' : 'assets/[name]-[hash].js',
      },
    },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // What the script imports is asked for beside it, not after it: a round trip of a slow telephone less.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    reportCompressedSize: false,
  },
});
