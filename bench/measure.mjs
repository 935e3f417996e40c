import { performance } from 'node:perf_hooks';

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Does something over and over, several at once, after a short warming up.
 * Answers the median and the 95th percentile in milliseconds, and how often it was done in a second.
 */
export async function measure(work, { seconds = 5, atOnce = 4 } = {}) {
  const loop = async (until, times) => {
    while (performance.now() < until) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
  };
  const together = (until, times) => Promise.all(Array.from({ length: atOnce }, () => loop(until, times)));
  await together(performance.now() + 1000, []);
  const times = [];
  const began = performance.now();
  await together(began + seconds * 1000, times);
  return spread(times, (performance.now() - began) / 1000);
}

/** Median, 95th percentile and how often in a second. */
export function spread(times, seconds) {
  const sorted = [...times].sort((one, other) => one - other);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), perSecond: times.length / seconds, count: times.length };
}

const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);

/** Prints one line of figures. */
export function row(label, { p50, p95, perSecond }) {
  console.log(`  ${label.padEnd(44)} p50 ${ms(p50)}   p95 ${ms(p95)}   ${perSecond.toFixed(0).padStart(6)} a second`);
}

/** Prints figures beside those of a named baseline of the same run, and the ratio of the medians. */
export function compare(name, figures, baseline, baselineFigures) {
  row(name, figures);
  row(`baseline: ${baseline}`, baselineFigures);
  console.log(
    `  ratio to the baseline: p50 ${(figures.p50 / baselineFigures.p50).toFixed(2)}, p95 ${(figures.p95 / baselineFigures.p95).toFixed(2)}`,
  );
}
