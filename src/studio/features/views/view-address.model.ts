import type { ViewDocument } from '#contract/views.ts';
import { url } from '#studio/app/url.ts';
import { toViewSearch } from './view-document.model.ts';

/** The address of the screen that shows a view, and says which view it is. */
export function viewAddress(workspace: string, viewId: string, document: ViewDocument): string {
  const search = toViewSearch(document);
  search.set('v', viewId);
  const screen = document.screen === 'runs' ? url.runs(workspace) : url.compare(workspace);
  return `${screen}?${search.toString().replaceAll('%2C', ',')}`;
}
