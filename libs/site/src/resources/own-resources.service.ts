import { Injectable } from '@nestjs/common';
import { ResourceAccess } from '@roundtable/bookings';
import { type ResourceEntity, type ResourcePlace, resourceView } from '@roundtable/events';
import { type Actor, Problem } from '@roundtable/platform';
import { type ResourceLink, resourceLinks } from './resource-links';

/** What a page lists of the handouts of a course or an event: what whoever looks may see. */
@Injectable()
export class OwnResources {
  constructor(private readonly access: ResourceAccess) {}

  /** What a visitor would see, asked by somebody who may see all of it. */
  async forEverybody(actor: Actor, place: ResourcePlace): Promise<ResourceLink[]> {
    const resources = await this.access.list(actor, place);
    return resourceLinks(resources.filter(({ visibility }) => visibility === 'everybody').map(resourceView));
  }

  /** In order, for a page of the course or event that this actor sees already. */
  async onPage(actor: Actor, place: ResourcePlace): Promise<ResourceLink[]> {
    return resourceLinks((await this.access.listOnPage(actor, place)).map(resourceView));
  }

  /** The links among resources that were read with the page. */
  async among(actor: Actor, place: ResourcePlace, resources: ResourceEntity[]): Promise<ResourceLink[]> {
    return resourceLinks((await this.access.amongSeen(actor, place, resources)).map(resourceView));
  }

  /** In order; nothing where the course or the event is not to be seen any more. */
  async links(actor: Actor, place: ResourcePlace): Promise<ResourceLink[]> {
    try {
      return resourceLinks((await this.access.list(actor, place)).map(resourceView));
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return [];
      throw error;
    }
  }
}
