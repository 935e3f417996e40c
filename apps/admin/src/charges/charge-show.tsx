import type { ChargeView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { MessagesPanel } from '../messages/messages-panel';
import { money } from '../words/figures';
import { ChargeActions } from './charge-actions';
import { ChargeFacts } from './charge-facts';
import { CHARGE_KIND } from './charge-words';

export default function ChargeShow() {
  return (
    <ShowBase resource="charges">
      <Charge />
    </ShowBase>
  );
}

function Charge() {
  const { record, error } = useShowContext<ChargeView>();
  if (error) return <Refusal error={error} />;
  if (!record) return <Waiting />;
  const { reference, practitionerName, kind, pence } = record;
  return (
    <>
      <Heading intro={`Charge ${reference}`}>{`${practitionerName}: ${CHARGE_KIND[kind]}, ${money(pence)}`}</Heading>
      <ChargeActions charge={record} />
      <Panel heading="Facts">
        <ChargeFacts charge={record} />
      </Panel>
      <MessagesPanel filter={{ bookingId: record.bookingId }} />
    </>
  );
}
