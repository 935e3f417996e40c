import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller';
import { MessageQueries } from './messages.queries';

@Module({ controllers: [MessagesController], providers: [MessageQueries], exports: [MessageQueries] })
export class MessagesModule {}
