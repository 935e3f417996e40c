import type { ChargeView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { AgencyInput } from '../agencies/agency-input';
import { EventInput } from '../events/event-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { TextLink } from '../look/text-link';
import { money } from '../words/figures';
import { choicesOf } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { CHARGE_KIND, CHARGE_STATE } from './charge-words';
import { ChargeStateTag } from './charge-state-tag';
import { ChooseCharge } from './choose-charge';
import { ChosenCharges } from './chosen-charges';
import { FinanceFile } from './finance-file';

const Col = DataTable.Col<ChargeView>;

const filters = [
  <TextInput key="q" source="q" label="Person or number" type="search" helperText={false} />,
  <SelectInput key="state" source="state" label="State" choices={choicesOf(CHARGE_STATE)} helperText={false} />,
  <SelectInput key="kind" source="kind" label="For" choices={choicesOf(CHARGE_KIND)} helperText={false} />,
  <AgencyInput key="agencyId" helperText={false} />,
  <EventInput key="eventId" />,
  <TextInput key="from" source="from" label="Events from" type="date" helperText={false} />,
  <TextInput key="to" source="to" label="Events until" type="date" helperText={false} />,
  <SelectInput
    key="overtaken"
    source="overtaken"
    label="In doubt"
    choices={[{ id: 'true', name: 'Register was corrected' }]}
    helperText={false}
  />,
];

export default function ChargeList() {
  return (
    <ListPage
      resource="charges"
      heading="Charges"
      intro="Closing a register proposes charges. Nobody is told of one until you confirm it. Choose several to confirm them at once, or to mark that finance has them."
      actions={<FinanceFile />}
      sort={{ field: 'proposedAt', order: 'DESC' }}
      filterDefaultValues={{ state: 'proposed' }}
      filters={filters}
      found={<ChosenCharges />}
      empty="There are no charges yet. They are proposed when a register is closed, where a fee or a charge is set on the course or the event."
    >
      <ListTable<ChargeView>>
        <Col label="Choose" disableSort render={(charge) => <ChooseCharge charge={charge} />} />
        <Col
          label="Person"
          disableSort
          render={({ id, practitionerName, reference }) => (
            <TextLink to={`/charges/${id}/show`} strong>
              {practitionerName || reference}
            </TextLink>
          )}
        />
        <Col source="agencyName" label="Agency" render={({ agencyName }) => agencyName} />
        <Col
          source="courseTitle"
          label="Course"
          render={({ courseTitle, eventId }) => <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>}
        />
        <Col
          source="startsAt"
          label="When"
          sx={{ whiteSpace: { lg: 'nowrap' } }}
          render={({ startsAt }) => (startsAt ? dayInWords(startsAt) : 'no date')}
        />
        <Col label="For" disableSort render={({ kind }) => CHARGE_KIND[kind]} />
        <Col source="pence" label="Amount" render={({ pence }) => money(pence)} />
        <Col source="state" label="State" render={(charge) => <ChargeStateTag charge={charge} />} />
      </ListTable>
    </ListPage>
  );
}
