/** What the links that end mailings are made for, and for nothing else. */
export const UNSUBSCRIBE = 'programme-unsubscribe';

/** How long the button in an old mail goes on working. */
export const UNSUBSCRIBE_YEARS = 3;
