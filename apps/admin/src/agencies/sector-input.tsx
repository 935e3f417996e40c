import { SelectInput, type Validator } from 'react-admin';
import { capitalised } from '../words/labels';
import { useSectors } from './use-sectors';

interface SectorInputProps {
  source?: string;
  validate?: Validator;
  label?: string;
}

/** Chooses one sector by its name; those of the second level stand below theirs. */
export function SectorInput({ source = 'sector', validate, label = 'Sector' }: SectorInputProps) {
  const { branches } = useSectors();
  const choices = branches.flatMap(({ sector, below }) => [
    { id: sector.name, name: capitalised(sector.name) },
    ...below.map(({ name }) => ({ id: name, name: `– ${capitalised(name)}` })),
  ]);
  return <SelectInput source={source} label={label} choices={choices} helperText={false} validate={validate} />;
}
