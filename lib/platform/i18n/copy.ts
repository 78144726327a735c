/** The shape of a copy object with any text in it: a translation that lacks or adds a key does not compile. */
export type Copy<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Copy<T[Key]> }
