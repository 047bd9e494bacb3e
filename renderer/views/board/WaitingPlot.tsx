import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useMedia } from '../../components/useMedia.ts';
import { quantity } from '../../format/plural.ts';
import { shortDuration, timeOfDay } from '../../format/time.ts';
import { byQuarter, type Sample } from '../../stores/board.ts';
import { useLanguage, useText, useView } from '../provider.ts';

const LEAST_HEIGHT = 120;

function sizeOf(place: HTMLElement): { width: number; height: number } {
  return { width: place.clientWidth, height: Math.max(LEAST_HEIGHT, place.clientHeight) };
}

function dataOf(samples: readonly Sample[]): uPlot.AlignedData {
  return [samples.map(({ at }) => at / 1000), samples.map(({ waiting }) => waiting)];
}

/** Colours come from the tokens, so that the plot follows the theme. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

type Look = {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly hour: (seconds: number) => string;
};

function options({ width, height, label, hour }: Look): uPlot.Options {
  const axis = {
    stroke: colour('--text-quiet'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      // At least an hour wide, so that the first minutes do not look like a cliff.
      x: { range: (_plot, least, most) => [Math.min(least, most - 3600), most] },
      y: { range: (_plot, _least, most) => [0, Math.max(5, Math.ceil(most * 1.1))] },
    },
    axes: [
      { ...axis, space: 60, values: (_plot, splits) => splits.map(hour) },
      { ...axis, size: 32, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
    ],
    series: [
      {},
      {
        label,
        stroke: colour('--action'),
        width: 2,
        points: { show: false },
        // Steps: a number of people does not slope.
        ...(uPlot.paths.stepped === undefined ? {} : { paths: uPlot.paths.stepped({ align: 1 }) }),
      },
    ],
  };
}

const DARK = '(prefers-color-scheme: dark)';

/** Changes with every change of the colours, the system's included. */
function useLook(): string {
  const theme = useView(({ settings }) => settings.theme);
  const dark = useMedia(DARK);
  return `${theme} ${dark}`;
}

/** How many waited over the last hours, as a small plot and, beside it, as a table. */
export function WaitingPlot() {
  const { plot: text } = useText().board;
  const language = useLanguage();
  const samples = useView((view) => view.samples);
  const look = useLook();
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  // One sample is a dot, not a plot.
  const enough = samples.length > 1;
  const latest = useRef(samples);
  latest.current = samples;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme means other colours: drawn anew.
  useEffect(() => {
    const place = frame.current;
    if (place === null || !enough) return;
    const hour = (seconds: number) => timeOfDay(seconds * 1000, language);
    const drawn = new uPlot(
      options({ ...sizeOf(place), label: text.waiting, hour }),
      dataOf(latest.current),
      place,
    );
    plot.current = drawn;
    const observer = new ResizeObserver(() => drawn.setSize(sizeOf(place)));
    observer.observe(place);
    return () => {
      observer.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [language, look, text, enough]);

  useEffect(() => plot.current?.setData(dataOf(samples)), [samples]);

  const quarters = useMemo(() => byQuarter(samples), [samples]);
  const first = samples[0];
  const since = first === undefined ? '' : text.since(timeOfDay(first.at, language));
  return (
    <div className="board-section plot-section">
      <h2>
        {text.title} <span className="quiet">{since}</span>
      </h2>
      <div className="plot-columns">
        {enough ? (
          <div ref={frame} className="plot" role="img" aria-label={text.summary(since)} />
        ) : (
          <p className="quiet">{text.starting}</p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        <section className="table-frame" tabIndex={0} aria-label={text.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.quarter}</th>
                <th scope="col">{text.highest}</th>
                <th scope="col">{text.mean}</th>
                <th scope="col">{text.longest}</th>
              </tr>
            </thead>
            <tbody>
              {quarters.map((row) => (
                <tr key={row.from}>
                  <th scope="row">{timeOfDay(row.from, language)}</th>
                  <td>{quantity(row.highest, language)}</td>
                  <td>{quantity(row.mean, language)}</td>
                  <td>{shortDuration(row.longest, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </div>
  );
}
