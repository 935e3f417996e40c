import type { AccountView } from '@roundtable/contracts';
import { DataTable, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Address } from '../look/address';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { ROLE } from '../words/labels';
import { dayInWords } from '../words/london-time';

const Col = DataTable.Col<AccountView>;
const filters = [<TextInput key="q" source="q" label="Name or email" type="search" helperText={false} />];

export default function AccountList() {
  return (
    <ListPage
      resource="accounts"
      heading="Staff accounts"
      intro="Everybody with a role of staff, and how they sign in."
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      empty="Nobody has a role of staff yet."
    >
      <ListTable<AccountView>>
        <Col
          source="name"
          label="Person"
          render={({ id, name }) => (
            <TextLink to={`/accounts/${id}/show`} strong>
              {name}
            </TextLink>
          )}
        />
        <Col source="email" label="Email" render={({ email }) => (email ? <Address>{email}</Address> : 'none')} />
        <Col label="Roles" disableSort render={({ roles }) => roles.map((role) => ROLE[role]).join(', ')} />
        <Col
          label="Second factor"
          disableSort
          render={({ isSecondFactorOn }) => (isSecondFactorOn ? 'on' : <Tag tone="attention">off</Tag>)}
        />
        <Col label="Last signed in" disableSort render={(account) => lastSignIn(account)} />
      </ListTable>
    </ListPage>
  );
}

function lastSignIn({ hasAccount, lastSignInAt }: AccountView): string {
  if (lastSignInAt) return dayInWords(lastSignInAt);
  return hasAccount ? 'never' : 'no account';
}
