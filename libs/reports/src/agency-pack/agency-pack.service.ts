import { AgencyQueries } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { PublishedRow } from '@roundtable/contracts';
import { CompletionQueries, type MemberCompletion, type RunningOut } from '@roundtable/elearning';
import { ReleasedGroupsQueries } from '@roundtable/evaluations';
import { type Actor, Audit, Clock, Settings, invalid, isPartnershipYear, partnershipYear } from '@roundtable/platform';
import { AgencyPackQueries } from './agency-pack.queries';
import type { AgencyPackQuery } from './agency-pack.dto';
import type { PackBooking, PackHolding } from './pack-figures';
import { drawAgencyPack } from './pack-drawing';
import { closedPart, momentsOf } from './pack-period';
import { packWorkbook } from './pack-workbook';

const DAY_MS = 24 * 3_600_000;
export const RAN_OUT_DAYS = 365;
export const RUNS_OUT_DAYS = 90;

/** What the whole partnership learnt, as it may leave: never of one agency. */
export interface PackGain {
  /** London dates, both inside: the whole year, or its closed months. */
  from: string;
  to: string;
  rows: PublishedRow[];
  /** How many whole events entered with answers. */
  events: number;
}

/** What a lead takes to the board of their agency, for one partnership year. */
export interface AgencyPack {
  /** The agency's name, or how many they are. */
  of: string;
  isOneAgency: boolean;
  year: string;
  madeAt: Date;
  isDemonstration: boolean;
  taken: PackBooking[];
  /** Of people who work there now; attendances are left out, as they are in `taken`. */
  completed: MemberCompletion[];
  runningOut: RunningOut[];
  coming: PackBooking[];
  held: PackHolding[];
  /** Null while nothing of the year is closed. */
  gain: PackGain | null;
}

interface Scope {
  agencyIds: readonly string[];
  of: string;
  /** The one agency; null where they are several. */
  agencyId: string | null;
}

/** The lead's pack: own agency's attendance and completions, and what the whole partnership learnt. */
@Injectable()
export class AgencyPackService {
  constructor(
    private readonly agencies: AgencyQueries,
    private readonly rows: AgencyPackQueries,
    private readonly completions: CompletionQueries,
    private readonly released: ReleasedGroupsQueries,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The pack of one agency, or of all that this lead leads. 404 for an agency that is not theirs; refuses a year that
   * has not begun, and no agency from whoever leads none.
   */
  async pack(actor: Actor, query: AgencyPackQuery): Promise<AgencyPack> {
    return this.made(await this.scopeOf(actor, query), query.year);
  }

  /** The pack as a workbook, with the names of own people. Refuses as `pack`; audited. */
  async workbook(actor: Actor, query: AgencyPackQuery): Promise<Buffer> {
    return packWorkbook(await this.takenOut(actor, query, 'xlsx'));
  }

  /** The pack as a tagged PDF to hand round, without names. Refuses as `pack`; audited. */
  async pdf(actor: Actor, query: AgencyPackQuery): Promise<Buffer> {
    return drawAgencyPack(await this.takenOut(actor, query, 'pdf'));
  }

  private async takenOut(actor: Actor, query: AgencyPackQuery, format: 'xlsx' | 'pdf'): Promise<AgencyPack> {
    const scope = await this.scopeOf(actor, query);
    const pack = await this.made(scope, query.year);
    await this.audit.record(actor, {
      action: 'agency-pack.export',
      subjectKind: 'agency',
      subjectId: scope.agencyId,
      after: { format, year: query.year, agencies: scope.agencyIds.length },
    });
    return pack;
  }

  private async scopeOf(actor: Actor, { year, agencyId }: AgencyPackQuery): Promise<Scope> {
    if (!isPartnershipYear(year) || year > partnershipYear(this.clock.now()))
      throw invalid({ year: 'Choose a partnership year that has begun, such as 2025-26' });
    const [only, ...others] = actor.leadAgencyIds;
    if (agencyId === undefined && others.length > 0)
      return { agencyIds: actor.leadAgencyIds, of: `${actor.leadAgencyIds.length} agencies`, agencyId: null };
    const asked = agencyId ?? only;
    if (asked === undefined) throw invalid({ agencyId: 'Choose the agency' });
    const { id, name } = await this.agencies.entity(actor, asked);
    return { agencyIds: [id], of: name, agencyId: id };
  }

  private async made({ agencyIds, of, agencyId }: Scope, year: string): Promise<AgencyPack> {
    const now = this.clock.now();
    const { from, until } = momentsOf(year);
    const completed = await this.completions.completedBetween(agencyIds, from, until);
    const gain = await this.gainOf(year, now);
    return {
      of,
      isOneAgency: agencyId !== null,
      year,
      madeAt: now,
      isDemonstration:
        this.settings.isDemonstration || (gain?.rows.some(({ demonstration }) => demonstration) ?? false),
      taken: await this.rows.taken(agencyIds, year),
      completed: completed.filter(({ source }) => source !== 'attendance'),
      runningOut: await this.completions.runningOut(
        agencyIds,
        new Date(now.getTime() - RAN_OUT_DAYS * DAY_MS),
        new Date(now.getTime() + RUNS_OUT_DAYS * DAY_MS),
      ),
      coming: await this.rows.coming(agencyIds),
      held: await this.rows.held(agencyIds),
      gain,
    };
  }

  /** Reads what was released and releases nothing: closing a year is the decision of whoever publishes its report. */
  private async gainOf(year: string, now: Date): Promise<PackGain | null> {
    const period = closedPart(year, now);
    if (period === null) return null;
    return { ...period, ...(await this.released.publication({ ...period, by: null, courseId: null })) };
  }
}
