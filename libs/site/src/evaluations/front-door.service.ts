import { Injectable } from '@nestjs/common';
import { Settings } from '@roundtable/platform';

/** The partnership's setting that holds the telephone number for worries about a child. */
const FRONT_DOOR = 'safeguarding.frontDoor';

/** Where to call with a worry about a child: named wherever people write or rate. */
@Injectable()
export class FrontDoor {
  constructor(private readonly settings: Settings) {}

  /** The number, where the partnership has set it. */
  async number(): Promise<string | null> {
    return this.settings.read<string | null>(FRONT_DOOR, null);
  }
}
