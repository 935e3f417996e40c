import { Box, Typography } from '@mui/material';
import { type ChosenAnswer, MODE_FILLS, MODE_LABELS, type QuestionFiguresRow } from '@roundtable/contracts';
import { Nothing } from '../look/notices';
import { PlainTable, type Column } from '../look/plain-table';
import { count, percent } from '../words/figures';

/** How many chose each answer at one stage: a table whose lines carry a bar. */
export function AnswerBars({ heading, row }: { heading: string; row: QuestionFiguresRow }) {
  const { stage, answers, suppressed, answersSuppressed, kind } = row;
  if (suppressed || answers.length === 0) return null;
  const { fill, outline } = MODE_FILLS[stage];
  const columns: Column<ChosenAnswer>[] = [
    {
      heading: kind === 'scale' ? 'Step' : 'Answer',
      isRowHeading: true,
      cell: ({ answer }) => stepInWords(answer, row),
    },
    { heading: 'People', isNumber: true, cell: (one) => count(one.count) },
    { heading: 'Share', isNumber: true, isUnbroken: true, cell: (one) => percent(one.percent, 1) },
    {
      heading: 'Bar',
      minWidth: '8rem',
      cell: (one) => (
        <Box
          aria-hidden="true"
          sx={{
            height: 16,
            width: `${one.percent ?? 0}%`,
            bgcolor: fill,
            ...(outline !== null && one.percent ? { border: `1px solid ${outline}` } : {}),
          }}
        />
      ),
    },
  ];
  return (
    <Box sx={{ mt: 2, maxWidth: '44rem' }}>
      <Typography component="h3" variant="h3">
        {MODE_LABELS[stage]}
      </Typography>
      {answersSuppressed ? (
        <Nothing>Fewer than ten people answered, so it is not shown how many chose each.</Nothing>
      ) : (
        <>
          <PlainTable
            caption={`${heading}: ${MODE_LABELS[stage]}`}
            columns={columns}
            rows={answers}
            rowKey={({ answer }) => answer}
          />
          {kind === 'several' ? <p>Several answers can be chosen, so shares may add up to more than 100%.</p> : null}
        </>
      )}
    </Box>
  );
}

/** '10 (certainly)' at the end of a scale that says what its ends mean. */
function stepInWords(answer: string, { answers, lowLabel, highLabel }: QuestionFiguresRow): string {
  const label = answer === answers[0]?.answer ? lowLabel : answer === answers.at(-1)?.answer ? highLabel : undefined;
  return label ? `${answer} (${label})` : answer;
}
