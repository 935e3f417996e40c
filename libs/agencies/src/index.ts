export * from './agencies.module';
export * from './agencies.queries';
export * from './agencies.service';
export * from './agency.entity';
export * from './sector.entity';
export * from './sectors.service';
