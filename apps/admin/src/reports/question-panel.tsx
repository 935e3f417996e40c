import { Box, Typography } from '@mui/material';
import type { ChartStatement, QuestionFiguresRow } from '@roundtable/contracts';
import { useMemo } from 'react';
import { KIND_NAMES } from '../course-forms/edited-question';
import { Panel } from '../look/panel';
import { DemonstrationTag } from '../look/tag';
import { percent } from '../words/figures';
import { AnswerBars } from './answer-bars';
import { CourseChart } from './course-chart';
import { QuestionTable } from './question-table';

interface QuestionPanelProps {
  heading: string;
  rows: [QuestionFiguresRow, ...QuestionFiguresRow[]];
}

/** One question: a chart where it helps, the same figures in a table, and each course that asks a standing one. */
export function QuestionPanel({ heading, rows }: QuestionPanelProps) {
  const [{ kind, source }] = rows;
  const together = rows.filter(({ courseId }) => courseId === null);
  const shown = together.length > 0 ? together : rows;
  const courses = together.length > 0 ? rows.filter(({ courseId }) => courseId !== null) : [];
  const where = together.length > 0 ? 'all courses together' : (rows[0].courseTitle ?? '');
  return (
    <Panel heading={heading}>
      {rows.some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>
        {source === 'standing' ? `Standing question, ${where}` : 'Question of this course'}. Answered by{' '}
        {KIND_NAMES[kind]}.
      </Typography>
      {kind === 'yes-no' ? <ShareOfYes rows={shown} /> : null}
      <QuestionTable caption={`${heading}: ${where}`} rows={shown} />
      {shown.map((row) => (
        <AnswerBars key={`${row.courseId}|${row.stage}`} heading={heading} row={row} />
      ))}
      {courses.length > 0 ? (
        <Box component="details" sx={{ mt: 1.5, '& summary': { cursor: 'pointer', width: 'fit-content', mb: 1 } }}>
          <summary>By course</summary>
          <QuestionTable caption={`${heading}: by course`} rows={courses} isByCourse />
        </Box>
      ) : null}
    </Panel>
  );
}

function ShareOfYes({ rows }: { rows: readonly QuestionFiguresRow[] }) {
  const statements = useMemo(() => sharesOfYes(rows), [rows]);
  return statements.length > 0 ? (
    <Box sx={{ mb: 1.5 }}>
      <CourseChart statements={statements} />
    </Box>
  ) : null;
}

/** A bar for each stage that is shown. */
function sharesOfYes(rows: readonly QuestionFiguresRow[]): ChartStatement[] {
  const bars = rows.flatMap(({ stage, yes }) => {
    const [low, high] = yes?.ci95 ?? [null, null];
    if (!yes || yes.percent === null || low === null || high === null) return [];
    return [
      { mode: stage, percent: yes.percent, ci95: [low, high] as [number, number], label: percent(yes.percent, 1) },
    ];
  });
  return bars.length > 0 ? [{ statement: 'Yes', bars }] : [];
}
