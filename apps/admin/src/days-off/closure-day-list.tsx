import { DaysOffList } from './days-off-list';

export default function ClosureDayList() {
  return (
    <DaysOffList
      kind={{ resource: 'closure-days', plural: 'closure days', example: 'Office closed at Christmas' }}
      heading="Closure days"
      intro="Days on which the partnership does not work. England's bank holidays are known already. Cut-offs, offers and reminders step over them."
      empty="No closure days are kept yet. Add those between Christmas and New Year, if you close then."
    />
  );
}
