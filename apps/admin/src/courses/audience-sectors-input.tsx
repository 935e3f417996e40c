import { AutocompleteArrayInput } from 'react-admin';
import { useSectors } from '../agencies/use-sectors';
import { capitalised } from '../words/labels';

/** The sectors whose people a course is for, by name; none means everybody. */
export function AudienceSectorsInput() {
  const { branches } = useSectors();
  const choices = branches.flatMap(({ sector, below }) =>
    [sector, ...below].map(({ name }) => ({ id: name, name: capitalised(name) })),
  );
  return (
    <AutocompleteArrayInput
      source="audienceSectors"
      label="For people who work in (optional)"
      choices={choices}
      helperText="Leave empty where it is for every sector. The website filters by it."
    />
  );
}
