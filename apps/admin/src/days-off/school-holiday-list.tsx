import { DaysOffList } from './days-off-list';

export default function SchoolHolidayList() {
  return (
    <DaysOffList
      kind={{ resource: 'school-holidays', plural: 'school holidays', example: 'Autumn half term' }}
      heading="School holidays"
      intro="In these days the clocks of offers stop for agencies of the sector education, and events that repeat can skip them."
      empty="No school holidays are kept yet. Add those of this school year."
    />
  );
}
