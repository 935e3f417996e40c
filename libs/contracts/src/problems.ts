/** Every refusal the product knows: its code, the HTTP status it answers, and the sentence a person reads. */
export const PROBLEMS = {
  'request.malformed': [400, 'We could not read this request. Send it as JSON.'],
  'request.unknown-field': [400, 'This request has a field we do not know.'],
  'request.unknown-parameter': [400, 'This address has a parameter we do not know.'],
  'request.invalid': [422, 'Some answers need to be changed.'],
  'request.too-large': [413, 'This is larger than we can take.'],
  'request.wrong-kind': [415, 'We cannot take this kind of content.'],
  'request.too-often': [429, 'There were too many tries. Wait a minute, then try again.'],
  'request.cross-origin': [403, 'This request came from another website, so we did not carry it out.'],
  'request.not-found': [404, 'We could not find this.'],
  'request.method-not-allowed': [404, 'We could not find this.'],
  'request.idempotency-conflict': [409, 'This key was used for a different request. Use a new key.'],
  'server.failed': [500, 'Something went wrong on our side. Try again in a few minutes.'],
  'server.busy': [503, 'The service is busy. Try again in a minute.'],
  'people.not-signed-in': [401, 'Sign in first.'],
  'people.sign-in-failed': [401, 'The email address or the password is not right.'],
  'people.code-needed': [401, 'Enter the code from your authenticator app.'],
  'people.proof-refused': [
    401,
    'This link or code does not work. It may have been used already, or have run out. Ask for a new one.',
  ],
  'people.second-factor-first': [403, 'Set up a second factor first.'],
  'people.second-factor-needed': [409, 'Your role needs a second factor, so it cannot be turned off.'],
  'people.second-factor-off': [409, 'There is no second factor to change. Set one up first.'],
  'people.second-factor-on': [409, 'A second factor is on already. Turn it off before you set up another one.'],
  'people.not-allowed': [403, 'Your account does not allow this.'],
  'tokens.out-of-scope': [403, 'This token was not made for this.'],
  'data-requests.blocked': [409, 'Something stands in the way of erasing this person now.'],
  'data-requests.decided': [409, 'This request was decided already.'],
  'people.email-taken': [409, 'There is already a person with this email address.'],
  'people.already-member': [409, 'This person works for this agency already.'],
  'people.membership-ended': [409, 'This membership has ended already.'],
  'people.staff-address': [403, 'Only a system owner changes the email address of somebody with a staff role.'],
  'roles.not-yours': [403, 'Your account does not allow you to give or take this role.'],
  'roles.own': [403, 'Nobody gives or takes their own roles.'],
  'agencies.name-taken': [409, 'There is already an agency with this name.'],
  'agencies.group-in-use': [409, 'Agencies belong to this group or people lead it. Move them first.'],
  'agencies.group-name-taken': [409, 'There is already a group with this name.'],
  'sectors.in-use': [409, 'This sector is in use. Move what uses it first.'],
  'sectors.name-taken': [409, 'There is already a sector with this name.'],
  'merges.not-possible': [409, 'These two cannot be merged.'],
  'courses.code-taken': [409, 'There is already a course with this code.'],
  'courses.not-ready': [409, 'This course cannot be published yet.'],
  'events.not-ready': [409, 'This event cannot be published yet.'],
  'events.capacity-below-held': [409, 'More places are held than this capacity. Move or release people first.'],
  'events.ended': [409, 'This event has ended.'],
  'events.cancelled': [409, 'This event was cancelled.'],
  'bookings.prerequisites-missing': [409, 'Something must be completed before this course.'],
  'bookings.already-on-course': [409, 'There is already a place on another date of this course.'],
  'bookings.closed': [409, 'This event takes no bookings now.'],
  'bookings.no-place': [409, 'There is no free place on this date.'],
  'bookings.not-possible': [409, 'This booking cannot be changed in this way now.'],
  'bookings.not-due': [409, 'There is still time to complete what is missing.'],
  'bookings.no-agency': [409, 'Add the agency this person works for first.'],
  'events.full': [409, 'Every place of this event is held.'],
  'joining.none': [409, 'Add the meeting link or the telephone dial-in of this event first.'],
  'joining.not-open': [409, 'The meeting link shows shortly before the start, until the end.'],
  'team-places.released': [409, 'These places were released already.'],
  'register.not-open': [409, 'The register opens on the day of the event.'],
  'register.closed': [409, 'This register is closed.'],
  'register.incomplete': [409, 'Mark everybody present or absent before you close the register.'],
  'evaluations.not-open': [409, 'These questions are not open now.'],
  'evaluations.already-sent': [409, 'These answers were sent already.'],
  'certificates.not-released': [
    409,
    'The certificate comes after the event, when the register is closed and the questions are answered.',
  ],
  'demonstration.absent': [409, 'This works only while demonstration data is present.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of a refusal (application/problem+json). */
export interface ProblemView {
  code: ProblemCode;
  status: number;
  title: string;
  detail?: Record<string, unknown>;
  errors?: Record<string, string>;
}
