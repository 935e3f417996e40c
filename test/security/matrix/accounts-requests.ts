import {
  AddressProofs,
  type ProofPurpose,
  RegistrationEntity,
  SecondFactorEntity,
  SecondFactors,
  SignIns,
} from '@roundtable/people';
import { newId } from '@roundtable/platform';
import { Secret, TOTP } from 'otpauth';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';
import type { PersonRows } from './rows';

const PASSWORD = 'a long enough password';
const NEW_PASSWORD = 'quite another and longer one';
/** An address of its own for each route, because tries are counted by address. */
const nobody = (route: number): string => `nobody${route}@matrix.example`;
const DAY_MS = 24 * 3600_000;

const at = (path: string): RouteRequest => ({ rows: 'shared', ask: () => ({ path }) });
/** What a signed-in person does with their own account, at a browser: a token may not. */
const own = (ask: RouteRequest['ask'], prepare?: RouteRequest['prepare']): RouteRequest => ({
  rows: 'self',
  isAtBrowser: true,
  ask,
  ...(prepare && { prepare }),
});
/** Asking for a mail takes an even time, so the askers do not wait for one another. */
const mailed = (ask: () => ReturnType<RouteRequest['ask']>): RouteRequest => ({ rows: 'shared', isOutside: true, ask });

/** A link that was mailed to the person, with its code. */
const proofOf =
  (purpose: ProofPurpose, email?: string) =>
  async (product: Product, row: PersonRows): Promise<Record<string, string>> => {
    const proofs = product.app.get(AddressProofs);
    const { token, code, ...rest } = await proofs.prepare(purpose);
    const to = { subjectId: row.personId, email: email ?? row.email };
    const { id } = await proofs.write({ token, code, ...rest }, to);
    return { token, code, reference: id };
  };

/** The same for somebody who registered and has not confirmed. */
const registration = async (product: Product, row: PersonRows): Promise<Record<string, string>> => {
  const id = newId();
  await product.database.repo(RegistrationEntity).insert({
    id,
    email: 'new@matrix.example',
    name: 'Nina New',
    jobRole: 'Teacher',
    agencyId: row.agencyId,
    newAgency: null,
    newAgencySector: null,
    area: 'city',
    managerName: null,
    managerEmail: null,
    passwordHash: 'not a hash',
    expiresAt: new Date(Date.now() + DAY_MS),
    createdAt: new Date(),
  });
  return proofOf('registration', 'new@matrix.example')(product, { ...row, personId: id });
};

/** A second factor that was begun, or is on, and the code that its app shows now. */
const factor =
  (isOn: boolean) =>
  async (product: Product, { personId }: PersonRows): Promise<Record<string, string>> => {
    const secret = await product.app.get(SecondFactors).begin(personId);
    if (isOn) await product.database.repo(SecondFactorEntity).update({ personId }, { confirmedAt: new Date() });
    return { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() };
  };

const anotherSignIn = async (product: Product, { personId }: PersonRows): Promise<Record<string, string>> => {
  await product.app.get(SignIns).start(personId, { userAgent: undefined, signInId: null });
  const [row] = await product.database.query<{ id: string }>(
    'SELECT id FROM sign_ins WHERE person_id = ? ORDER BY id DESC LIMIT 1',
    [personId],
  );
  return { signInId: row?.id ?? '' };
};

const another = { agency: 'another', agencyName: 'Nobody’s Agency', agencyMatch: 'new', sector: 'health' };
const PRESSED = { pressed: 'yes' };
const registrant = { name: 'Nora Nobody', jobRole: 'Teacher', area: 'city' };

