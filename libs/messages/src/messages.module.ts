import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller';
import { MessageQueries } from './messages.queries';
import { Resending } from './resending.service';

@Module({ controllers: [MessagesController], providers: [MessageQueries, Resending], exports: [MessageQueries] })
export class MessagesModule {}
