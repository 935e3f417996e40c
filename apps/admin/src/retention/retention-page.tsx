import { useQuery } from '@tanstack/react-query';
import type { RetentionPreviewView, RetentionRuleView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { count } from '../words/figures';
import { dayInWords } from '../words/london-time';
import { inUnit, RetentionPeriods } from './retention-periods';

const columns: Column<RetentionPreviewView>[] = [
  { heading: 'What', isRowHeading: true, cell: ({ title }) => title },
  { heading: 'Older than', isUnbroken: true, cell: ({ before }) => dayInWords(before) },
  { heading: 'Would go', isNumber: true, cell: ({ count: number }) => count(number) },
  { heading: 'Kept by a hold', isNumber: true, cell: ({ held }) => count(held) },
  { heading: 'The first of them', cell: ({ first }) => (first.length === 0 ? 'none' : first.join(', ')) },
];

/** For how long things are kept, and what would go now. */
export default function RetentionPage() {
  const { may } = useRoles();
  const rules = useQuery({ queryKey: ['retention'], queryFn: () => api.get<RetentionRuleView[]>('/retention') });
  const preview = useQuery({
    queryKey: ['retention', 'preview'],
    queryFn: () => api.get<RetentionPreviewView[]>('/retention/preview'),
  });
  return (
    <>
      <Heading intro="How long each kind of data is kept. What is past its period is deleted once a day, except what a hold names.">
        What is kept, and for how long
      </Heading>
      <Refusal error={rules.error} />
      {rules.isPending ? <Waiting /> : null}
      {rules.data && may('retention.write') ? (
        <RetentionPeriods key={periodsOf(rules.data)} rules={rules.data} />
      ) : null}
      {rules.data && !may('retention.write') ? <Periods rules={rules.data} /> : null}
      <Panel heading="What would go now">
        <Refusal error={preview.error} />
        {preview.isPending ? <Waiting /> : null}
        {preview.data ? (
          <PlainTable
            caption="What is past its period now; nothing is deleted by looking"
            columns={columns}
            rows={preview.data}
            rowKey={({ id }) => id}
            empty={<Nothing>There are no rules.</Nothing>}
          />
        ) : null}
      </Panel>
    </>
  );
}

const PERIODS: Column<RetentionRuleView>[] = [
  { heading: 'What', isRowHeading: true, cell: ({ title }) => title },
  { heading: 'Kept for', isUnbroken: true, cell: ({ period, unit }) => inUnit(period, unit) },
  { heading: 'Usually', isUnbroken: true, cell: ({ usual, unit }) => inUnit(usual, unit) },
];

function Periods({ rules }: { rules: readonly RetentionRuleView[] }) {
  return (
    <Panel heading="Periods">
      <PlainTable
        caption="How long each kind of data is kept"
        columns={PERIODS}
        rows={rules}
        rowKey={({ id }) => id}
        empty={<Nothing>There are no rules.</Nothing>}
      />
      <p>The coordinator may change these periods.</p>
    </Panel>
  );
}

function periodsOf(rules: readonly RetentionRuleView[]): string {
  return rules.map(({ id, period }) => `${id} ${period}`).join(', ');
}
