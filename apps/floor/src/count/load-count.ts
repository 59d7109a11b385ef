/** Counting is loaded once a bin is looked at, before anybody can begin to count: the first plate must not be too early for it. */
export const loadCount = () => import('./CountScreen.tsx')
