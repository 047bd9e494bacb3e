import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { CAMILLE } from './support/relay.ts';

test('the toolkit of the system’s dialogs loads no graphics driver into the desk, and no program inherits that', async ({
  desk,
}) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const { pid, inherited } = await camille.running.app.evaluate(() => ({
    pid: process.pid,
    inherited: process.env['GDK_GL'] ?? null,
  }));
  const files = readFileSync(`/proc/${pid}/maps`, 'utf8');
  expect(files).toContain('libgtk-3');
  expect(files).not.toMatch(/_dri\.so|libgallium|libLLVM/);
  expect(inherited).toBeNull();
});

test('no process of the desk loads a second drawing library where there is no graphics card, and no page draws in 3D', async ({
  desk,
}) => {
  const camille = await desk();
  const drawing = await camille.running.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const files = drawing.map((pid) => readFileSync(`/proc/${pid}/maps`, 'utf8')).join('\n');
  expect(files).toContain('libgtk-3');
  expect(files).not.toMatch(/swiftshader/i);
  const context = await camille.window.evaluate(() => document.createElement('canvas').getContext('webgl'));
  expect(context).toBeNull();
});

test('a burst of work leaves the main process’s young generation small', async ({ desk }) => {
  const camille = await desk();
  const young = await camille.running.app.evaluate(() => {
    // What is kept for a while: left to itself, the engine makes room of 16 MB for it, and keeps that.
    let kept: object[] = [];
    for (let count = 0; count < 500_000; count += 1) {
      kept.push({ count, list: [count] });
      if (kept.length > 20_000) kept = [];
    }
    const { getHeapSpaceStatistics } = process.getBuiltinModule('node:v8');
    return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size;
  });
  expect(young).toBeGreaterThan(0);
  expect(young).toBeLessThan(8e6);
});

test('the main process can ask its engine to sweep out', async ({ desk }) => {
  const camille = await desk();
  const collector = await camille.running.app.evaluate(() =>
    process.getBuiltinModule('node:vm').runInNewContext('typeof gc'),
  );
  expect(collector).toBe('function');
});
