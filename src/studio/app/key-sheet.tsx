import { keyRegistry } from '../keyboard/key-registry.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import classes from './key-sheet.module.css';
import { closeOverlay } from './shell.store.ts';

/** Every key that does something on this screen. */
export function KeySheet() {
  return (
    <Dialog label="Keys" onClose={closeOverlay}>
      <div className={classes['sheet']}>
        <h2 className={classes['heading']}>Keys</h2>
        {keyRegistry.list().map((scope) => (
          <section key={scope.title}>
            <h3 className={classes['scope']}>{scope.title}</h3>
            <dl className={classes['list']}>
              {scope.commands.map((command) => (
                <div key={command.keys} className={classes['line']}>
                  <dt>{command.label}</dt>
                  <dd>
                    <KeyHint keys={command.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
