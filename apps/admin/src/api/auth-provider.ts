import { BACK_OFFICE_ROLES, type MeView, type Role, paths } from '@roundtable/contracts';
import { HttpError, type AuthProvider } from 'react-admin';
import { mayUse } from './access';
import { api, problemCode } from './request';

/** Asked once for all who want to know at the same time; forgotten when the answer is that nobody is signed in. */
let me: Promise<MeView> | null = null;

function whoAmI(): Promise<MeView> {
  me ??= api.get<MeView>('/me').catch((error: unknown) => {
    me = null;
    throw error;
  });
  return me;
}

export function mayEnter(roles: readonly Role[]): boolean {
  return roles.some((role) => BACK_OFFICE_ROLES.includes(role));
}

export const authProvider: AuthProvider = {
  login: async (credentials: { email: string; password: string; code?: string }) => {
    const signedIn = await api.post<MeView>('/session', credentials);
    if (signedIn.mustEnrol) return goToSecondFactor();
    me = Promise.resolve(signedIn);
  },
  logout: async () => {
    const wasSignedIn = me !== null;
    me = null;
    if (wasSignedIn) await api.remove('/session').catch(ignoreSignedOut);
  },
  checkAuth: async () => {
    try {
      await whoAmI();
    } catch (error) {
      if (problemCode(error) === 'people.second-factor-first') return goToSecondFactor();
      // The sign-in page says what is needed, so no second message pops up.
      if (error instanceof HttpError && error.status === 401) throw Object.assign(new Error(), { message: false });
      throw error;
    }
  },
  checkError: async (error: unknown) => {
    if (problemCode(error) === 'people.second-factor-first') return goToSecondFactor();
    if (!(error instanceof HttpError) || error.status !== 401) return;
    me = null;
    throw new Error('You were signed out. Sign in to carry on.');
  },
  getIdentity: async () => {
    const { id, name } = await whoAmI();
    return { id, fullName: name };
  },
  getPermissions: async () => (await whoAmI()).roles,
  canAccess: async ({ resource, action }) => mayUse(resource, action, (await whoAmI()).roles),
};

/** The website sets it up; nothing here opens before. Never answers, because the page is left. */
function goToSecondFactor(): Promise<never> {
  window.location.assign(paths.secondFactor);
  return new Promise(() => undefined);
}

/** A session that has run out already is what signing out asks for. */
function ignoreSignedOut(error: unknown): void {
  if (!(error instanceof HttpError) || error.status !== 401) throw error;
}
