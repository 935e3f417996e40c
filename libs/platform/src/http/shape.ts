import { type ArgumentMetadata, type PipeTransform, ValidationPipe, type ValidationError } from '@nestjs/common';
import { invalid, Problem } from './problem';

/** A value of the wrong type breaks other rules too; the sentence about its type is the one that helps. */
const TYPE_RULES = ['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isIn'];

function collect(
  errors: ValidationError[],
  prefix: string,
  into: { unknown: string[]; fields: Record<string, string> },
): void {
  for (const error of errors) {
    const path = prefix ? `${prefix}.${error.property}` : error.property;
    const { whitelistValidation, ...rules } = error.constraints ?? {};
    if (whitelistValidation) into.unknown.push(path);
    const broken = TYPE_RULES.find((rule) => rules[rule] !== undefined) ?? Object.keys(rules)[0];
    const message = broken === undefined ? undefined : rules[broken];
    if (message) into.fields[path] = message;
    collect(error.children ?? [], path, into);
  }
}

/**
 * Checks the shape of what comes in, for every route. An unknown field is 400; a value that breaks its rule is
 * 422 with a sentence at its field. Never changes a value's type in a body: `{"capacity": "5"}` is refused.
 */
export class ShapePipe implements PipeTransform {
  private readonly body = this.pipeFor('request.unknown-field', false);
  private readonly query = this.pipeFor('request.unknown-parameter', false);

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body') {
      if (value === undefined || value === null) return this.body.transform({}, metadata);
      if (typeof value !== 'object' || Array.isArray(value)) throw new Problem('request.malformed');
      return this.body.transform(value, metadata);
    }
    return metadata.type === 'query' ? this.query.transform(value, metadata) : value;
  }

  private pipeFor(unknown: 'request.unknown-field' | 'request.unknown-parameter', implicit: boolean): ValidationPipe {
    return new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      transformOptions: { enableImplicitConversion: implicit },
      exceptionFactory: (errors) => {
        const sorted = { unknown: [] as string[], fields: {} as Record<string, string> };
        collect(errors, '', sorted);
        return sorted.unknown.length
          ? new Problem(unknown, { detail: { names: sorted.unknown } })
          : invalid(sorted.fields);
      },
    });
  }
}
