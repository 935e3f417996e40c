import { Injectable } from '@nestjs/common';

/** What one rule came to when it was held against everything that is stored. */
export interface CheckOutcome {
  /** The rule, as a plain sentence. */
  rule: string;
  /** How many things were held against it. */
  checked: number;
  /** What breaks it, by reference or id and never by name. */
  breaches: string[];
}

/** The rules that one library holds against its rows. Each reads, and changes nothing. */
export interface Checker {
  name: string;
  check(): Promise<CheckOutcome[]>;
}

/** The product's invariants, contributed by the libraries and run by the operator's `check`. */
@Injectable()
export class Checks {
  private readonly checkers: Checker[] = [];

  register(checker: Checker): void {
    if (this.checkers.some(({ name }) => name === checker.name))
      throw new Error(`${checker.name} is registered twice.`);
    this.checkers.push(checker);
  }

  /** Every rule of every library, in the order in which they registered. */
  async run(): Promise<CheckOutcome[]> {
    const outcomes: CheckOutcome[] = [];
    for (const checker of this.checkers) outcomes.push(...(await checker.check()));
    return outcomes;
  }
}
