import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { maxLength, minValue, NumberInput, TextInput } from 'react-admin';
import { FeesInput } from '../look/fees-input';
import { SectorRowsInput } from './sector-rows-input';

const atLeastOne = minValue(1, 'Enter 1 or more');

/** What the terms of an event are, from places to money. */
export function EventTermsFields() {
  return (
    <>
      <SectorRowsInput
        source="keptPlaces"
        heading="Places kept for sectors"
        hint="Until the day on which they are released only these sectors get them."
        verb="Keep places"
        numbers={[
          { source: 'places', label: 'Places' },
          { source: 'releaseDays', label: 'Days before', otherwise: 14 },
        ]}
      />
      <SectorRowsInput
        source="expectedMix"
        heading="Expected mix"
        hint="How many people you hope for. It binds nobody, and stands beside who booked."
        verb="Expect people"
        numbers={[{ source: 'people', label: 'People' }]}
      />
      <Pair>
        <WholeInput source="agencyCap" label="Most places for one agency (optional)" />
        <WholeInput source="groupCap" label="Most places for one group of agencies (optional)" />
      </Pair>
      <Part heading="Booking opens">
        <TextInput source="opensDate" label="Date (optional)" type="date" helperText="At once, where it is empty." />
        <TextInput source="opensTime" label="Time" type="time" helperText={false} />
      </Part>
      <Part heading="Booking closes">
        <TextInput
          source="closesDate"
          label="Date (optional)"
          type="date"
          helperText="At the start, where it is empty."
        />
        <TextInput source="closesTime" label="Time" type="time" helperText={false} />
      </Part>
      <WholeInput
        source="bookingClosesWorkingDays"
        label="Or so many working days before (optional)"
        helperText="At 5pm on that day. It moves with the event."
      />
      <NumberInput
        source="freeCancellationWorkingDays"
        label="Cancelling is free until so many working days before (optional)"
        helperText="As the course says where it is empty; 0 is until the start."
        min={0}
        step={1}
        validate={minValue(0, 'Enter 0 or more')}
      />
      <Part heading="Smallest number">
        <WholeInput source="minimumPlaces" label="People needed (optional)" />
        <TextInput source="decideBy" label="Decide by" type="date" helperText={false} />
      </Part>
      <FeesInput hint="As the course says, where there is none here." />
      <TextInput
        source="costCode"
        label="Cost code (optional)"
        helperText="What finance books charges under. As the course says where it is empty."
        validate={maxLength(40, 'Use 40 characters or fewer')}
      />
      <TextInput
        source="note"
        label="What to know beforehand (optional)"
        multiline
        minRows={3}
        validate={maxLength(2000, 'Use 2000 characters or fewer')}
        helperText="It stands on the page of the event."
      />
    </>
  );
}

function WholeInput({ source, label, helperText = '' }: { source: string; label: string; helperText?: string }) {
  return (
    <NumberInput
      source={source}
      label={label}
      helperText={helperText === '' ? false : helperText}
      min={1}
      step={1}
      validate={atLeastOne}
    />
  );
}

function Pair({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2, width: '100%' }}>
      {children}
    </Box>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1, width: '100%', minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 700, p: 0 }}>
        {heading}
      </Typography>
      <Pair>{children}</Pair>
    </Box>
  );
}
