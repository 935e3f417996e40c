import type { StandingQuestionView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { SmallButton } from '../look/small-button';
import { FollowsField } from './follows-field';

/** The question that comes before this one, and a way to choose it; others than yes or no have none. */
export function SayWhatItFollows({ question }: { question: StandingQuestionView }) {
  const { id, kind, wording, follows } = question;
  const [isOpen, setOpen] = useState(false);
  const [followsId, setFollowsId] = useState<string | null>(null);
  const save = useAction(
    () => api.patch<StandingQuestionView>(`/standing-questions/${encodeURIComponent(id)}`, { followsId }),
    {
      done: ({ follows: now }) => (now ? `It follows: ${now.wording}` : 'It follows no other question.'),
      onDone: () => setOpen(false),
      showsRefusal: true,
    },
  );
  if (kind !== 'yes-no') return null;
  const open = () => {
    save.reset();
    setFollowsId(follows?.id ?? null);
    setOpen(true);
  };
  return (
    <>
      {follows ? <>{follows.wording} </> : null}
      <SmallButton verb={follows ? 'Change' : 'Choose'} what={`what ${wording} follows`} onClick={open} />
      <ActionDialog
        heading={wording}
        verb="Save"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => save.mutate(undefined)}
        isBusy={save.isPending}
        error={unlessAtField(save.error, 'followsId')}
      >
        <FollowsField
          questionId={id}
          followsId={followsId}
          onChoose={setFollowsId}
          error={fieldErrors(save.error)['followsId']}
        />
      </ActionDialog>
    </>
  );
}
