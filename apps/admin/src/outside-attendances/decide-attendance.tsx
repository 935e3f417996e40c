import type { OutsideAttendanceView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ReasonDialog } from '../look/reason-dialog';
import { SmallButton } from '../look/small-button';

export function DecideAttendance({ attendance }: { attendance: OutsideAttendanceView }) {
  const [isDeclining, setDeclining] = useState(false);
  const { id, practitionerName, title } = attendance;
  const address = `/outside-attendances/${encodeURIComponent(id)}`;
  const what = `${title} of ${practitionerName}`;
  const accept = useAction(() => api.post<OutsideAttendanceView>(`${address}/acceptance`), {
    done: `It is in the record of ${practitionerName}, who is told by email.`,
  });
  const decline = useAction((reason: string) => api.post<OutsideAttendanceView>(`${address}/decline`, { reason }), {
    done: `${practitionerName} is told why by email.`,
    onDone: () => setDeclining(false),
    showsRefusal: true,
  });
  return (
    <>
      <SmallButton verb="Accept" what={what} onClick={() => accept.mutate(undefined)} />
      <SmallButton verb="Decline" what={what} isEnd onClick={() => setDeclining(true)} />
      {isDeclining ? (
        <ReasonDialog
          heading={`Decline ${what}`}
          verb="Decline it"
          onClose={() => setDeclining(false)}
          onDo={(reason) => decline.mutate(reason)}
          isBusy={decline.isPending}
          error={decline.error}
        >
          <p>The person is told the reason, and may send other evidence.</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
