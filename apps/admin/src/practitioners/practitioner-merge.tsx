import { MergePage } from '../merging/merge-page';
import { ChoosePerson, type ChosenPerson } from './choose-person';

export default function PractitionerMerge() {
  return (
    <MergePage<ChosenPerson>
      resource="practitioners"
      noun="person"
      chooser={(props) => <ChoosePerson id="survivor" label="The person that stays" {...props} />}
    />
  );
}
