import { createStudioClient } from '#studio/app/client.ts';
import { fromMlflowLink } from '#studio/app/mlflow-link.model.ts';
import { startStudio } from '#studio/app/start-studio.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no element with the id "root".');

const linked = fromMlflowLink(location);
if (linked !== undefined) history.replaceState(null, '', linked);

startStudio({ element, client: createStudioClient(), addresses: 'path' });
