import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Longer than any password: a wrong file on standard input is not read to its end. */
const MOST_INPUT = 4_096;

/** Reads the first line of what is piped in. */
export async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.includes('\n') || text.length > MOST_INPUT) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** Asks without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/**
 * A new password, from a prompt (twice) or from a pipe; never from the command line, which other processes
 * and the shell's history can read. Null when the two were not the same.
 */
export async function readPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return firstLine(process.stdin);
  const first = await ask('Password: ');
  const second = await ask('Again: ');
  return first === second ? first : null;
}
