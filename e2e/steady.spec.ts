import type { Locator } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { type Citizen, openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import type { OfficerDesk } from './support/officer.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

const { lists, shell, board } = french;

type Aim = { readonly x: number; readonly y: number };

/** What a press would press now, at a place of the window. */
function under(officer: OfficerDesk, at: Aim): Promise<string | null> {
  return officer.window.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('button')?.getAttribute('aria-label') ?? null,
    at,
  );
}

/** Lays the pointer on a button and says where. */
async function aimAt(officer: OfficerDesk, button: Locator): Promise<Aim> {
  await expect(button).toBeVisible();
  const box = await button.boundingBox();
  if (box === null) throw new Error('this button is nowhere');
  const at = { x: box.x + 8, y: box.y + 8 };
  await officer.window.mouse.move(at.x - 2, at.y);
  await officer.window.mouse.move(at.x, at.y);
  return at;
}

/**
 * Keeps the hand there until something is so. It trembles: the windows of these tests share one screen, and one that opens
 * takes a pointer that rests away from another.
 */
async function aimUntil(officer: OfficerDesk, at: Aim, isSo: () => Promise<boolean>): Promise<void> {
  let moves = 0;
  const moveAndLook = async () => {
    moves += 1;
    await officer.window.mouse.move(at.x + (moves % 2), at.y);
    return isSo();
  };
  await expect.poll(moveAndLook, { intervals: [200] }).toBe(true);
}

async function threeWait(relay: string): Promise<readonly Citizen[]> {
  const people: Citizen[] = [];
  for (const subject of ['Vol', 'Bruit', 'Amende']) {
    const person = await openCitizen(relay, 'fr', subject);
    await person.say('Bonjour');
    people.push(person);
  }
  return people;
}

async function calls(relay: string): Promise<Citizen> {
  const person = await openCitizen(relay, 'fr', 'Violences');
  await person.say('Au secours, quelqu’un force ma porte');
  return person;
}

test('no row of the queue moves under the hand, whoever comes and goes', async ({ relay, desk }) => {
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const [first, second] = await threeWait(relay.url);
  const aimed = lists.queue.takeNamed(second?.reference ?? '');
  const queue = camille.window.locator('.queue-section');
  const at = await aimAt(camille, queue.getByRole('button', { name: aimed }));

  const urgent = await calls(relay.url);
  const strip = camille.window.getByLabel(shell.emergency.region);
  await aimUntil(camille, at, () => strip.getByText(urgent.reference).isVisible());
  await first?.leave();
  const gone = queue.getByText(first?.reference ?? '', { exact: true });
  await aimUntil(camille, at, async () => (await gone.count()) === 0);
  expect(await under(camille, at)).toBe(aimed);
  const rows = queue.locator('.virtual-row');
  // It came as anybody does, and called for help a moment later: red where it stands.
  await expect(rows.last()).toContainText(urgent.reference);
  await expect(rows.last().locator('.row.urgent')).toBeVisible();
  await expect(queue.getByRole('heading', { level: 3 })).toHaveCount(0);

  await test.step('once it left, the emergency stands first', async () => {
    await camille.window.mouse.move(at.x + 600, at.y);
    await expect(rows.nth(1)).toContainText(urgent.reference);
    await expect(rows.nth(0)).toHaveText(lists.queue.emergencies);
    await expect(rows.nth(2)).toHaveText(lists.states.waiting);
  });
});

test('a row that leaves with the focus on it holds nothing any more', async ({ relay, desk }) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const [first] = await threeWait(relay.url);
  const queue = window.locator('.queue-section');
  await expect(queue.locator('.virtual-row')).toHaveCount(3);
  await window.mouse.move(900, 500);
  await queue.locator('.virtual-list').focus();
  await window.keyboard.press('Home');
  const held = window.locator('[data-held="true"]');
  await expect(held).toHaveCount(1);
  await first?.leave();
  await expect(queue.getByText(first?.reference ?? '', { exact: true })).toHaveCount(0);
  // Well before the minute after which any rest ends.
  await expect(held).toHaveCount(0, { timeout: 20_000 });
});

test('no row of the board moves under the hand, but by a sort', async ({ relay, desk }) => {
  const alix = await desk();
  await alix.signIn(ALIX);
  const [first, second] = await threeWait(relay.url);
  await alix.window.keyboard.press('Alt+KeyB');
  const aimed = board.take(second?.reference ?? '');
  const region = alix.window.getByRole('region', { name: board.queue.title });
  const at = await aimAt(alix, region.getByRole('button', { name: aimed }));
  const urgent = await calls(relay.url);
  const come = region.getByRole('button', { name: board.take(urgent.reference) });
  await aimUntil(alix, at, () => come.isVisible());
  await first?.leave();
  const gone = region.getByRole('button', { name: board.take(first?.reference ?? '') });
  await aimUntil(alix, at, async () => (await gone.count()) === 0);
  expect(await under(alix, at)).toBe(aimed);
  await expect(region.locator('tbody tr').last()).toContainText(urgent.reference);
  // The empty place is room for the eye, and no row to a screen reader.
  await expect(region.getByRole('row')).toHaveCount(4);
  await expect(region.getByRole('table')).toHaveAttribute('aria-rowcount', '4');
  await expect(region.getByRole('row').last()).toHaveAttribute('aria-rowindex', '4');

  const wait = region.getByRole('button', { name: board.sortBy(board.columns.wait) });
  await wait.click();
  await expect(region.locator('tbody tr').first()).toContainText(urgent.reference);
});
