import { extname, join, sep } from 'node:path';

/** The window's whole world: `permanence://desk/…`, from the application's own folder. */
export const SCHEME = 'permanence';
export const HOST = 'desk';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_PAGE = `${ORIGIN}/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export type ServedFile = { readonly path: string; readonly type: string };

/**
 * The file behind an address of the window, or null. Only plain names below the root are answered: nothing
 * is decoded, so that what is checked is what is opened; no `.` or `..`, no hidden file, no unknown type.
 */
export function servedFile(root: string, address: string): ServedFile | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname, username, password, port } = new URL(address);
  if (protocol !== `${SCHEME}:` || host !== HOST || `${username}${password}${port}` !== '') return null;
  const names = pathname.slice(1).split('/');
  if (!names.every((name) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name))) return null;
  const path = join(root, ...names);
  const type = TYPES[extname(path)];
  if (type === undefined || !path.startsWith(`${root}${sep}`)) return null;
  return { path, type };
}

/**
 * No inline script, no eval, no connection, nothing from elsewhere. React sets styles through the CSSOM,
 * which a policy on style attributes does not concern: no `unsafe-inline` is needed anywhere.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
