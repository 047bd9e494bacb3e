import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Platform } from '../../../protocol/platform.ts';
import { HELP_LINES } from './help-lines.ts';

const CATALOGUE = z
  .array(Platform)
  .parse(JSON.parse(readFileSync(new URL('../../content/platforms.json', import.meta.url), 'utf8')));

describe('the help lines', () => {
  it.each(Object.entries(HELP_LINES))('%s is the catalogue’s', (_topic, { id, phone }) => {
    const platform = CATALOGUE.find((known) => known.id === id);
    expect(platform?.phone).toBe(phone);
    expect(platform?.checked).toBe('sourced');
  });
});
