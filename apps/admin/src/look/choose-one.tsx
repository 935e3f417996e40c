import { Autocomplete, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useGetList, type RaRecord } from 'react-admin';

interface ChooseOneProps<Row extends RaRecord> {
  id: string;
  label: string;
  resource: string;
  value: Row | null;
  onChoose: (row: Row | null) => void;
  inWords: (row: Row) => string;
  sort: { field: string; order: 'ASC' | 'DESC' };
  filter?: Record<string, unknown>;
  /** The one that cannot be chosen. */
  withoutId?: string | undefined;
  error?: string | undefined;
  hint?: string;
  autoFocus?: boolean;
  /** Said until two letters were typed, where the server looks up and does not list. */
  untilTyped?: string;
}

const PAUSE_MS = 250;

/** Finds one of many by a part of its name, outside of a form: the server looks, so every one can be found. */
export function ChooseOne<Row extends RaRecord>({
  id,
  label,
  resource,
  value,
  onChoose,
  inWords,
  sort,
  filter,
  withoutId,
  error,
  hint,
  autoFocus,
  untilTyped,
}: ChooseOneProps<Row>) {
  const [typed, setTyped] = useState(value ? inWords(value) : '');
  const [asked, setAsked] = useState('');
  const q = useSettled(asked);
  const { data, isFetching } = useGetList<Row>(resource, {
    filter: { ...filter, ...(q ? { q } : {}) },
    sort,
    pagination: { page: 1, perPage: 25 },
  });
  // What was found for other words is not offered: whoever types on and presses Enter would choose the wrong one.
  const isLooking = isFetching || q !== asked;
  return (
    <Autocomplete<Row>
      id={id}
      options={isLooking ? [] : (data ?? []).filter((row) => row.id !== withoutId)}
      filterOptions={(rows) => rows}
      getOptionLabel={inWords}
      getOptionKey={(row) => String(row.id)}
      isOptionEqualToValue={(row, chosen) => row.id === chosen.id}
      value={value}
      onChange={(_, row) => onChoose(row)}
      inputValue={typed}
      onInputChange={(_, text, reason) => {
        setTyped(text);
        setAsked(reason === 'input' ? text.trim() : '');
      }}
      loading={isLooking}
      loadingText="Looking"
      noOptionsText={untilTyped !== undefined && q.length < 2 ? untilTyped : 'Nothing matches'}
      slotProps={{ popper: { popperOptions: { strategy: 'fixed' } } }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={error !== undefined}
          helperText={error ?? hint}
          autoFocus={autoFocus ?? false}
        />
      )}
    />
  );
}

/** What was typed, once the typing stopped for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [text]);
  return settled;
}
