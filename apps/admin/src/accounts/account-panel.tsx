import { Box } from '@mui/material';
import type { AccountDetailView } from '@roundtable/contracts';
import { useGetOne } from 'react-admin';
import { useRoles } from '../api/access';
import { Facts } from '../look/facts';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { Tag } from '../look/tag';
import { momentInWords } from '../words/london-time';
import { EndSignIns, LetTryAgain, MailPasswordLink } from './account-actions';

/** How a person signs in, and what can be done for somebody who cannot. */
export function AccountPanel({ personId }: { personId: string }) {
  const { data: account, error } = useGetOne<AccountDetailView>('accounts', { id: personId });
  const { may } = useRoles();
  return (
    <Panel heading="Signing in">
      <Refusal error={error} />
      {!account && !error ? <Waiting /> : null}
      {account ? <State account={account} /> : null}
      {account && may('accounts.help') ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5, '&:empty': { display: 'none' } }}>
          <MailPasswordLink account={account} />
          <EndSignIns account={account} />
          <LetTryAgain account={account} />
        </Box>
      ) : null}
    </Panel>
  );
}

function State({ account }: { account: AccountDetailView }) {
  const { hasAccount, isAddressConfirmed, lastSignInAt, openSignIns, isHeldBack } = account;
  if (!hasAccount) return <p>There is no account yet: this person cannot sign in.</p>;
  return (
    <Facts
      facts={[
        ['Address', isAddressConfirmed ? 'confirmed' : 'not confirmed'],
        ['Second factor', <SecondFactor key="factor" account={account} />],
        ['Last signed in', lastSignInAt ? momentInWords(lastSignInAt) : 'never'],
        ['Signed in now', inDevices(openSignIns)],
        [
          'Tries',
          isHeldBack ? (
            <Tag key="tries" tone="attention">
              Too many in this minute: the next one is refused
            </Tag>
          ) : (
            'not held back'
          ),
        ],
      ]}
    />
  );
}

function inDevices(open: number): string {
  if (open === 0) return 'nowhere';
  return open === 1 ? 'on one device' : `on ${open} devices`;
}

function SecondFactor({ account: { isSecondFactorOn, isSecondFactorRequired } }: { account: AccountDetailView }) {
  if (isSecondFactorOn) return <>on</>;
  return isSecondFactorRequired ? <Tag tone="attention">off, and asked for at the next sign-in</Tag> : <>off</>;
}
