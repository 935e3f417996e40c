import type { GuidanceView } from '@roundtable/contracts';
import { AutocompleteArrayInput, useGetList } from 'react-admin';

/** The editions of guidance that are taught. */
export function EditionsInput() {
  const { data } = useGetList<GuidanceView>('guidance', {
    sort: { field: 'title', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const choices = (data ?? []).flatMap(({ title, editions }) =>
    editions.map(({ id, name, isNewest }) => ({ id, name: `${title} ${name}${isNewest ? '' : ' (not the newest)'}` })),
  );
  return (
    <AutocompleteArrayInput
      source="guidanceEditionIds"
      label="Guidance taught (optional)"
      choices={choices}
      helperText="A completion keeps the edition that was taught then."
    />
  );
}
