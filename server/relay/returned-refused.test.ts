import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handOver } from '../mail/mail-server.testkit.ts';
import { holidayReply, personalReply, postfixReport } from '../mail/reports.testkit.ts';
import { REPORT_BYTES } from '../mail/return-door.ts';
import { kinds } from './relay.testkit.ts';
import { BOUNCES, DAY, PAGE, PERSON, ReturnHouse } from './returns.testkit.ts';
import { settle } from './time.testkit.ts';

const FORGED = 'retour+0123456789abcdef0123456789abcdef@permanence.example';

let kit: ReturnHouse;
beforeEach(async () => {
  kit = await ReturnHouse.open();
});
afterEach(() => kit.close());

describe('W5: what is refused at the door', () => {
  it('a token that no letter bore, an address without one, another domain', async () => {
    await kit.answered();
    for (const to of [FORGED, BOUNCES, 'reponse@permanence.example', 'qui@exemple.fr']) {
      const said = await kit.report(to);
      expect(said).toMatchObject({ code: 550 });
      expect(said.text).toContain(PAGE);
    }
  });

  it('whatever is no report: the sender reads where to write, and nothing of it is kept', async () => {
    const case_ = await kit.answered();
    const { conversation, returnPath } = case_;
    for (const raw of [holidayReply(PERSON, returnPath), personalReply(PERSON, returnPath)]) {
      for (const from of ['', PERSON]) {
        const said = await handOver(kit.door.port, { from, to: returnPath, raw });
        expect(said.code).toBe(550);
        expect(said.text).toMatch(/^5\.7\.1 Nobody reads e-mail here: .* Personne ne lit les e-mails ici/);
        expect(said.text).toContain(PAGE);
      }
    }
    expect(kinds(await kit.house.journal(conversation)).at(-1)).toBe('closure');
    await kit.expectSilence(case_);
  });

  it('what is larger than a report, whether it says so before or not', async () => {
    const { conversation, returnPath } = await kit.answered();
    const large = `${postfixReport(PERSON, returnPath)}${`${'x'.repeat(76)}\r\n`.repeat(REPORT_BYTES / 78)}`;
    expect(await kit.report(returnPath, large)).toMatchObject({ code: 552 });
    const said = await converse(kit.door.port, [
      'EHLO mx.example',
      'MAIL FROM:<>',
      `RCPT TO:<${returnPath}>`,
      'DATA',
      `${large}.`,
    ]);
    expect(said.at(-1)).toMatch(/^552 /);
    expect(kinds(await kit.house.journal(conversation)).at(-1)).toBe('closure');
  });

  it('more than one recipient at a time', async () => {
    const { returnPath } = await kit.answered();
    const said = await converse(kit.door.port, [
      'EHLO mx.example',
      'MAIL FROM:<>',
      `RCPT TO:<${returnPath}>`,
      `RCPT TO:<${returnPath.toUpperCase()}>`,
    ]);
    expect(said.slice(-2).map((line) => line.slice(0, 3))).toEqual(['250', '452']);
  });

  it('guesses, beyond a rate', async () => {
    const guesses = Array.from(
      { length: 80 },
      (_, guess) => `RCPT TO:<retour+${guess.toString(16).padStart(32, '0')}@permanence.example>`,
    );
    const said = await converse(kit.door.port, ['EHLO mx.example', 'MAIL FROM:<>', ...guesses]);
    const codes = said.slice(-80).map((line) => line.slice(0, 3));
    expect(codes.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => '550'));
    expect(codes.at(-1)).toBe('451');
  });

  it('what belongs to a conversation that was erased, or is past its limit, purged or not yet', async () => {
    const erased = await kit.answered();
    const erasing = kit.house.hub.erase(erased.conversation);
    await settle();
    await erasing;
    expect(await kit.report(erased.returnPath)).toMatchObject({ code: 550 });
    const due = await kit.answered();
    const purgeAt = (await kit.house.store.conversation(due.conversation))?.purgeAt ?? 0;
    // The hourly run comes later.
    kit.house.time.jump(purgeAt - kit.house.time.now);
    expect(await kit.report(due.returnPath)).toMatchObject({ code: 550 });
    expect(await kit.house.store.conversation(due.conversation)).not.toBeNull();
    await kit.house.hub.purge();
    expect(await kit.report(due.returnPath)).toMatchObject({ code: 550 });
    expect(kit.house.events.filter(({ event }) => event === 'mail-returned')).toEqual([]);
  });

  it('an answer whose key is destroyed while its row still stands', async () => {
    const { conversation, returnPath } = await kit.answered();
    kit.house.time.jump(DAY);
    await kit.house.crash();
    await kit.house.store.condemn([conversation], { at: kit.house.time.now, cause: 'erasure' });
    expect(await kit.house.store.conversation(conversation)).not.toBeNull();
    expect(await kit.report(returnPath)).toMatchObject({ code: 550 });
  });
});

/** Speaks SMTP line by line, waiting for each answer; the last line of each. */
function converse(port: number, lines: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const said: string[] = [];
    let rest = '';
    let next = 0;
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (part: string) => {
      rest += part;
      for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (/^\d{3}-/.test(line)) continue;
        said.push(line);
        const say = lines[next];
        next += 1;
        if (say !== undefined) socket.write(`${say}\r\n`);
        else socket.end(() => resolve(said));
      }
    });
  });
}
