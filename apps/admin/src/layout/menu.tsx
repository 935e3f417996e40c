import { Box, Link } from '@mui/material';
import { NavLink } from 'react-router-dom';
import { mayUse, useRoles } from '../api/access';
import { colours } from '../look/colours';

const GROUPS = [
  [
    { name: 'events', to: '/events', label: 'Events' },
    { name: 'bookings', to: '/bookings', label: 'Bookings' },
    { name: 'approvals', to: '/approvals', label: 'To approve' },
    { name: 'late', to: '/late', label: 'Provisional and late' },
    { name: 'charges', to: '/charges', label: 'Charges' },
    { name: 'access-need-tasks', to: '/access-need-tasks', label: 'Needs to arrange' },
    { name: 'messages', to: '/messages', label: 'Messages' },
    { name: 'mail-wordings', to: '/mail-wordings', label: 'Wording of mails' },
    { name: 'closure-days', to: '/closure-days', label: 'Closure days' },
    { name: 'school-holidays', to: '/school-holidays', label: 'School holidays' },
  ],
  [
    { name: 'overviews', to: '/programme-calendar', label: 'Programme calendar' },
    { name: 'overviews', to: '/year-planner', label: 'Year planner' },
    { name: 'promote', to: '/promote', label: 'Promote' },
    { name: 'programme-mailings', to: '/programme-mailings', label: 'Programme mailings' },
  ],
  [
    { name: 'venues', to: '/venues', label: 'Venues' },
    { name: 'trainers', to: '/trainers', label: 'Trainers' },
    { name: 'other-provider-events', to: '/other-provider-events', label: 'Other providers' },
    { name: 'outside-attendances', to: '/outside-attendances', label: 'Attended elsewhere' },
  ],
  [
    { name: 'courses', to: '/courses', label: 'Courses' },
    { name: 'modules', to: '/modules', label: 'E-learning modules' },
    { name: 'completions', to: '/completions', label: 'Completions' },
    { name: 'standing-questions', to: '/standing-questions', label: 'Standing questions' },
    { name: 'learning-sources', to: '/learning-sources', label: 'Learning sources' },
    { name: 'guidance', to: '/guidance', label: 'Guidance' },
  ],
  [
    { name: 'practitioners', to: '/practitioners', label: 'Practitioners' },
    { name: 'agencies', to: '/agencies', label: 'Agencies' },
    { name: 'agency-groups', to: '/agency-groups', label: 'Groups of agencies' },
    { name: 'sectors', to: '/sectors', label: 'Sectors' },
    { name: 'role-grants', to: '/role-grants', label: 'Roles' },
    { name: 'accounts', to: '/accounts', label: 'Staff accounts' },
  ],
  [
    { name: 'evaluation-texts', to: '/evaluation-texts', label: 'Texts to read' },
    { name: 'text-decisions', to: '/text-decisions', label: 'Decisions on texts' },
    { name: 'released-texts', to: '/released-texts', label: 'In their own words' },
    { name: 'quotes', to: '/quotes', label: 'Quotes' },
    { name: 'reports', to: '/reports/knowledge-gain', label: 'Knowledge gain' },
    { name: 'reports', to: '/reports/questions', label: 'Other questions' },
    { name: 'reports', to: '/reports/standing-questions', label: 'Questions over time' },
    { name: 'reports/published', to: '/reports/published', label: 'Published reports' },
    { name: 'answers', to: '/reports/answers', label: 'All answers' },
    { name: 'imports', to: '/imports', label: 'Imports' },
  ],
  [
    { name: 'data-requests', to: '/data-requests', label: 'Data requests' },
    { name: 'holds', to: '/holds', label: 'Holds' },
    { name: 'retention', to: '/retention', label: 'What is kept' },
    { name: 'audit', to: '/audit', label: 'Audit log' },
    { name: 'tokens', to: '/tokens', label: 'API tokens' },
    { name: 'settings', to: '/settings', label: 'Settings' },
  ],
];

const entry = {
  display: 'block',
  px: 2,
  py: 0.875,
  color: colours.ink,
  borderLeft: '4px solid transparent',
  '&:hover': { bgcolor: colours.tealLight },
  '&.active': { fontWeight: 700, borderLeftColor: colours.teal, bgcolor: colours.tealLight },
} as const;

export function Menu() {
  const { roles } = useRoles();
  const groups = GROUPS.map((group) => group.filter(({ name }) => mayUse(name, 'list', roles)));
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 1.5 }}>
      <li>
        <Link component={NavLink} to="/" end underline="hover" sx={entry}>
          Today
        </Link>
      </li>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <Box component="li" key={group[0]?.to} sx={{ borderTop: `1px solid ${colours.line}`, mt: 1, pt: 1 }}>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {group.map(({ to, label }) => (
                <li key={to}>
                  <Link component={NavLink} to={to} underline="hover" sx={entry}>
                    {label}
                  </Link>
                </li>
              ))}
            </Box>
          </Box>
        ))}
    </Box>
  );
}
