import * as z from 'zod/mini';

// Imported first. The page's CSP forbids eval: without this, every schema would probe for it and be reported.
z.config({ jitless: true });
