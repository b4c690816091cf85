import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { usePreferences } from '../preferences/preferences.store.ts';
import classes from './rail.module.css';
import { sectionsOf } from './sections.ts';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

/** The sections of the workspace: at the left, 220 or 56 pixels wide; on phones along the bottom. */
export function Rail({ workspace }: { readonly workspace: string }) {
  const narrow = usePreferences((state) => state.rail === 'narrow');
  const set = usePreferences((state) => state.set);
  const fold = narrow ? 'Unfold the rail' : 'Fold the rail';
  return (
    <div className={classes['rail']} data-narrow={narrow}>
      <div className={classes['switcher']}>
        <WorkspaceSwitcher workspace={workspace} narrow={narrow} />
      </div>
      <nav aria-label="Sections">
        <ul className={classes['sections']}>
          {sectionsOf(workspace).map(({ label, to, exact, icon: Icon }) => (
            <li key={label}>
              <Tooltip label={label} position="right" disabled={!narrow}>
                <NavLink to={to} end={exact} className={classes['section'] ?? ''}>
                  <Icon size={18} stroke={1.6} aria-hidden="true" />
                  <span className={classes['label']}>{label}</span>
                </NavLink>
              </Tooltip>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes['fold']}>
        <Tooltip label={`${fold} ([)`} position="right">
          <ActionIcon aria-label={fold} onClick={() => set({ rail: narrow ? 'wide' : 'narrow' })}>
            {narrow ? (
              <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
            ) : (
              <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
            )}
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}
