import type { french } from './fr/index.ts';

/** Every text of the interface, by place. French is the reference: other languages must have its shape. */
export type Catalogue = typeof french;
