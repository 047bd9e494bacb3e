import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, TestProcess } from '../process.testkit.ts';

const ADMIN = join(import.meta.dirname, 'admin.ts');

/** A data directory and a place beside it, with the administration as it is run by hand. */
export class Administration {
  readonly home = mkdtempSync(join(tmpdir(), 'permanence-admin-'));
  readonly directory = join(this.home, 'data');

  /** Where backups, exports and keys go. */
  at(name: string): string {
    return join(this.home, name);
  }

  run(args: string, settings: Record<string, string> = {}): Promise<Ended> {
    return new TestProcess(ADMIN, ['--data', this.directory, ...args.split(' ')], settings).ended;
  }

  /** The same with something on standard input. */
  typed(args: string, input: string, settings: Record<string, string> = {}): Promise<Ended> {
    return new TestProcess(ADMIN, ['--data', this.directory, ...args.split(' ')], settings, input).ended;
  }

  /** What a command prints; rejects when it fails. */
  async done(args: string, settings: Record<string, string> = {}): Promise<string> {
    const { code, out, err } = await this.run(args, settings);
    if (code !== 0) throw new Error(`${args}: ${code} ${err}`);
    return out;
  }

  /** Every file under the data directory and beside it, as bytes. */
  files(): Map<string, Buffer> {
    const files = new Map<string, Buffer>();
    for (const name of readdirSync(this.home, { recursive: true }).map(String)) {
      const path = join(this.home, name);
      if (existsSync(path) && statSync(path).isFile()) files.set(name, readFileSync(path));
    }
    return files;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
