import { TextField } from '@mui/material';
import { ChooseAgency, type ChosenAgency } from '../../agencies/choose-agency';

export interface TypedPerson {
  name: string;
  email: string;
  agency: ChosenAgency | null;
  jobRole: string;
}

export const NOBODY_YET: TypedPerson = { name: '', email: '', agency: null, jobRole: '' };

interface NewPersonFieldsProps {
  value: TypedPerson;
  onChange: (value: TypedPerson) => void;
  isTried: boolean;
  refused: Record<string, string>;
}

/** Somebody who is not known yet: with or without an email address. */
export function NewPersonFields({ value, onChange, isTried, refused }: NewPersonFieldsProps) {
  const nameWrong = isTried && value.name.trim() === '' ? 'Enter the name' : refused['name'];
  return (
    <>
      <TextField
        id="new-person-name"
        label="Name"
        value={value.name}
        onChange={({ target }) => onChange({ ...value, name: target.value })}
        error={nameWrong !== undefined}
        helperText={nameWrong}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        id="new-person-email"
        type="email"
        label="Email address (optional)"
        value={value.email}
        onChange={({ target }) => onChange({ ...value, email: target.value })}
        error={refused['email'] !== undefined}
        helperText={refused['email'] ?? 'Without it the person gets no mail: tell them by telephone.'}
        slotProps={{ htmlInput: { maxLength: 254 } }}
      />
      <ChooseAgency
        id="new-person-agency"
        label="Agency"
        value={value.agency}
        onChoose={(agency) => onChange({ ...value, agency })}
        error={isTried && !value.agency ? 'Choose the agency' : refused['agencyId']}
      />
      <TextField
        id="new-person-job-role"
        label="Job role (optional)"
        value={value.jobRole}
        onChange={({ target }) => onChange({ ...value, jobRole: target.value })}
        error={refused['jobRole'] !== undefined}
        helperText={refused['jobRole']}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
    </>
  );
}