/** Routes of registering, of signing in by mail, of passwords and of one's own account. */
export const ACCOUNTS_REQUESTS: Record<string, RouteRequest> = {
  'GET /register': at('/register'),
  'POST /register': mailed(() => ({
    path: '/register',
    form: { step: 'account', email: nobody(1), ...registrant, ...another, password: NEW_PASSWORD },
  })),
  'GET /register/code': at('/register/code'),
  'POST /register/code': {
    rows: 'person',
    prepare: registration,
    ask: (_row, _rows, _isOwn, { reference = '', code = '' }) => ({
      path: '/register/code',
      form: { mail: reference, code },
    }),
  },
  'GET /register/confirm/:token': {
    rows: 'person',
    prepare: registration,
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/register/confirm/${token}` }),
  },
  'POST /register/confirm/:token': {
    rows: 'person',
    prepare: registration,
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/register/confirm/${token}`, form: PRESSED }),
  },
  'POST /api/registrations': mailed(() => ({
    path: '/api/registrations',
    body: { email: nobody(2), ...registrant, agency: 'Nobody’s Agency', sector: 'health', password: NEW_PASSWORD },
  })),
  'POST /api/registrations/confirmation': {
    rows: 'person',
    prepare: registration,
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: '/api/registrations/confirmation', body: { token } }),
  },

  'GET /sign-in/link': at('/sign-in/link'),
  'POST /sign-in/link': mailed(() => ({ path: '/sign-in/link', form: { email: nobody(3) } })),
  'GET /sign-in/code': at('/sign-in/code'),
  'POST /sign-in/code': {
    rows: 'person',
    prepare: proofOf('sign-in'),
    ask: (_row, _rows, _isOwn, { reference = '', code = '' }) => ({
      path: '/sign-in/code',
      form: { mail: reference, code },
    }),
  },
  'GET /sign-in/link/:token': {
    rows: 'person',
    prepare: proofOf('sign-in'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/sign-in/link/${token}` }),
  },
  'POST /sign-in/link/:token': {
    rows: 'person',
    prepare: proofOf('sign-in'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/sign-in/link/${token}`, form: PRESSED }),
  },
  'POST /api/session/link': mailed(() => ({ path: '/api/session/link', body: { email: nobody(4) } })),
  'POST /api/session/link/confirmation': {
    rows: 'person',
    prepare: proofOf('sign-in'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: '/api/session/link/confirmation', body: { token } }),
  },

  'GET /sign-in/forgotten-password': at('/sign-in/forgotten-password'),
  'POST /sign-in/forgotten-password': mailed(() => ({
    path: '/sign-in/forgotten-password',
    form: { email: nobody(5) },
  })),
  'GET /sign-in/new-password/:token': {
    rows: 'person',
    prepare: proofOf('password-reset'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/sign-in/new-password/${token}` }),
  },
  'POST /sign-in/new-password/:token': {
    rows: 'person',
    prepare: proofOf('password-reset'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({
      path: `/sign-in/new-password/${token}`,
      form: { password: NEW_PASSWORD },
    }),
  },
  'POST /api/password-resets': mailed(() => ({ path: '/api/password-resets', body: { email: nobody(6) } })),
  'POST /api/password-resets/confirmation': {
    rows: 'person',
    prepare: proofOf('password-reset'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({
      path: '/api/password-resets/confirmation',
      body: { token, password: NEW_PASSWORD },
    }),
  },

  'GET /account': own(() => ({ path: '/account' })),
  'GET /account/password': own(() => ({ path: '/account/password' })),
  'POST /account/password': own(() => ({
    path: '/account/password',
    form: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD },
  })),
  'POST /api/me/password': own(() => ({
    path: '/api/me/password',
    body: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD },
  })),
  'GET /account/email': own(() => ({ path: '/account/email' })),
  'POST /account/email': own(() => ({
    path: '/account/email',
    form: { email: 'moved@matrix.example', password: PASSWORD },
  })),
  'POST /api/me/email': own(() => ({
    path: '/api/me/email',
    body: { email: 'moved@matrix.example', password: PASSWORD },
  })),
  'GET /confirm-new-address/:token': {
    rows: 'person',
    prepare: proofOf('new-address', 'moved@matrix.example'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/confirm-new-address/${token}` }),
  },
  'POST /confirm-new-address/:token': {
    rows: 'person',
    prepare: proofOf('new-address', 'moved@matrix.example'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/confirm-new-address/${token}`, form: PRESSED }),
  },
  'POST /api/me/email/confirmation': {
    rows: 'person',
    prepare: proofOf('new-address', 'moved@matrix.example'),
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: '/api/me/email/confirmation', body: { token } }),
  },

  'GET /account/sign-ins': own(() => ({ path: '/account/sign-ins' })),
  'POST /account/sign-ins': own(() => ({ path: '/account/sign-ins', form: { all: 'yes' } })),
  'GET /api/me/sign-ins': own(() => ({ path: '/api/me/sign-ins' })),
  'DELETE /api/me/sign-ins': own(() => ({ path: '/api/me/sign-ins' })),
  'DELETE /api/me/sign-ins/:id': {
    rows: 'person',
    isAtBrowser: true,
    prepare: anotherSignIn,
    ask: (_row, _rows, _isOwn, { signInId = 'x' }) => ({ path: `/api/me/sign-ins/${signInId}` }),
  },

  'GET /account/second-factor': own(() => ({ path: '/account/second-factor' })),
  'POST /account/second-factor': own(() => ({ path: '/account/second-factor', form: { password: PASSWORD } })),
  'GET /api/me/second-factor': own(() => ({ path: '/api/me/second-factor' })),
  'POST /api/me/second-factor': own(() => ({ path: '/api/me/second-factor', body: { password: PASSWORD } })),
  'POST /api/me/second-factor/confirmation': own(
    (_row, _rows, _isOwn, { code = 'x' }) => ({ path: '/api/me/second-factor/confirmation', body: { code } }),
    factor(false),
  ),
  'GET /account/second-factor/recovery-codes': own(() => ({ path: '/account/second-factor/recovery-codes' })),
  'POST /account/second-factor/recovery-codes': own(
    (_row, _rows, _isOwn, { code = 'x' }) => ({ path: '/account/second-factor/recovery-codes', form: { code } }),
    factor(true),
  ),
  'POST /api/me/second-factor/recovery-codes': own(
    (_row, _rows, _isOwn, { code = 'x' }) => ({ path: '/api/me/second-factor/recovery-codes', body: { code } }),
    factor(true),
  ),
  'GET /account/second-factor/removal': own(() => ({ path: '/account/second-factor/removal' })),
  'POST /account/second-factor/removal': own(
    (_row, _rows, _isOwn, { code = 'x' }) => ({
      path: '/account/second-factor/removal',
      form: { password: PASSWORD, code },
    }),
    factor(true),
  ),
  'POST /api/me/second-factor/removal': own(
    (_row, _rows, _isOwn, { code = 'x' }) => ({
      path: '/api/me/second-factor/removal',
      body: { password: PASSWORD, code },
    }),
    factor(true),
  ),
};
