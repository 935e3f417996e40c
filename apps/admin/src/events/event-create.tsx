import type { NewEvent } from '@roundtable/contracts';
import { BooleanInput, CreateBase, minValue, NumberInput, required, type TransformData } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { CourseInput } from '../courses/course-input';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { EventFields } from './event-fields';
import { instantsOf, refuseBadSessions, type TypedSession } from './event-sessions';

type EventForm = Omit<NewEvent, 'sessions'> & { sessions?: TypedSession[] };

const asEvent: TransformData = ({ sessions, ...event }: EventForm): NewEvent =>
  event.dateToBeConfirmed ? event : { ...event, sessions: instantsOf(sessions ?? []) };

const refuseBadDates = (form: Partial<EventForm>) => (form.dateToBeConfirmed ? {} : refuseBadSessions(form));

export default function EventCreate() {
  const [search] = useSearchParams();
  return (
    <CreateBase resource="events" redirect="show" transform={asEvent}>
      <Heading intro="It starts as a draft. Nobody outside the office sees it until you publish it. All times are London times.">
        Plan an event
      </Heading>
      <FormPage
        verb="Plan this event"
        back="/events"
        sanitizeEmptyValues
        validate={refuseBadDates}
        defaultValues={{
          courseId: search.get('courseId') ?? undefined,
          sessions: [{ date: '', start: '', end: '' }],
          waitlistPolicy: 'by-time',
        }}
      >
        <CourseInput helperText={false} validate={required('Choose the course')} />
        <NumberInput
          source="capacity"
          label="Places"
          helperText={false}
          min={1}
          step={1}
          validate={[required('Enter how many places there are'), minValue(1, 'Enter 1 or more')]}
        />
        <BooleanInput
          source="dateToBeConfirmed"
          label="The date is to be confirmed"
          helperText="It can be published to collect interest. Nobody can book until you set the date."
        />
        <EventFields />
      </FormPage>
    </CreateBase>
  );
}
