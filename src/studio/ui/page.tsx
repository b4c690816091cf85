import { type ReactNode, useContext, useEffect, useRef } from 'react';
import { PageTools } from './page-tools.ts';
import classes from './page.module.css';
import { type Crumb, usePageState } from './page.store.ts';

interface PageProps {
  readonly title: string;
  /** The pages above this one, outermost first. */
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: a status, a slug. */
  readonly aside?: ReactNode;
  /** One sentence or line of facts below the title. */
  readonly lead?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const noCrumbs: readonly Crumb[] = [];

/** A page: its heading, its name in the browser's tab, its place in the breadcrumbs, and the focus after navigation. */
export function Page({ title, crumbs = noCrumbs, aside, lead, actions, children }: PageProps) {
  const tools = useContext(PageTools);
  const heading = useRef<HTMLHeadingElement>(null);
  const trail = JSON.stringify(crumbs);

  useEffect(() => {
    document.title = [title, ...crumbs.map((crumb) => crumb.label).reverse(), 'Atelier'].join(' · ');
    usePageState.setState({ crumbs });
    // oxlint-disable-next-line react/exhaustive-deps -- `trail` is the crumbs by value
  }, [title, trail]);

  useEffect(() => {
    // The first page leaves the focus where the browser puts it; later ones tell that something new is here.
    if (usePageState.getState().opened > 0) heading.current?.focus({ preventScroll: true });
    usePageState.setState(({ opened }) => ({ opened: opened + 1 }));
  }, []);

  return (
    <>
      <header className={classes['header']}>
        <div className={classes['titles']}>
          <div className={classes['title-line']}>
            <h1 ref={heading} tabIndex={-1} className={classes['title']}>
              {title}
            </h1>
            {aside}
          </div>
          {lead !== undefined && <div className={classes['lead']}>{lead}</div>}
        </div>
        {(actions !== undefined || tools !== undefined) && (
          <div className={classes['actions']}>
            {tools}
            {actions}
          </div>
        )}
      </header>
      {children}
    </>
  );
}
