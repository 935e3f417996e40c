import type { AgencyDetailView } from '@roundtable/contracts';
import {
  AutocompleteInput,
  EditBase,
  ReferenceInput,
  required,
  SelectInput,
  TextInput,
  useEditContext,
  type TransformData,
} from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { APPROVAL, UNANSWERED_APPROVAL, choicesOf, FEE_TYPE } from '../words/labels';
import { changeOf, formOf, isWhole, type AgencyForm } from './agency-change';
import { HeadcountsInput } from './headcounts-input';
import { SectorInput } from './sector-input';

const asChange: TransformData = (form: AgencyForm) => changeOf(form);

export default function AgencyEdit() {
  return (
    <EditBase resource="agencies" mutationMode="pessimistic" redirect="show" transform={asChange}>
      <Agency />
    </EditBase>
  );
}

function Agency() {
  const { record, error } = useEditContext<AgencyDetailView>();
  if (error) return <Refusal error={error} />;
  if (!record || !isWhole(record)) return <Waiting />;
  return (
    <>
      <Heading>{`Change ${record.name}`}</Heading>
      <FormPage verb="Save the changes" back={`/agencies/${record.id}/show`} record={formOf(record)}>
        <TextInput source="name" label="Name" helperText={false} validate={required('Enter the name')} />
        <SectorInput validate={required('Choose the sector')} />
        <ReferenceInput source="groupId" reference="agency-groups" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
          <AutocompleteInput
            label="Group (optional)"
            optionText="name"
            filterToQuery={(q: string) => (q ? { q } : {})}
            helperText="Such as an academy trust. Add groups under Groups of agencies."
          />
        </ReferenceInput>
        <SelectInput
          source="feeType"
          label="Pays as"
          choices={choicesOf(FEE_TYPE)}
          helperText={false}
          validate={required('Choose what it pays as')}
        />
        <SelectInput
          source="approval"
          label="Approval of bookings"
          choices={choicesOf(APPROVAL)}
          helperText={false}
          validate={required('Choose who approves')}
        />
        <SelectInput
          source="unansweredApproval"
          label="When nobody answers for 5 working days"
          choices={choicesOf(UNANSWERED_APPROVAL)}
          helperText={false}
          validate={required('Choose what happens')}
        />
        <TextInput
          source="emailDomains"
          label="Email domains (optional)"
          multiline
          minRows={2}
          helperText="One on a line: the part after the @ in its people's addresses. The first is shown in lists."
        />
        <TextInput source="urn" label="Unique reference number (optional)" helperText="6 digits, for a school." />
        <TextInput source="ofstedNumber" label="Ofsted number (optional)" helperText="Such as EY123456." />
        <TextInput source="odsCode" label="ODS code (optional)" helperText="For the NHS, such as RX1." />
        <HeadcountsInput />
      </FormPage>
    </>
  );
}
