import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { PublishedReportDetail } from '@roundtable/contracts';
import { useParams } from 'react-router-dom';
import { api } from '../api/request';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { ReasonAction } from '../look/reason-action';
import { DemonstrationTag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { dayInWords } from '../words/london-time';
import { PublishedCourse } from './published-course';
import { PublishedFiles } from './published-files';
import { PublishedPeopleOfYear } from './published-people';
import { ReportLinksPanel } from './report-links-panel';

export default function PublishedReportShow() {
  const { id = '' } = useParams();
  const report = useQuery({
    queryKey: ['reports', 'published', id],
    queryFn: () => api.get<PublishedReportDetail>(`/reports/published/${encodeURIComponent(id)}`),
  });
  if (report.error) return <Refusal error={report.error} />;
  if (!report.data) return <Waiting />;
  return <Published report={report.data} />;
}

function Published({ report }: { report: PublishedReportDetail }) {
  const { content, edition, replacedBy, erratum } = report;
  return (
    <>
      <Heading
        intro={`Edition ${edition}, published on ${dayInWords(report.publishedAt)}`}
        actions={replacedBy ? undefined : <Correct report={report} />}
      >
        {content.title}
      </Heading>
      {replacedBy ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          This edition was replaced by{' '}
          <TextLink to={`/reports/published/${replacedBy.id}`}>edition {replacedBy.edition}</TextLink>.
        </Alert>
      ) : null}
      <PublishedFiles id={report.id} rows={content.rows.length} />
      <Panel heading="Facts">
        {content.demonstration ? <DemonstrationTag /> : null}
        <Facts
          facts={[
            ['Period', `${dayInWords(content.from)} to ${dayInWords(content.to)}`],
            ...(content.courseTitle === null ? [] : [['Course', content.courseTitle] as [string, string]]),
            ['Whole events', String(content.events)],
            ...(erratum === null ? [] : [['Corrected', erratum] as [string, string]]),
          ]}
        />
      </Panel>
      {content.rows.length === 0 ? (
        <Nothing>Too few people answered in this period for a figure to be shown.</Nothing>
      ) : null}
      {[...new Set(content.rows.map(({ courseId }) => courseId))].map((courseId) => (
        <PublishedCourse
          key={courseId}
          rows={content.rows.filter((row) => row.courseId === courseId)}
          quotes={report.quotes.filter((of) => of.courseId === courseId).flatMap(({ words }) => words)}
        />
      ))}
      {content.people.map((counted) => (
        <PublishedPeopleOfYear key={counted.year} counted={counted} />
      ))}
      <Panel heading="How these figures were made">
        {content.method.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Panel>
      <Editions report={report} />
      <ReportLinksPanel reportId={report.id} />
    </>
  );
}

function Correct({ report }: { report: PublishedReportDetail }) {
  return (
    <ReasonAction
      verb="Publish a corrected edition"
      what={report.title}
      call={(erratum) => api.post(`/reports/published/${report.id}/editions`, { erratum })}
      done="The corrected edition is published. The older one says that it was replaced."
    >
      <p>
        Say what was wrong: readers see it. Events that came in since enter, and cancelled ones leave. What an event
        counted when it entered stays, as the difference of two editions would show the few it is about.
      </p>
    </ReasonAction>
  );
}

function Editions({ report }: { report: PublishedReportDetail }) {
  if (report.editions.length < 2) return null;
  return (
    <Panel heading="Editions">
      <ul>
        {report.editions.map(({ id, edition, publishedAt, erratum }) => (
          <li key={id}>
            <TextLink to={`/reports/published/${id}`}>
              Edition {edition}, {dayInWords(publishedAt)}
            </TextLink>
            {erratum ? `: ${erratum}` : ''}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
