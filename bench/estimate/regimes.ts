/** How a night, a day or a bad week of the desk goes, for the simulation of the queue. Times in milliseconds. */
export type Regime = {
  readonly name: string;
  readonly hours: number;
  /** People an hour, `at` milliseconds after the beginning. */
  readonly arrivals: (at: number) => number;
  readonly officers: (at: number) => number;
  /** Conversations of one officer at a time. */
  readonly capacity: number;
  /** How long a conversation lasts on average, and its coefficient of variation. */
  readonly service: { readonly mean: number; readonly variation: number };
  /** Until an officer with a place free takes the next one, on average. */
  readonly take: number;
  /** Until somebody who waits gives up, on average. */
  readonly patience: number;
  /** The share of arrivals that go to the head of the queue. */
  readonly urgent: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function overTheDay(mean: number, swing: number) {
  return (at: number) => mean + swing * Math.sin((at / (24 * HOUR)) * 2 * Math.PI);
}

function always(value: number) {
  return () => value;
}

function minutes(mean: number, variation: number) {
  return { mean: mean * MINUTE, variation };
}

export const REGIMES: readonly Regime[] = [
  {
    name: 'calm night',
    hours: 48,
    arrivals: always(8),
    officers: always(2),
    capacity: 4,
    service: minutes(12, 0.8),
    take: 25_000,
    patience: 60 * MINUTE,
    urgent: 0.02,
  },
  {
    name: 'steady day',
    hours: 48,
    arrivals: always(60),
    officers: always(6),
    capacity: 3,
    service: minutes(15, 0.9),
    take: 20_000,
    patience: 40 * MINUTE,
    urgent: 0.03,
  },
  {
    name: 'overload',
    hours: 24,
    arrivals: always(90),
    officers: always(5),
    capacity: 4,
    service: minutes(14, 0.9),
    take: 20_000,
    patience: 30 * MINUTE,
    urgent: 0.03,
  },
  {
    name: 'evening peak',
    hours: 48,
    arrivals: overTheDay(50, 45),
    officers: always(5),
    capacity: 3,
    service: minutes(15, 0.9),
    take: 20_000,
    patience: 35 * MINUTE,
    urgent: 0.03,
  },
  {
    name: 'changing shifts',
    hours: 72,
    arrivals: always(50),
    officers: (at) => [6, 4, 8, 3][Math.floor(at / (6 * HOUR)) % 4] ?? 3,
    capacity: 3,
    service: minutes(15, 0.9),
    take: 20_000,
    patience: 40 * MINUTE,
    urgent: 0.03,
  },
  {
    name: 'one officer, one at a time',
    hours: 96,
    arrivals: always(4),
    officers: always(1),
    capacity: 1,
    service: minutes(13, 0.7),
    take: 20_000,
    patience: 60 * MINUTE,
    urgent: 0.02,
  },
  {
    name: 'long and uneven talks',
    hours: 72,
    arrivals: always(20),
    officers: always(3),
    capacity: 4,
    service: minutes(30, 1.4),
    take: 40_000,
    patience: 60 * MINUTE,
    urgent: 0.05,
  },
  {
    name: 'officers who come and go',
    hours: 48,
    arrivals: overTheDay(40, 25),
    officers: (at) => 5 + (Math.floor(at / (3 * HOUR)) % 2),
    capacity: 3,
    service: minutes(18, 1.1),
    take: 30_000,
    patience: 30 * MINUTE,
    urgent: 0.08,
  },
];
