import { expect, test } from './fixtures.ts';
import { NarrowProxy } from './support/narrow-proxy.ts';
import { CAMILLE } from './support/relay.ts';

for (const [network, holdsBack] of [
  ['forbids WebSocket', false],
  ['forbids WebSocket and holds answers back', true],
] as const) {
  test(`F1: a network that ${network} carries the whole conversation, through cuts, and a quick exit`, async ({
    relay,
    citizen,
    desk,
  }) => {
    const proxy = await NarrowProxy.open(relay.url, holdsBack);
    try {
      const person = await citizen();
      const camille = await desk();
      await camille.signIn(CAMILLE);
      await person.open(proxy.url);
      await person.say('Bonjour, mon réseau est étroit.');
      expect(proxy.refused).toBeGreaterThanOrEqual(2);
      await camille.takeNext();
      await camille.say('Je vous lis.');
      await expect(person.message('Je vous lis.')).toHaveCount(1);

      for (let cut = 1; cut <= 3; cut += 1) {
        proxy.cut();
        await person.write(`Après la coupure ${cut}.`);
        await expect(camille.entry(`Après la coupure ${cut}.`)).toHaveCount(1, { timeout: 30_000 });
        await camille.say(`Reçu ${cut}.`);
        await expect(person.message(`Reçu ${cut}.`)).toHaveCount(1, { timeout: 30_000 });
      }
      await person.page.reload();
      for (const text of ['Bonjour, mon réseau est étroit.', 'Après la coupure 1.', 'Reçu 3.']) {
        await expect(person.message(text)).toHaveCount(1, { timeout: 30_000 });
      }
      for (let press = 0; press < 3; press += 1) await person.page.keyboard.press('Shift');
      await expect(camille.window.getByText(/sortie rapide/i).first()).toBeVisible();
    } finally {
      await proxy.close();
    }
  });
}
