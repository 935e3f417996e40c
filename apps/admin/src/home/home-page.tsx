import { Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { MorningListView } from '@roundtable/contracts';
import { Link } from 'react-router-dom';
import { mayUse, useRoles } from '../api/access';
import { useNow } from '../api/demonstration';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { dayInWords } from '../words/london-time';
import { ComingUp } from './coming-up';
import { MorningMail } from './morning-mail';
import { MorningSettingsLine } from './morning-settings';
import { TextsToRead } from './texts-to-read';
import { howMany, WhatNeedsYou } from './what-needs-you';

export default function HomePage() {
  const now = useNow();
  return now ? <Today now={now} /> : <Waiting />;
}

function Today({ now }: { now: Date }) {
  const { roles, may, isPending: areRolesPending } = useRoles();
  const mayRead = may('morning-list.read');
  const { data, error, isLoading } = useQuery({
    queryKey: ['morning-list'],
    queryFn: () => api.get<MorningListView>('/morning-list'),
    enabled: mayRead,
  });
  const plan = mayUse('events', 'create', roles) ? (
    <Button component={Link} to="/events/create" variant="contained">
      Plan an event
    </Button>
  ) : undefined;
  return (
    <>
      <Heading intro={dayInWords(now)} actions={plan}>
        {data ? summary(howMany(data)) : 'Today'}
      </Heading>
      <Refusal error={error} />
      {isLoading || areRolesPending ? <Waiting /> : null}
      {may('evaluation-texts.read') ? <TextsToRead /> : null}
      {!mayRead && !areRolesPending ? <Typography>Choose what to do in the menu.</Typography> : null}
      {data ? (
        <>
          {howMany(data) === 0 ? <AllDone /> : <WhatNeedsYou morning={data} />}
          {may('overviews.read') ? (
            <>
              <ComingUp events={data.comingUp} />
              <MorningSettingsLine settings={data.settings} />
            </>
          ) : null}
          {may('morning-list.mail') ? <MorningMail /> : null}
        </>
      ) : null}
    </>
  );
}

function summary(things: number): string {
  return things === 0 ? 'Nothing needs you now' : `${plural(things, 'thing needs', 'things need')} you today`;
}

function AllDone() {
  return (
    <Typography sx={{ maxWidth: '44rem', mb: 2.5 }}>
      Registers are closed, messages went out, and coming events fill well. You could look for gaps in the{' '}
      <TextLink to="/year-planner">year planner</TextLink>, or <TextLink to="/promote">promote</TextLink> what is
      coming.
    </Typography>
  );
}
