import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { YearPlannerRow, YearPlannerView } from '@roundtable/contracts';
import { visuallyHidden } from '@mui/utils';
import { colours } from '../look/colours';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { monthInWords } from '../programme-calendar/calendar-days';

interface PlannerTableProps {
  heading: string;
  first: string;
  planner: YearPlannerView;
  rows: readonly YearPlannerRow[];
}

export function PlannerTable({ heading, first, planner, rows }: PlannerTableProps) {
  if (rows.length === 0) return null;
  return (
    <Panel heading={heading}>
      <TableContainer tabIndex={0} role="group" aria-label={heading} sx={{ overflowX: 'auto', position: 'relative' }}>
        <Table sx={{ '& td, & th': { px: '4px', fontSize: '0.875rem' } }}>
          <caption style={visuallyHidden}>
            Events {heading.toLowerCase()} in {planner.year}
          </caption>
          <TableHead>
            <TableRow>
              <TableCell scope="col">{first}</TableCell>
              {planner.months.map((month) => (
                <TableCell key={month} scope="col" align="right">
                  <span aria-hidden="true">{monthInWords(month).slice(0, 3)}</span>
                  <Hidden>{monthInWords(month)}</Hidden>
                </TableCell>
              ))}
              <TableCell scope="col" align="right">
                Total
              </TableCell>
              <TableCell scope="col">Gaps</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.courseId ?? row.name}>
                <TableCell component="th" scope="row" sx={{ minWidth: '8.5rem' }}>
                  {row.courseId ? (
                    <TextLink to={`${listOf('events', { courseId: row.courseId })}&sort=startsAt&order=DESC`}>
                      {row.name}
                    </TextLink>
                  ) : (
                    row.name
                  )}
                </TableCell>
                {row.months.map(({ published, drafts }, index) => (
                  <TableCell
                    key={planner.months[index]}
                    align="right"
                    sx={{ bgcolor: published + drafts === 0 ? colours.amberLight : undefined }}
                  >
                    {published + drafts === 0 ? 'none' : published + drafts}
                    {drafts > 0 ? <div>{drafts === 1 ? '1 draft' : `${drafts} drafts`}</div> : null}
                  </TableCell>
                ))}
                <TableCell align="right">{row.total}</TableCell>
                <TableCell sx={{ minWidth: '11rem' }}>{row.gaps || 'No gaps'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Panel>
  );
}
