/** What every answer says to the browser: OWASP Secure Headers, as narrow as the page allows. */
export type SecurityHeaders = {
  readonly page: Readonly<Record<string, string>>;
  readonly other: Readonly<Record<string, string>>;
};

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=(), browsing-topics=()',
};

/** Two years, RFC 6797; given only where the answer travelled under TLS. */
const TRANSPORT = { 'strict-transport-security': 'max-age=63072000' };

/** `origins` name the sockets too, for browsers in which 'self' does not cover `wss:` (Safari before 15.4). */
export function securityHeaders(tls: boolean, origins: readonly string[]): SecurityHeaders {
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws'));
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    ["connect-src 'self'", ...sockets].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    // Nothing ever becomes script or markup from a text: the page has no such place, and gets none.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const common = { ...EVERYWHERE, ...(tls ? TRANSPORT : {}) };
  return {
    page: { ...common, 'content-security-policy': policy },
    other: {
      ...common,
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  };
}
