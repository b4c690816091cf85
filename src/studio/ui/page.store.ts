import { create } from 'zustand';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

interface PageState {
  /** What leads to the page on screen, outermost first; the page itself is its heading. */
  readonly crumbs: readonly Crumb[];
  /** How many pages have been opened since the studio was loaded. */
  readonly opened: number;
}

/** What the page on screen tells the shell. Set by `<Page>`. */
export const usePageState = create<PageState>()(() => ({ crumbs: [], opened: 0 }));
