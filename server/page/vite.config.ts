import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';

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
  plugins: [places, verifier],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: TARGET,
    cssTarget: ['chrome94', 'firefox93', 'safari15'],
    rolldownOptions: {
      output: {
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
