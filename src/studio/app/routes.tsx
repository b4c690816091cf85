import type { RouteObject } from 'react-router';
import { NotFoundPage } from './not-found-page.tsx';
import { RouteErrorPage } from './route-error-page.tsx';
import { Shell } from './shell.tsx';
import { WorkspaceLayout } from './workspace-layout.tsx';

/** Every page, each in a chunk of its own. Paths are built by `url.ts`. */
const pages: RouteObject[] = [
  {
    index: true,
    lazy: { Component: async () => (await import('#studio/features/home/home-page.tsx')).HomePage },
  },
  {
    path: 'settings',
    lazy: {
      Component: async () => (await import('#studio/features/settings/settings-page.tsx')).SettingsPage,
    },
  },
  {
    path: 'w/:ws',
    Component: WorkspaceLayout,
    children: [
      {
        index: true,
        lazy: {
          Component: async () =>
            (await import('#studio/features/workspaces/workspace-page.tsx')).WorkspacePage,
        },
      },
      {
        path: 'runs',
        lazy: {
          Component: async () => (await import('./runs-route.tsx')).RunsRoute,
        },
      },
      {
        path: 'runs/:runId',
        lazy: {
          Component: async () => (await import('#studio/features/run/run-page.tsx')).RunPage,
        },
      },
      {
        path: 'compare',
        lazy: {
          Component: async () => (await import('./compare-route.tsx')).CompareRoute,
        },
      },
      {
        path: 'reports',
        lazy: {
          Component: async () => (await import('#studio/features/reports/reports-page.tsx')).ReportsPage,
        },
      },
      {
        path: 'reports/:reportId',
        lazy: {
          Component: async () => (await import('#studio/features/reports/report-page.tsx')).ReportPage,
        },
      },
      {
        path: 'v/:viewId',
        lazy: {
          Component: async () => (await import('#studio/features/views/view-page.tsx')).ViewPage,
        },
      },
      {
        path: 'explore',
        lazy: {
          Component: async () => (await import('#studio/features/explore/explore-page.tsx')).ExplorePage,
        },
      },
      {
        path: 'activity',
        lazy: {
          Component: async () => (await import('#studio/features/activity/activity-page.tsx')).ActivityPage,
        },
      },
      {
        path: 'settings',
        lazy: {
          Component: async () =>
            (await import('#studio/features/workspaces/workspace-settings-page.tsx')).WorkspaceSettingsPage,
        },
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
  { path: '*', Component: NotFoundPage },
];

export const routes: readonly RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: RouteErrorPage,
    HydrateFallback: () => null,
    // A page that fails leaves the shell standing around it.
    children: [{ ErrorBoundary: RouteErrorPage, children: pages }],
  },
];
