import { describe, expect, it } from 'vitest';
import { createDisplay } from './display.ts';

function createStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => items.delete(key),
    setItem: (key, value) => items.set(key, value),
  };
}

describe('display settings', () => {
  it('keep nothing until the person changed something, and nothing after quick exit', () => {
    const storage = createStorage();
    const display = createDisplay(() => storage);
    expect(storage.length).toBe(0);
    display.keep({ theme: 'dark' });
    display.keep({ language: 'en' });
    expect(createDisplay(() => storage).saved()).toEqual({ theme: 'dark', language: 'en' });
    display.forget();
    expect(storage.length).toBe(0);
  });

  it.each(['nonsense', '{"theme":"pink"}', '[]', 'null'])('ignore what is not theirs: %s', (found) => {
    const storage = createStorage();
    storage.setItem('display', found);
    expect(createDisplay(() => storage).saved()).toEqual({});
  });

  it('work in a browser that refuses to keep anything', () => {
    const display = createDisplay(() => {
      throw new Error('SecurityError');
    });
    display.keep({ theme: 'dark' });
    expect(display.saved()).toEqual({ theme: 'dark' });
    display.forget();
    expect(display.saved()).toEqual({});
  });
});
