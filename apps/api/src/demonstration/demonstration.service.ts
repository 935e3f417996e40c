import { readFile } from 'node:fs/promises';
import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Imports,
  Jobs,
  SYSTEM,
  Settings,
  invalid,
  Problem,
} from '@roundtable/platform';
import { AccountsService } from '@roundtable/people';
import { demonstrationFile } from '../built-folder';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from './accounts';
import { readOffset } from './clock-offset';
import { ComingEvents } from './coming-events';
import { EvaluationSide } from './evaluation-side';
import { InventedTerms } from './invented-terms';
import { InventedDelivery } from './invented-delivery';
import { InventedVariety } from './invented-variety';
import { PastWorkshop } from './past-workshop';
import { TeachingMaterial } from './teaching-material';

const SHEETS: [kind: ImportKind, file: string, period: string | null][] = [
  ['agencies', 'agencies.csv', null],
  ['courses', 'courses.csv', null],
  ['programme', 'programme-reviewed.csv', null],
  ['evaluations', 'evaluations-2020-21.csv', '2020-21'],
  ['published-figures', 'published-figures.csv', null],
];

export interface DemonstrationView {
  present: boolean;
  now: string;
  offsetMs: number;
}

/** The demonstration: the published programme as history, invented people and coming events, and a clock that moves. */
@Injectable()
export class DemonstrationService {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly imports: Imports,
    private readonly accounts: AccountsService,
    private readonly coming: ComingEvents,
    private readonly past: PastWorkshop,
    private readonly terms: InventedTerms,
    private readonly material: TeachingMaterial,
    private readonly delivery: InventedDelivery,
    private readonly variety: InventedVariety,
    private readonly evaluation: EvaluationSide,
  ) {}

  get isPresent(): boolean {
    return this.settings.isDemonstration;
  }

  view(): DemonstrationView {
    return { present: this.isPresent, now: this.clock.now().toISOString(), offsetMs: this.clock.offsetMs };
  }

  /** Loads the demonstration into a database that holds no agency yet. Answers whether it did. */
  async loadIfEmpty(): Promise<boolean> {
    if (this.isPresent || (await this.database.repo(AgencyEntity).count()) > 0) return false;
    await this.load();
    return true;
  }

  /** Loads the demonstration, all of it or nothing. Loading again changes nothing. */
  async load(): Promise<void> {
    if (this.isPresent) return;
    await this.database.transaction(async () => {
      for (const [kind, file, period] of SHEETS) await this.takeIn(kind, file, period);
      for (const account of DEMONSTRATION_ACCOUNTS)
        await this.accounts.createUser({ ...account, password: DEMONSTRATION_PASSWORD, isDemonstration: true });
      await this.terms.keepDaysOff();
      await this.past.make();
      await this.material.teach();
      await this.coming.make();
      await this.terms.priceCourses();
      await this.terms.addWithoutDate();
      await this.material.handOut();
      await this.delivery.make();
      await this.variety.make();
      await this.evaluation.make();
      await this.settings.markDemonstration();
    });
    await this.settings.refreshDemonstration(true);
  }

  /** Moves the demonstration's clock ('+20 days' from real time, '0' for back), then does what has come due. */
  async moveClock(actor: Actor, offset: string): Promise<void> {
    if (!this.isPresent) throw new Problem('demonstration.absent');
    const offsetMs = readOffset(offset);
    if (offsetMs === null) throw invalid({ offset: 'Enter how far to move the clock, like +20 days, -2 hours or 0' });
    await this.settings.moveClock(offsetMs);
    await this.audit.record(actor, {
      action: 'demonstration.clock',
      subjectKind: 'setting',
      subjectId: null,
      after: { offsetMs },
    });
    await this.jobs.runAll();
  }

  private async takeIn(kind: ImportKind, file: string, period: string | null): Promise<void> {
    const sheet = await readFile(demonstrationFile(file));
    const result = await this.imports.run(kind, sheet, { actor: SYSTEM, dryRun: false, period, isDemonstration: true });
    const first = result.rejected[0];
    if (first)
      throw new Error(
        `The demonstration's ${file} was not taken in whole: row ${first.row}, ${first.column}: ${first.reason}`,
      );
  }
}
