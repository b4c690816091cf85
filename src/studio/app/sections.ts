import {
  IconActivity,
  IconChartLine,
  IconHome,
  IconLayoutDashboard,
  IconListDetails,
  IconReport,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import { url } from './url.ts';

export interface Section {
  readonly label: string;
  readonly to: string;
  /** After `g`: "g r" goes to Runs. */
  readonly key: string;
  readonly icon: TablerIcon;
  /** Lit only on this very page, not on the pages below it. */
  readonly exact: boolean;
}

/** The sections of the left rail: those that exist today, nothing promised. */
export function sectionsOf(workspace: string): readonly Section[] {
  return [
    { label: 'Home', to: url.home(), key: 'h', icon: IconHome, exact: true },
    { label: 'Overview', to: url.workspace(workspace), key: 'o', icon: IconLayoutDashboard, exact: true },
    { label: 'Runs', to: url.runs(workspace), key: 'r', icon: IconListDetails, exact: false },
    { label: 'Compare', to: url.compare(workspace), key: 'c', icon: IconChartLine, exact: false },
    { label: 'Reports', to: url.reports(workspace), key: 'p', icon: IconReport, exact: false },
    { label: 'Activity', to: url.activity(workspace), key: 'a', icon: IconActivity, exact: false },
    { label: 'Settings', to: url.workspaceSettings(workspace), key: 's', icon: IconSettings, exact: false },
  ];
}
