import { Fragment } from 'react';
import { Link } from 'react-router';
import { usePageState } from '../ui/page.store.ts';
import classes from './breadcrumbs.module.css';

/** What leads to this page; the page itself is the heading below. */
export function Breadcrumbs() {
  const crumbs = usePageState((state) => state.crumbs);
  return (
    <nav aria-label="Breadcrumbs" className={classes['crumbs']}>
      {crumbs.map((crumb) => (
        <Fragment key={crumb.to}>
          <Link to={crumb.to} className={classes['crumb'] ?? ''}>
            {crumb.label}
          </Link>
          <span aria-hidden="true">/</span>
        </Fragment>
      ))}
    </nav>
  );
}
