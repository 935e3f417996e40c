export * from './knowledge-gain-report.service';
export * from './published-figure.entity';
export * from './published-figures.queries';
export * from './reports.module';
