import { type ChartStatement, chartInWords, gainChart } from '@roundtable/contracts';
import { useCallback } from 'react';
import type { Drawing } from './drawn-chart';
import { PictureOfFigures } from './picture-of-figures';

/** Shares of a course's statements, or of a question, stage by stage. */
export function CourseChart({ statements }: { statements: readonly ChartStatement[] }) {
  const drawing = useCallback<Drawing>((room) => gainChart(statements, room), [statements]);
  return <PictureOfFigures words={chartInWords(statements)} drawing={drawing} />;
}
