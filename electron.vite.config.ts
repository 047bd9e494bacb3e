import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => join(import.meta.dirname, path);

/** These carry compiled code and are packed beside the bundle; everything else is bundled. */
const NATIVE = [/^better-sqlite3-multiple-ciphers(\/|$)/, /^@napi-rs\/keyring(\/|$)/];

/** The trial runtime's engines (Electron 33): what runs there runs in the Electron that is shipped. */
const NODE = 'node20.18';
const CHROME = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: NODE,
      externalizeDeps: false,
      sourcemap: true,
      rollupOptions: {
        // The cache is an entry of its own: it runs in a process of its own.
        input: { index: at('main/shell/index.ts'), cache: at('main/cache/process.ts') },
        external: NATIVE,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: NODE,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('preload/index.ts') },
        // A sandboxed preload is CommonJS, and may require nothing but electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: CHROME,
      minify: true,
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
