import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { invalid } from '@roundtable/platform';
import type { FastifyRequest } from 'fastify';

const LONGEST = 5000;

/** What somebody typed or chose, by the name of the field. Fields nobody asks for are left alone. */
export class Fields {
  private constructor(private readonly values: ReadonlyMap<string, string>) {}

  /** Reads a form that was sent. A field that came twice, or is no text, is refused: no page of ours sends one. */
  static ofForm(body: unknown): Fields {
    const values = new Map<string, string>();
    for (const [name, value] of Object.entries(body ?? {})) {
      if (typeof value !== 'string') throw invalid({ [name]: 'Give one answer to each question' });
      if (value.length > LONGEST) throw invalid({ [name]: `An answer must be ${LONGEST} characters or fewer` });
      values.set(name, value);
    }
    return new Fields(values);
  }

  /** Reads the part of an address after the question mark; of a parameter that is there twice, the first counts. */
  static ofQuery(query: unknown): Fields {
    const values = new Map<string, string>();
    for (const [name, value] of Object.entries(query ?? {})) {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      if (typeof first === 'string') values.set(name, first.slice(0, LONGEST));
    }
    return new Fields(values);
  }

  /** The value without space around it; empty where there is none. */
  text(name: string): string {
    return (this.values.get(name) ?? '').replace(/\r\n?/g, '\n').trim();
  }

  /** Exactly as typed: for passwords. */
  exactly(name: string): string {
    return this.values.get(name) ?? '';
  }

  has(name: string): boolean {
    return this.text(name) !== '';
  }

  /** The same fields with one of another value. */
  with(name: string, value: string): Fields {
    return new Fields(new Map([...this.values, [name, value]]));
  }

  /** The value where it is one of these. */
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    return choices.find((choice) => choice === this.text(name)) ?? null;
  }
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** The form that was sent with a POST. */
export const FormFields = createParamDecorator((_: unknown, context: ExecutionContext): Fields =>
  Fields.ofForm(requestOf(context).body),
);

/** The parameters of the address. */
export const QueryFields = createParamDecorator((_: unknown, context: ExecutionContext): Fields =>
  Fields.ofQuery(requestOf(context).query),
);
