import { hashOf } from '@roundtable/platform';

/** How often each may be tried in a minute. */
export const TRIES = { password: 10, link: 10, code: 10, app: 5 } as const;

/** What is counted of somebody's tries to sign in, by the words it is counted under. */
export const counted = {
  password: (email: string) => `sign-in ${hashOf(email)}`,
  link: (email: string) => `sign-in-link ${hashOf(email)}`,
  code: (email: string) => `sign-in-code ${hashOf(JSON.stringify({ email }))}`,
  reset: (email: string) => `password-reset ${hashOf(email)}`,
  app: (personId: string) => `second-factor ${personId}`,
} as const;

/** Everything that can hold a person back from signing in for a minute. */
export function limitsOf(person: { id: string; email: string | null }): { what: string; limit: number }[] {
  const { id, email } = person;
  const app = { what: counted.app(id), limit: TRIES.app };
  if (email === null) return [app];
  return [
    { what: counted.password(email), limit: TRIES.password },
    { what: counted.link(email), limit: TRIES.link },
    { what: counted.code(email), limit: TRIES.code },
    { what: counted.reset(email), limit: TRIES.password },
    app,
  ];
}
