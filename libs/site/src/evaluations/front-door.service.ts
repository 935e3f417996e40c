import { Injectable } from '@nestjs/common';
import { FRONT_DOOR } from '@roundtable/evaluations';
import { Settings } from '@roundtable/platform';

/** Where to call with a worry about a child: named wherever people write or rate. */
@Injectable()
export class FrontDoor {
  constructor(private readonly settings: Settings) {}

  /** The number, where the partnership has set it. */
  async number(): Promise<string | null> {
    return this.settings.read<string | null>(FRONT_DOOR.name, FRONT_DOOR.usual);
  }
}
