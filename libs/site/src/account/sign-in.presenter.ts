import { type PageErrors, pageErrors } from '../frame/errors';
import type { PageModel } from '../frame/site-pages';

export interface SignInPage extends PageModel {
  email: string;
  returnTo: string;
  needsCode: boolean;
}

export interface SignInTry {
  email: string;
  password: string;
  code: string;
  returnTo: string;
}

export function signInPage(
  given: Pick<SignInTry, 'email' | 'returnTo'>,
  more: { errors?: PageErrors | null; needsCode?: boolean } = {},
): SignInPage {
  return {
    title: 'Sign in',
    email: given.email,
    returnTo: given.returnTo,
    needsCode: more.needsCode ?? false,
    errors: more.errors ?? null,
  };
}

/** What is missing before a try is made. */
export function signInErrors(given: SignInTry): PageErrors | null {
  return pageErrors({
    ...(given.email ? {} : { email: 'Enter your email address' }),
    ...(given.password ? {} : { password: 'Enter your password' }),
  });
}

/** A refused try, in the same words for an address nobody has and for a wrong password. */
export function refusedErrors(
  code: 'people.sign-in-failed' | 'people.code-needed' | 'request.too-often',
  hadCode: boolean,
): PageErrors | null {
  if (code === 'people.code-needed')
    return pageErrors({
      code: hadCode
        ? 'That code is not right. Enter the newest code from your app'
        : 'Enter the six-digit code from your authenticator app',
    });
  if (code === 'request.too-often')
    return pageErrors({ email: 'There were too many tries. Wait a minute, then try again' });
  return pageErrors({ email: 'The email address or the password is not right' });
}

const REFUSED_TRIES = ['people.sign-in-failed', 'people.code-needed', 'request.too-often'] as const;
type RefusedTry = (typeof REFUSED_TRIES)[number];

/** Whether a refusal belongs on this page. */
export function isRefusedTry(code: string): code is RefusedTry {
  return (REFUSED_TRIES as readonly string[]).includes(code);
}
