import type { PeopleCount, PublishedPeople } from '@roundtable/contracts';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { DemonstrationTag } from '../look/tag';

/** How many people attended in one year, as it was counted when the year was first published. */
export function PublishedPeopleOfYear({ counted }: { counted: PublishedPeople }) {
  const { year, people, sectors, roles, demonstration } = counted;
  const agencies = sectors.flatMap((sector) =>
    sector.agencies.map((agency) => ({ name: `${sector.name}: ${agency.name}`, people: agency.people })),
  );
  return (
    <Panel heading={`People who attended in ${year}`}>
      {demonstration ? <DemonstrationTag /> : null}
      <p>
        {people.toLocaleString('en-GB')} different people attended at least one event. *: 1 to 4 people, or a count that
        would give these away by a subtraction. Hidden agencies and job roles stand together as others.
      </p>
      <Counts caption={`By sector, ${year}`} heading="Sector" counts={sectors} />
      {agencies.length > 0 ? <Counts caption={`By agency, ${year}`} heading="Agency" counts={agencies} /> : null}
      <Counts caption={`By job role, ${year}`} heading="Job role" counts={roles} />
    </Panel>
  );
}

function Counts({ caption, heading, counts }: { caption: string; heading: string; counts: readonly PeopleCount[] }) {
  const columns: Column<PeopleCount>[] = [
    { heading, isRowHeading: true, minWidth: '12rem', cell: ({ name }) => name },
    {
      heading: 'People',
      isNumber: true,
      cell: ({ people }) => (people === null ? <span aria-label="hidden">*</span> : people.toLocaleString('en-GB')),
    },
  ];
  return <PlainTable caption={caption} columns={columns} rows={counts} rowKey={({ name }) => name} />;
}
