import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Where the quick exit leads, unless the deployment's VITE_QUICK_EXIT says otherwise: somewhere harmless. */
process.env['VITE_QUICK_EXIT'] ??= 'https://meteofrance.com/';

/**
 * The source is a whole page in French. Built, it has places for what the relay fills in at each request: the
 * language, the theme, the service's state. A place that is no longer in the source stops the build.
 */
const PLACES: readonly (readonly [string, string])[] = [
  ['<html lang="fr" data-theme="">', '<html lang="__LANG__" data-theme="__THEME__">'],
  ['id="service">null<', 'id="service">__SERVICE__<'],
];

const places: Plugin = {
  name: 'places-for-the-relay',
  apply: 'build',
  transformIndexHtml: (html) => {
    if (!/<!--opening-->.*<!--\/opening-->/.test(html))
      throw new Error('index.html: the opening has no place');
    return PLACES.reduce((page, [source, place]) => {
      if (!page.includes(source)) throw new Error(`index.html: ${source} not found`);
      return page.replace(source, place);
    }, html);
  },
};

/** Builds the citizen's page into out/page: one script and one style sheet, both hashed, nothing inline. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  envDir: false,
  plugins: [places],
  build: {
    outDir: fileURLToPath(new URL('../../out/page', import.meta.url)),
    emptyOutDir: true,
    // Old telephones need this page most: Android 6 and iPhone 6s still get these browsers.
    target: ['es2022', 'chrome94', 'firefox93', 'safari15'],
    cssTarget: ['chrome94', 'firefox93', 'safari15'],
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
  },
});
