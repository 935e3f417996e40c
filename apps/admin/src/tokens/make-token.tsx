import { Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, MenuItem, TextField } from '@mui/material';
import { PERMISSION_NAMES, type NewToken, type NewTokenView, type Permission } from '@roundtable/contracts';
import { useState } from 'react';
import { useRoles } from '../api/access';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { ChoosePerson, type ChosenPerson } from '../practitioners/choose-person';

const EXPIRIES = { '30': '30 days', '90': '90 days', '365': '1 year', never: 'It does not run out' } as const;
type Expiry = keyof typeof EXPIRIES;

interface MakeTokenProps {
  onClose: () => void;
  onMade: (made: NewTokenView) => void;
}

export function MakeToken({ onClose, onMade }: MakeTokenProps) {
  const { roles, may } = useRoles();
  const [name, setName] = useState('');
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const [expiry, setExpiry] = useState<Expiry>('90');
  const [isNarrow, setNarrow] = useState(false);
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  const [isTried, setTried] = useState(false);
  const make = useAction((wanted: NewToken) => api.post<NewTokenView>('/tokens', wanted), {
    done: 'The token is made. Copy it now: it is not shown again.',
    onDone: (made) => {
      onClose();
      onMade(made);
    },
    showsRefusal: true,
  });
  const refused = fieldErrors(make.error);
  const nameWrong = isTried && name.trim() === '' ? 'Say what the token is for' : refused['name'];
  const isSystemOwner = roles.includes('system-owner');
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || (isNarrow && permissions.length === 0)) return;
    make.mutate({
      name: name.trim(),
      ...(person ? { personId: person.id } : {}),
      ...(isNarrow ? { permissions: [...permissions] } : {}),
      ...(expiry === 'never' ? {} : { expiresInDays: Number(expiry) }),
    });
  };
  return (
    <ActionDialog
      heading="Make a token"
      verb="Make the token"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={make.isPending}
      error={unlessAtField(make.error, 'name', 'personId', 'permissions')}
    >
      <TextField
        id="token-name"
        label="What it is for"
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={nameWrong !== undefined}
        helperText={nameWrong ?? 'Such as the workforce dashboard.'}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      {isSystemOwner ? (
        <ChoosePerson
          id="token-person"
          label="Whose rights it has (optional)"
          value={person}
          onChoose={setPerson}
          error={refused['personId']}
          hint="Your own where it is empty."
        />
      ) : null}
      <TextField
        select
        id="token-expiry"
        label="It works for"
        value={expiry}
        onChange={({ target }) => setExpiry(target.value as Expiry)}
      >
        {Object.entries(EXPIRIES).map(([value, words]) => (
          <MenuItem key={value} value={value}>
            {words}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="token-scope"
        label="It may be used for"
        value={isNarrow ? 'some' : 'all'}
        onChange={({ target }) => setNarrow(target.value === 'some')}
      >
        <MenuItem value="all">Everything the person may do</MenuItem>
        <MenuItem value="some">Only some of it</MenuItem>
      </TextField>
      {isNarrow ? (
        <Permissions
          offered={PERMISSION_NAMES.filter(
            (permission) => permission !== 'public' && (person !== null || may(permission)),
          )}
          chosen={permissions}
          onChange={setPermissions}
          error={isTried && permissions.length === 0 ? 'Choose at least one' : refused['permissions']}
        />
      ) : null}
    </ActionDialog>
  );
}

interface PermissionsProps {
  offered: readonly Permission[];
  chosen: readonly Permission[];
  onChange: (chosen: readonly Permission[]) => void;
  error: string | undefined;
}

function Permissions({ offered, chosen, onChange, error }: PermissionsProps) {
  return (
    <FormControl component="fieldset" error={error !== undefined} sx={{ mt: 1, border: 0 }}>
      <legend style={{ fontWeight: 600, padding: 0 }}>Permissions</legend>
      {error ? <FormHelperText>{error}</FormHelperText> : null}
      <FormGroup sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))' }}>
        {offered.map((permission) => (
          <FormControlLabel
            key={permission}
            label={permission}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(permission)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, permission] : chosen.filter((one) => one !== permission))
                }
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
