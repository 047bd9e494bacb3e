import { expect, test } from 'vitest';
import { besideArchive } from './fork.ts';

test.each([
  [
    '/opt/desk/resources/app.asar/out/main/cache.js',
    '/opt/desk/resources/app.asar.unpacked/out/main/cache.js',
  ],
  ['C:\\desk\\resources\\app.asar\\cache.js', 'C:\\desk\\resources\\app.asar.unpacked\\cache.js'],
  ['/opt/desk/resources/app.asar.unpacked/cache.js', '/opt/desk/resources/app.asar.unpacked/cache.js'],
  ['/home/me/permanence/out/main/cache.js', '/home/me/permanence/out/main/cache.js'],
])('a Node of its own finds %s', (script, found) => {
  expect(besideArchive(script)).toBe(found);
});
