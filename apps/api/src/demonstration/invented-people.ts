const FIRST = [
  'Ada',
  'Bo',
  'Cleo',
  'Dev',
  'Esi',
  'Finn',
  'Gwen',
  'Hari',
  'Isla',
  'Jude',
  'Kit',
  'Lena',
  'Milo',
  'Nia',
  'Omar',
  'Pia',
  'Quin',
  'Rosa',
  'Sami',
  'Tess',
  'Uma',
  'Vik',
  'Wren',
  'Zoe',
];
const LAST = ['Example', 'Sample', 'Pretend'];

export interface InventedPerson {
  name: string;
  email: string;
  agency: string;
  jobRole: string;
}

const AGENCIES: [name: string, domain: string, jobRole: string][] = [
  ["Nottinghamshire County Council children's social care", 'nottscc.example', 'Social worker'],
  ['Nottinghamshire Early Help', 'earlyhelp.example', 'Family worker'],
  ['Nottinghamshire Police', 'police.example', 'Police officer'],
  ['Nottinghamshire Healthcare 0-19 service', 'nhct.example', 'Health visitor'],
  ['Nottingham University Hospitals', 'nuh.example', 'Staff nurse'],
  ['Trentside Academy', 'trentside.example', 'Deputy head teacher'],
  ['Sherwood Primary School', 'sherwood.example', 'Teacher'],
  ['Meadow Lane Nursery', 'meadowlane.example', 'Nursery manager'],
  ['Home visiting charity', 'homevisiting.example', 'Volunteer coordinator'],
  ['District housing', 'housing.example', 'Housing officer'],
];

const DIFFERENT = FIRST.length * LAST.length;

/** The nth plainly invented person, at an address that cannot exist. There are 72; then they come round again. */
export function inventedPerson(index: number): InventedPerson {
  const n = index % DIFFERENT;
  const first = FIRST[n % FIRST.length] ?? 'Ada';
  const last = LAST[Math.floor(n / FIRST.length) % LAST.length] ?? 'Example';
  const [agency, domain, jobRole] = AGENCIES[n % AGENCIES.length] ?? AGENCIES[0]!;
  return { name: `${first} ${last}`, email: `${first}.${last}@${domain}`.toLowerCase(), agency, jobRole };
}
