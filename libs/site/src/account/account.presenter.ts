import { type ProgrammeSubscription, type SecondFactorView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { sentence } from '../frame/words';
import { wantedInWords } from '../mailings/own-mailings.presenter';

export const ACCOUNT_MOMENTS = ['password', 'address', 'second-factor-off'] as const;
export type AccountMoment = (typeof ACCOUNT_MOMENTS)[number];

const NOTICES: Record<AccountMoment, string> = {
  password: 'Your password was changed, and you were signed out on your other devices.',
  address: 'We sent an email to the new address. It is yours here once you have pressed the button that it leads to.',
  'second-factor-off': 'The second step is turned off, and you were signed out on your other devices.',
};

export interface AccountPage extends PageModel {
  notice: string | null;
  rows: { key: string; value: string; action: { href: string; text: string; about: string } | null }[];
}

export function accountPage(
  me: { name: string; email: string },
  factor: SecondFactorView,
  signIns: number,
  moment: AccountMoment | null,
  mailings: ProgrammeSubscription | null = null,
): AccountPage {
  const row = (key: string, value: string, action: AccountPage['rows'][number]['action']) => ({ key, value, action });
  const change = (href: string, about: string) => ({ href, text: 'Change', about });
  return {
    title: 'Your account',
    section: 'account',
    notice: moment && NOTICES[moment],
    rows: [
      row('Name', me.name, null),
      row('Email address', me.email, change(paths.accountEmail, 'email address')),
      row('Password', 'Not shown', change(paths.accountPassword, 'password')),
      row('Second step', factorWords(factor), {
        href: paths.secondFactor,
        text: factor.isOn ? 'Change' : 'Set up',
        about: 'second step',
      }),
      row('Signed in', signIns === 1 ? 'On this device' : `On ${signIns} devices`, {
        href: paths.accountSignIns,
        text: 'See',
        about: 'devices you are signed in on',
      }),
      row('Mail about training', mailingWords(mailings), change(paths.accountMailings, 'mail about training')),
    ],
  };
}

export function factorWords({ isOn, recoveryCodesLeft }: SecondFactorView): string {
  if (!isOn) return 'Off. Your password alone signs you in';
  return `On: a code of your authenticator app. ${recoveryCodesLeft} recovery codes left`;
}

function mailingWords(mailings: ProgrammeSubscription | null): string {
  if (mailings === null || mailings.endedAt !== null) return 'Off';
  return sentence(wantedInWords(mailings));
}
