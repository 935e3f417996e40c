import { Button, MenuItem, TextField } from '@mui/material';
import {
  DATA_REQUEST_KINDS,
  type DataRequestKind,
  type DataRequestView,
  type NewDataRequestForPerson,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { ChoosePerson, type ChosenPerson } from '../practitioners/choose-person';
import { DATA_REQUEST_KIND } from '../words/labels';

/** For a request that came by letter, telephone or mail. */
export function LogRequest() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Log a request
      </Button>
      {isOpen ? <LogDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function LogDialog({ onClose }: { onClose: () => void }) {
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const [kind, setKind] = useState<DataRequestKind>('erase');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const navigate = useNavigate();
  const log = useAction((wanted: NewDataRequestForPerson) => api.post<DataRequestView>('/data-requests', wanted), {
    done: 'The request is logged. The person is told that it came, and when it is due.',
    onDone: ({ id }) => void navigate(`/data-requests/${id}/show`),
    showsRefusal: true,
  });
  const refused = fieldErrors(log.error);
  const submit = () => {
    setTried(true);
    if (person) log.mutate({ personId: person.id, kind, ...(words.trim() ? { words: words.trim() } : {}) });
  };
  return (
    <ActionDialog
      heading="Log a request about personal data"
      verb="Log the request"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={log.isPending}
      error={unlessAtField(log.error, 'personId', 'kind', 'words')}
    >
      <p>For a request that came by letter or telephone. It is due one calendar month from today.</p>
      <ChoosePerson
        id="request-person"
        label="Person"
        value={person}
        onChoose={setPerson}
        error={isTried && !person ? 'Choose the person' : refused['personId']}
      />
      <TextField
        select
        id="request-kind"
        label="What is asked"
        value={kind}
        onChange={({ target }) => setKind(target.value as DataRequestKind)}
      >
        {DATA_REQUEST_KINDS.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {DATA_REQUEST_KIND[choice]}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id="request-words"
        label="In their words (optional)"
        value={words}
        onChange={({ target }) => setWords(target.value)}
        error={refused['words'] !== undefined}
        helperText={refused['words']}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </ActionDialog>
  );
}
