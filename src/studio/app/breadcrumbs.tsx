import { Fragment } from 'react';
import { Link } from 'react-router';
import { usePageState } from '../ui/page.store.ts';
import classes from './breadcrumbs.module.css';
import { url } from './url.ts';

/** What leads to this page; the page itself is the heading below. */
export function Breadcrumbs() {
  const crumbs = usePageState((state) => state.crumbs);
  return (
    <nav aria-label="Breadcrumbs" className={classes['crumbs']}>
      <Link to={url.home()} className={classes['mark'] ?? ''}>
        Atelier
      </Link>
      {crumbs.map((crumb) => (
        <Fragment key={crumb.to}>
          <span aria-hidden="true">/</span>
          <Link to={crumb.to} className={classes['crumb'] ?? ''} title={crumb.label}>
            {crumb.label}
          </Link>
        </Fragment>
      ))}
    </nav>
  );
}
