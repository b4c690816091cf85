import { createContext, type ReactNode } from 'react';

/** What a route adds to the heading of its page, before the page's own buttons: a feature does not know another. */
export const PageTools = createContext<ReactNode>(undefined);
