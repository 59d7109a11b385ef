/** The same texts in another language. Apart from the apps, since the server prints some of them. */
export type Translation<T extends Record<string, string>> = { readonly [K in keyof T]: string }
