import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Observable, map } from 'rxjs';
import { invalid } from './problem';

const toNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
const toList = ({ value }: { value: unknown }): unknown =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];
const LARGEST_WINDOW = 200;

/** What every list accepts: a window, an order, ids and free text. Lists add a field per filter. */
export class ListQuery {
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: '_start must be a whole number' })
  @Min(0, { message: '_start must be 0 or more' })
  @Max(10_000_000, { message: '_start is too large' })
  _start?: number;

  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: '_end must be a whole number' })
  @Min(0, { message: '_end must be 0 or more' })
  @Max(10_000_000, { message: '_end is too large' })
  _end?: number;

  @IsOptional()
  @IsString({ message: '_sort must be the name of one field' })
  @MaxLength(60, { message: '_sort is too long' })
  _sort?: string;

  @IsOptional()
  @IsIn(['ASC', 'DESC'], { message: '_order must be ASC or DESC' })
  _order?: 'ASC' | 'DESC';

  @IsOptional()
  @IsString({ message: 'q must be text' })
  @MaxLength(200, { message: 'q must be 200 characters or fewer' })
  q?: string;

  @IsOptional()
  @Transform(toList)
  @IsString({ each: true, message: 'id must be text' })
  id?: string[];
}

/** A window on a list, with its order: at most 200 rows, the first 25 where nothing was asked. */
export interface Window {
  skip: number;
  take: number;
  sort: string;
  order: 'ASC' | 'DESC';
}

/**
 * Reads the window of a list. `sorts` maps the names a client may sort by to columns; refuses any other.
 */
export function windowOf(
  query: ListQuery,
  sorts: Record<string, string>,
  otherwise: { sort: string; order: 'ASC' | 'DESC' },
): Window {
  const skip = query._start ?? 0;
  const end = query._end ?? skip + 25;
  if (end < skip) throw invalid({ _end: '_end must not be before _start' });
  if (end - skip > LARGEST_WINDOW) throw invalid({ _end: `Ask for ${LARGEST_WINDOW} rows or fewer at a time` });
  if (query._sort !== undefined && !Object.hasOwn(sorts, query._sort))
    throw invalid({ _sort: `This list can be sorted by ${Object.keys(sorts).join(', ')}` });
  const sort = sorts[query._sort ?? otherwise.sort] ?? otherwise.sort;
  return { skip, take: end - skip, sort, order: query._order ?? (query._sort ? 'ASC' : otherwise.order) };
}

/** One window of a list, and how many rows there are in all. */
export class Page<Item> {
  constructor(
    readonly items: Item[],
    readonly total: number,
  ) {}

  map<Other>(change: (item: Item) => Other): Page<Other> {
    return new Page(this.items.map(change), this.total);
  }
}

/** Answers a Page as an array with the total in `X-Total-Count`. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof Page)) return answer;
        void context.switchToHttp().getResponse<FastifyReply>().header('x-total-count', String(answer.total));
        return answer.items as unknown[];
      }),
    );
  }
}
