import type { AgencyView } from '@roundtable/contracts';
import { CreateBase, required, SelectInput, TextInput, useGetList } from 'react-admin';
import { useMemo } from 'react';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { choicesOf, FEE_TYPE } from '../words/labels';

const aDomain = (typed: string | null) =>
  !typed || /^[^\s@]+\.[^\s@]+$/.test(typed) ? undefined : 'Enter the part after the @, such as police.example';

export default function AgencyCreate() {
  const sectors = useSectorsInUse();
  return (
    <CreateBase resource="agencies" redirect="list">
      <Heading>Add an agency</Heading>
      <FormPage verb="Add the agency" back="/agencies" sanitizeEmptyValues>
        <TextInput source="name" label="Name" helperText={false} validate={required('Enter the name')} />
        <TextInput
          source="sector"
          label="Sector"
          validate={required('Enter the sector')}
          helperText="Such as police, or children's social care. Write it as it is written for other agencies."
          slotProps={{ htmlInput: { list: 'sectors-in-use' } }}
        />
        <datalist id="sectors-in-use">
          {sectors.map((sector) => (
            <option key={sector} value={sector} />
          ))}
        </datalist>
        <SelectInput source="feeType" label="Pays as (optional)" choices={choicesOf(FEE_TYPE)} helperText={false} />
        <TextInput
          source="emailDomain"
          label="Email domain (optional)"
          validate={aDomain}
          helperText="The part after the @ in its people's addresses."
        />
      </FormPage>
    </CreateBase>
  );
}

function useSectorsInUse(): string[] {
  const { data } = useGetList<AgencyView>('agencies', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  return useMemo(() => [...new Set((data ?? []).map(({ sector }) => sector))].sort(), [data]);
}
