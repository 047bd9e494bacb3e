import { sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, ORIGIN, servedFile } from './served-file.ts';

const ROOT = '/app/out/renderer';

describe('the window’s files', () => {
  it('are served by name, with their type', () => {
    expect(servedFile(ROOT, `${ORIGIN}/index.html`)).toEqual({
      path: `${ROOT}/index.html`,
      type: 'text/html; charset=utf-8',
    });
    expect(servedFile(ROOT, `${ORIGIN}/assets/index-Bx_9-a.js?v=1#x`)?.path).toBe(
      `${ROOT}/assets/index-Bx_9-a.js`,
    );
  });

  it.each([
    '/',
    '',
    '/assets/',
    '/..%2fsecret.html',
    '/%2e%2e%5csecret.html',
    '/a\\..\\secret.html',
    '/.hidden.html',
    '/assets/.env.js',
    '/index.html%00.js',
    '/index.php',
    '/index',
    '//other/index.html',
    '/C:/index.html',
  ])('nothing else is: %s', (path) => {
    expect(servedFile(ROOT, `${ORIGIN}${path}`)).toBeNull();
  });

  it('and dots that the address itself resolves lead nowhere else', () => {
    for (const path of ['/../../etc/x.html', '/%2e%2e/etc/x.html', '/assets/../etc/x.html']) {
      expect(servedFile(ROOT, `${ORIGIN}${path}`)?.path).toBe(`${ROOT}/etc/x.html`);
    }
  });

  it.each([
    'file:///app/out/renderer/index.html',
    'https://desk/index.html',
    'permanence://other/index.html',
    'permanence://desk.other/index.html',
    'permanence://user@desk/index.html',
    'permanence://desk:80/index.html',
    'not an address',
  ])('and no other origin: %s', (address) => {
    expect(servedFile(ROOT, address)).toBeNull();
  });

  it('whatever is asked, the answer is below the root', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', '/', '//', 'a', '.html', '%00', '~', 'é', ' '),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = servedFile(ROOT, `${ORIGIN}/${parts.join('')}.html`);
        if (file === null) return;
        expect(file.path.startsWith(`${ROOT}${sep}`)).toBe(true);
        expect(file.path).not.toMatch(/(^|\/)\.\.?(\/|$)/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('run under a policy without anything unsafe', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:/);
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  });
});
