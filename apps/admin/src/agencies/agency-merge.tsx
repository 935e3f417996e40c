import { MergePage } from '../merging/merge-page';
import { ChooseAgency, type ChosenAgency } from './choose-agency';

export default function AgencyMerge() {
  return (
    <MergePage<ChosenAgency>
      resource="agencies"
      noun="agency"
      chooser={(props) => <ChooseAgency id="survivor" label="The agency that stays" {...props} />}
    />
  );
}
