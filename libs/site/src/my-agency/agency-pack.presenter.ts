import { paths } from '@roundtable/contracts';
import { type AgencyPack, type PackSection, packMethod, packSections } from '@roundtable/reports';
import type { PageModel } from '../frame/site-pages';
import type { LedAgency } from './led-agencies.service';

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface AgencyPackPage extends PageModel {
  caption: string;
  action: string;
  backHref: string;
  isDemonstration: boolean;
  years: Choice[];
  /** Empty where there is one alone. */
  agencies: Choice[];
  workbookHref: string;
  pdfHref: string;
  sections: PackSection[];
  method: string[];
}

/** The pack of one year on the website: everything but the names, which the Excel file has. */
export function agencyPackPage(
  asked: { year: string; agencyId?: string },
  choices: { agencies: readonly LedAgency[]; years: readonly string[] },
  pack: AgencyPack,
): AgencyPackPage {
  const query = new URLSearchParams(asked).toString();
  const { agencies, years } = choices;
  return {
    title: `Training pack ${asked.year}`,
    section: 'agency',
    caption: pack.of,
    action: paths.agencyPack,
    backHref: paths.myAgency,
    isDemonstration: pack.isDemonstration,
    years: years.map((year) => ({ value: year, text: year, selected: year === asked.year })),
    agencies:
      agencies.length > 1
        ? [
            { value: '', text: 'All of them', selected: asked.agencyId === undefined },
            ...agencies.map(({ id, name }) => ({ value: id, text: name, selected: id === asked.agencyId })),
          ]
        : [],
    workbookHref: `/api/reports/agency-pack.xlsx?${query}`,
    pdfHref: `/api/reports/agency-pack.pdf?${query}`,
    sections: packSections(pack),
    method: packMethod(pack),
  };
}
