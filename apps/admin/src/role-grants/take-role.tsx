import type { RoleGrantView } from '@roundtable/contracts';
import { useGetIdentity } from 'react-admin';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { ConfirmedAction } from '../look/confirmed-action';
import { ROLE } from '../words/labels';
import { rolesToGive } from './may-give';

/** Nothing for a role that is not one's own to take, and for one's own. */
export function TakeRole({ grant }: { grant: RoleGrantView }) {
  const { identity } = useGetIdentity();
  const { roles } = useRoles();
  const { id, personId, personName, role, agencyName, groupName } = grant;
  if (personId === identity?.id || !rolesToGive(roles).includes(role)) return null;
  const name = ROLE[role].toLowerCase();
  const led = agencyName ?? groupName;
  return (
    <ConfirmedAction
      verb="Take away"
      what={`the role ${name} of ${personName}`}
      call={() => api.remove(`/role-grants/${encodeURIComponent(id)}`)}
      done={`${personName} is no longer ${name}${led ? ` for ${led}` : ''}.`}
    >
      <p>
        {personName} loses what this role allows{led ? ` for ${led}` : ''}, at once. Bookings and records stay.
      </p>
    </ConfirmedAction>
  );
}
