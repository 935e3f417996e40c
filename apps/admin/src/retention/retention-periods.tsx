import { Box, Button, TextField } from '@mui/material';
import type { RetentionRuleView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { plural } from '../words/figures';

const LONGEST = 10_000;

export function inUnit(period: number, unit: RetentionRuleView['unit']): string {
  return unit === 'days' ? plural(period, 'day', 'days') : plural(period, 'month', 'months');
}

interface Changed {
  rule: string;
  period: number;
}

/** The periods as a form; only those that were typed anew travel. */
export function RetentionPeriods({ rules }: { rules: readonly RetentionRuleView[] }) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [isTried, setTried] = useState(false);
  const save = useAction((periods: Changed[]) => api.patch<RetentionRuleView[]>('/retention', { periods }), {
    done: 'The periods are changed. See below what they would delete now.',
    showsRefusal: true,
  });
  const valueOf = ({ id, period }: RetentionRuleView) => typed[id] ?? String(period);
  const isWrong = (rule: RetentionRuleView) => !isPeriod(valueOf(rule));
  const submit = () => {
    setTried(true);
    if (rules.some(isWrong)) return;
    const changed = rules
      .filter((rule) => Number(valueOf(rule)) !== rule.period)
      .map((rule) => ({ rule: rule.id, period: Number(valueOf(rule)) }));
    if (changed.length > 0) save.mutate(changed);
  };
  const columns: Column<RetentionRuleView>[] = [
    { heading: 'What', isRowHeading: true, cell: ({ title }) => title },
    {
      heading: 'Kept for',
      cell: (rule) => (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <TextField
            margin="none"
            fullWidth={false}
            value={valueOf(rule)}
            onChange={({ target }) => setTyped({ ...typed, [rule.id]: target.value })}
            error={isTried && isWrong(rule)}
            helperText={isTried && isWrong(rule) ? `Enter 1 to ${LONGEST.toLocaleString('en-GB')}` : undefined}
            slotProps={{
              htmlInput: { inputMode: 'numeric', 'aria-label': `${rule.title}, kept for, in ${rule.unit}` },
            }}
            sx={{ width: '6rem' }}
          />
          {rule.unit}
        </Box>
      ),
    },
    { heading: 'Usually', isUnbroken: true, cell: ({ usual, unit }) => inUnit(usual, unit) },
  ];
  return (
    <Panel
      heading="Periods"
      actions={
        <Button variant="contained" onClick={submit} disabled={save.isPending} sx={{ mt: 2 }}>
          Save the periods
        </Button>
      }
    >
      <PlainTable
        caption="How long each kind of data is kept"
        columns={columns}
        rows={rules}
        rowKey={({ id }) => id}
        empty="There are no rules."
      />
      <Refusal error={save.error} />
    </Panel>
  );
}

function isPeriod(typed: string): boolean {
  return /^\d+$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= LONGEST;
}
