import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import type {
  EvaluationTextView,
  OpenedTextView,
  ReleasedTextView,
  TextDecisionView,
  TextWriterView,
} from '@roundtable/contracts';
import { type Actor, CarriedOutEachTime, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { ReleasedTexts } from './released-texts.queries';
import { TextDecisionLog } from './text-decision-log.queries';
import { TextListQueries } from './text-list.queries';
import { TextReadingService } from './text-reading.service';
import { EvaluationTextListQuery, ReleasedTextListQuery, TextDecisionDto, TextDecisionListQuery } from './texts.dto';

/** Free text for evaluation readers. A text is opened with a POST, since opening it is written down. */
@Controller('api/evaluation-texts')
export class EvaluationTextsController {
  constructor(
    private readonly lists: TextListQueries,
    private readonly reading: TextReadingService,
  ) {}

  @Get()
  @Permit('evaluation-texts.read')
  list(@Query() query: EvaluationTextListQuery): Promise<Page<EvaluationTextView>> {
    return this.lists.list(query);
  }

  @Get(':id')
  @Permit('evaluation-texts.read')
  one(@Param('id') id: string): Promise<EvaluationTextView> {
    return this.lists.one(id);
  }

  @Post(':id/opening')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @CarriedOutEachTime()
  @Permit('evaluation-texts.read')
  open(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OpenedTextView> {
    return this.reading.open(actor, id);
  }

  @Post(':id/writer')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @CarriedOutEachTime()
  @Permit('evaluation-texts.read')
  writer(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TextWriterView> {
    return this.reading.writer(actor, id);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Permit('evaluation-texts.decide')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() given: TextDecisionDto,
  ): Promise<EvaluationTextView> {
    return this.reading.decide(actor, id, given);
  }
}

@Controller('api/text-decisions')
export class TextDecisionsController {
  constructor(private readonly log: TextDecisionLog) {}

  @Get()
  @Permit('text-decisions.read')
  list(@Query() query: TextDecisionListQuery): Promise<Page<TextDecisionView>> {
    return this.log.list(query);
  }
}

@Controller('api/released-texts')
export class ReleasedTextsController {
  constructor(private readonly texts: ReleasedTexts) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Permit('released-texts.read')
  list(@Query() query: ReleasedTextListQuery): Promise<Page<ReleasedTextView>> {
    return this.texts.list(query);
  }
}
