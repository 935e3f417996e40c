import type { ActingRequest } from '@roundtable/platform';
import type { FromRequest } from './sign-in.service';

/** What a request says of the device it comes from. */
export function fromRequest(request: ActingRequest): FromRequest {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'],
    signInId: request.actor?.signInId ?? null,
  };
}
