import { describe, expect, it } from 'vitest';
import { callStore } from '../../main/cache/desk-cache.ts';
import { DeskModel } from '../../main/session/model.ts';
import { OfficerSession } from '../../main/session/officer-session.ts';
import { ScriptedRelay, settled, VirtualTime } from '../../main/session/scripted.testkit.ts';
import type { ToDesk } from '../../protocol/desk-channel.ts';
import type { Entry } from '../../protocol/entry.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { Disk } from './disk.ts';

const OFFICER = { officer: newId(), rank: 'Brigadier', alias: 'Camille' };
const SELF = { ...OFFICER, login: 'dupont', role: 'officer' as const, capacity: 5 };

function messages(conversation: Id, texts: readonly string[], time: number): Entry[] {
  const opened: Entry['body'] = { kind: 'opened', termsVersion: '1', language: 'fr', subject: null };
  const bodies: Entry['body'][] = [opened, ...texts.map((text) => ({ kind: 'message' as const, text }))];
  return bodies.map((body, index) => ({
    conversation,
    seq: index + 1,
    id: newId(),
    at: time,
    author: { role: 'citizen' },
    body,
  }));
}

/** A desk on this disk, whose operations happen one by one with `disk.step`. */
async function startDesk(disk: Disk, relay: ScriptedRelay, time: VirtualTime): Promise<void> {
  const model = new DeskModel(
    {
      relay: 'https://relay.example',
      self: null,
      connection: 'offline',
      retryAt: null,
      notice: null,
      cache: { kind: 'encrypted' },
      presence: 'offline',
      retentionMonths: 3,
      clockOffset: 0,
      trial: false,
    },
    { theme: 'system', language: 'fr', volume: 0, notifications: false, contextOpen: true },
    () => undefined,
  );
  const process = disk.cache(time);
  const opening = process
    .call('open', { file: 'one', key: '0'.repeat(64), next: null, officer: OFFICER.officer })
    .then(() =>
      OfficerSession.open({
        self: SELF,
        token: 'a'.repeat(43),
        model,
        origin: { kind: 'file', process, file: 'one' },
        openWire: relay.openWire,
        surroundings: time,
        log: () => undefined,
        onAttention: () => undefined,
        onExpired: () => undefined,
        onSelf: () => undefined,
      }),
    );
  await flush(disk);
  (await opening).start();
  await settled();
}

async function flush(disk: Disk): Promise<void> {
  await settled();
  while (disk.isBusy) {
    disk.step();
    await settled();
  }
}

describe('a relay restored from a copy, and a desk that dies while it is told', () => {
  // Found while restorations were put into the model: the epoch was kept before the journals
  // of the former one were forgotten, so that a desk that died in between vouched for them ever after.
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'R2: after %i operations its disk never holds old journals under the new epoch',
    async (operations) => {
      const time = new VirtualTime();
      const disk = new Disk(OFFICER.officer);
      const former = new ScriptedRelay();
      const conversation = newId();
      await startDesk(disk, former, time);
      await former.welcome({ self: SELF });
      const entries = messages(conversation, ['avant'], time.now());
      await flush(disk);
      const range: ToDesk = { type: 'entries', conversation, after: 0, through: 2, entries };
      await former.say(range);
      await flush(disk);
      expect(callStore(disk.store, 'load', { now: time.now() }).cursors).toHaveLength(1);

      const restored = new ScriptedRelay();
      disk.crash(false);
      await startDesk(disk, restored, time);
      await restored.welcome({ self: SELF, reset: true });
      for (let count = 0; count < operations && disk.isBusy; count += 1) {
        disk.step();
        await settled();
      }
      disk.crash(false);

      const { epoch, cursors } = callStore(disk.store, 'load', { now: time.now() });
      if (epoch === restored.epoch) expect(cursors).toEqual([]);
      else expect(epoch).toBe(former.epoch);
    },
  );
});
