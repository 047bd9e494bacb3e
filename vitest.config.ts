import { defineConfig } from 'vitest/config';

/** One project a room, so that `vitest run --project server` runs one. Tests stand beside what they test. */
const room = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude: ['**/node_modules/**', 'out/**', '**/dist/**', ...exclude] },
});

export default defineConfig({
  test: {
    environment: 'node',
    // Real parts run in most tests: processes, sockets, files.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      room('protocol', ['protocol/**/*.test.ts']),
      room('server', ['server/**/*.test.ts'], ['server/page/**']),
      room('page', ['server/page/**/*.test.{ts,tsx}']),
      room('main', ['main/**/*.test.ts']),
      room('preload', ['preload/**/*.test.ts']),
      room('renderer', ['renderer/**/*.test.{ts,tsx}']),
      room('scripts', ['scripts/**/*.test.ts', 'e2e/**/*.test.ts']),
      room('bench', ['bench/**/*.test.ts']),
    ],
  },
});
