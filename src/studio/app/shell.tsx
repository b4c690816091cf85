import { lazy, Suspense, useEffect } from 'react';
import { Outlet, ScrollRestoration, useNavigate, useNavigation } from 'react-router';
import { keyRegistry } from '../keyboard/key-registry.ts';
import { useKeys } from '../keyboard/use-keys.ts';
import { usePreferences } from '../preferences/preferences.store.ts';
import { panelSlotRef } from '../ui/panel-slot.store.ts';
import { undoNewest } from '../ui/toast.store.ts';
import { Toasts } from '../ui/toasts.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { Header } from './header.tsx';
import { Rail } from './rail.tsx';
import { sectionsOf } from './sections.ts';
import { openOverlay, useShell } from './shell.store.ts';
import classes from './shell.module.css';
import { useCurrentWorkspace } from './use-current-workspace.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));

/** What surrounds every page: rail, header, notices, palette and keys. */
export function Shell() {
  const rail = usePreferences((state) => state.rail);
  const overlay = useShell((state) => state.overlay);
  const workspace = useCurrentWorkspace();
  const moving = useNavigation().state === 'loading';
  useShellKeys(workspace);
  return (
    <div className={classes['shell']} data-rail={rail}>
      <a href="#main" className={classes['skip']} onClick={skipToMain}>
        Skip to content
      </a>
      <Header workspace={workspace} />
      <Rail workspace={workspace} />
      <main id="main" tabIndex={-1} className={classes['main']} aria-busy={moving}>
        <ConnectionNote />
        <Outlet />
      </main>
      <div ref={panelSlotRef} className={classes['panel']} />
      <Toasts />
      <Suspense>
        {overlay === 'palette' && <Palette workspace={workspace} />}
        {overlay === 'keys' && <KeySheet />}
      </Suspense>
      <ScrollRestoration />
    </div>
  );
}

/** By focus instead of by fragment: the studio may itself live behind a fragment. */
function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function useShellKeys(workspace: string): void {
  const navigate = useNavigate();
  const rail = usePreferences((state) => state.rail);
  const set = usePreferences((state) => state.set);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => keyRegistry.press(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  useKeys(
    'Everywhere',
    [
      { keys: 'u', label: 'Undo what the notice offers to undo', run: undoNewest },
      { keys: 'mod+k', label: 'Find anything', run: () => openOverlay('palette') },
      { keys: '?', label: 'Show the keys of this screen', run: () => openOverlay('keys') },
      {
        keys: '[',
        label: 'Fold or unfold the rail',
        run: () => set({ rail: rail === 'wide' ? 'narrow' : 'wide' }),
      },
      ...sectionsOf(workspace).map((section) => ({
        keys: `g ${section.key}`,
        label: `Go to ${section.label}`,
        run: () => void navigate(section.to),
      })),
    ],
    'everywhere',
  );
}
