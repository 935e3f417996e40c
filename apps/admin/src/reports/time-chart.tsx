import { type TimeLines, timeChart, timeInWords } from '@roundtable/contracts';
import { useCallback } from 'react';
import type { Drawing } from './drawn-chart';
import { PictureOfFigures } from './picture-of-figures';

/** Shares over time, a line each. */
export function TimeChart({ lines }: { lines: TimeLines }) {
  const drawing = useCallback<Drawing>((room) => timeChart(lines, room), [lines]);
  return <PictureOfFigures words={timeInWords(lines)} drawing={drawing} />;
}
