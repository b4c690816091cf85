import { createStudioClient } from '#studio/app/client.ts';
import { startStudio } from '#studio/app/start-studio.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no element with the id "root".');

startStudio({ element, client: createStudioClient(), addresses: 'path' });
