export { SiteErrorPages } from './frame/site-error-pages';
export { SiteModule } from './site.module';
