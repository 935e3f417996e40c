export * from './knowledge-gain-report.service';
export * from './published-figure.entity';
export * from './published-figures.queries';
export * from './published/publish-report.service';
export * from './published/published-report.entity';
export * from './published/report-link.entity';
export * from './published/report-links.service';
export * from './reports.module';
