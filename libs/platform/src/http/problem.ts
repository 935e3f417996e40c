import { PROBLEMS, type ProblemCode, type ProblemView } from '@roundtable/contracts';

/** A refusal that a person can understand and a client can branch on. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly more: { detail?: Record<string, unknown>; errors?: Record<string, string> } = {},
  ) {
    super(PROBLEMS[code][1]);
    this.status = PROBLEMS[code][0];
  }

  view(): ProblemView {
    return { code: this.code, status: this.status, title: this.message, ...this.more };
  }
}

/** A refusal of one or more fields, with the sentence to show at each. */
export function invalid(errors: Record<string, string>): Problem {
  return new Problem('request.invalid', { errors });
}

/** Not there, or not this person's to know about: the two are told alike. */
export function notFound(): Problem {
  return new Problem('request.not-found');
}

/** The row, or the refusal that says there is none. */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw notFound();
  return row;
}
