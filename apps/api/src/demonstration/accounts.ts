import type { Role } from '@roundtable/contracts';

/** Known to everybody, so it is served on this machine alone. */
export const DEMONSTRATION_PASSWORD = 'round-table-demo';

interface DemonstrationAccount {
  email: string;
  name: string;
  agency: string;
  role: Role;
  jobRole: string;
  what: string;
}

/** Plainly invented people, at addresses that cannot exist. */
export const DEMONSTRATION_ACCOUNTS: DemonstrationAccount[] = [
  {
    email: 'coordinator@partnership.example',
    name: 'Cora Dinator',
    agency: 'Safeguarding Children Partnership',
    role: 'coordinator',
    jobRole: 'Training coordinator',
    what: 'training coordinator (back office)',
  },
  {
    email: 'administrator@partnership.example',
    name: 'Adam Instrator',
    agency: 'Safeguarding Children Partnership',
    role: 'administrator',
    jobRole: 'Training administrator',
    what: 'training administrator (back office)',
  },
  {
    email: 'practitioner@sherwood.example',
    name: 'Pat Practitioner',
    agency: 'Sherwood Primary School',
    role: 'practitioner',
    jobRole: 'Designated safeguarding lead',
    what: 'practitioner',
  },
  {
    email: 'lead@nhct.example',
    name: 'Lee Dinglead',
    agency: 'Nottinghamshire Healthcare 0-19 service',
    role: 'agency-lead',
    jobRole: 'Named nurse',
    what: 'agency lead, health',
  },
  {
    email: 'trainer@police.example',
    name: 'Tracy Ner',
    agency: 'Nottinghamshire Police',
    role: 'trainer',
    jobRole: 'Detective sergeant',
    what: 'trainer',
  },
  {
    email: 'reader@partnership.example',
    name: 'Eva Luator',
    agency: 'Safeguarding Children Partnership',
    role: 'evaluation-reader',
    jobRole: 'Safeguarding adviser',
    what: 'evaluation reader (back office)',
  },
  {
    email: 'reader.two@partnership.example',
    name: 'Rea Dertoo',
    agency: 'Safeguarding Children Partnership',
    role: 'evaluation-reader',
    jobRole: 'Service manager',
    what: 'evaluation reader, the second one',
  },
  {
    email: 'exporter@partnership.example',
    name: 'Dex Porter',
    agency: 'Safeguarding Children Partnership',
    role: 'answers-exporter',
    jobRole: 'Analyst',
    what: 'takes out single answers (back office)',
  },
];
