import { Button } from '@mui/material';
import type { NewTokenView, TokenView } from '@roundtable/contracts';
import { useState } from 'react';
import { DataTable, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { useNow } from '../api/demonstration';
import { api } from '../api/request';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { ConfirmedAction } from '../look/confirmed-action';
import { Tag } from '../look/tag';
import { plural } from '../words/figures';
import { dayInWords, momentInWords } from '../words/london-time';
import { MakeToken } from './make-token';
import { MadeToken } from './made-token';

const Col = DataTable.Col<TokenView>;
const onOneLine = { whiteSpace: { lg: 'nowrap' } };

export default function TokenList() {
  const { roles } = useRoles();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<NewTokenView | null>(null);
  const isSystemOwner = roles.includes('system-owner');
  return (
    <>
      <ListPage
        resource="tokens"
        heading="API tokens"
        intro="A token lets another program use the service with a person's rights, or with some of them."
        actions={
          <Button variant="contained" onClick={() => setOpen(true)}>
            Make a token
          </Button>
        }
        sort={{ field: 'createdAt', order: 'DESC' }}
        filters={<TextInput source="q" label="What it is for" type="search" helperText={false} />}
        found={made ? <MadeToken made={made} onCopied={() => setMade(null)} /> : null}
        empty="There are no tokens. Make one for a program that needs to read or write here."
      >
        <ListTable<TokenView>>
          <Col source="name" label="What it is for" render={({ name }) => name || 'not said'} />
          {isSystemOwner ? <Col label="Rights of" disableSort render={({ personName }) => personName} /> : null}
          <Col label="May be used for" disableSort render={(token) => <Scope token={token} />} />
          <Col source="createdAt" label="Made" sx={onOneLine} render={({ createdAt }) => dayInWords(createdAt)} />
          <Col
            source="lastUsedAt"
            label="Last used"
            render={({ lastUsedAt }) => (lastUsedAt ? momentInWords(lastUsedAt) : 'never')}
          />
          <Col label="State" disableSort render={(token) => <State token={token} />} />
          <Col label="Change" disableSort render={(token) => <Revoke token={token} />} />
        </ListTable>
      </ListPage>
      {isOpen ? <MakeToken onClose={() => setOpen(false)} onMade={setMade} /> : null}
    </>
  );
}

function Scope({ token: { permissions } }: { token: TokenView }) {
  if (permissions === null) return <>everything the person may do</>;
  return (
    <details>
      <summary>{plural(permissions.length, 'permission', 'permissions')}</summary>
      {permissions.join(', ')}
    </details>
  );
}

function State({ token: { revokedAt, expiresAt } }: { token: TokenView }) {
  const now = useNow();
  if (revokedAt) return <>Revoked on {dayInWords(revokedAt)}</>;
  if (!expiresAt) return <Tag tone="good">Works, without end</Tag>;
  if (now && new Date(expiresAt) < now) return <>Ran out on {dayInWords(expiresAt)}</>;
  return <Tag tone="good">Works until {dayInWords(expiresAt)}</Tag>;
}

function Revoke({ token }: { token: TokenView }) {
  if (token.revokedAt) return null;
  return (
    <ConfirmedAction
      verb="Revoke"
      what={`the token ${token.name}`}
      call={() => api.remove(`/tokens/${encodeURIComponent(token.id)}`)}
      done="The token is revoked. It stopped working at once."
    >
      <p>Programs that use it are refused at once. It cannot be made to work again.</p>
    </ConfirmedAction>
  );
}
