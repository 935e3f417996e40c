import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import type { SignInView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { SignIns } from './sign-ins.service';

/** The devices on which the signed-in person is signed in. */
@Controller('api/me/sign-ins')
export class OwnSignInsController {
  constructor(private readonly signIns: SignIns) {}

  @Get()
  @Permit('me.secure')
  list(@CurrentActor() actor: Actor): Promise<Page<SignInView>> {
    return this.signIns.list(actor);
  }

  @Delete()
  @HttpCode(204)
  @Permit('me.secure')
  endOthers(@CurrentActor() actor: Actor): Promise<void> {
    return this.signIns.endOthers(actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('me.secure')
  end(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.signIns.endOwn(actor, id);
  }
}
