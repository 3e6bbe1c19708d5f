type Named = { readonly id: string; readonly name: string };

/** To whom a grant is given. */
export type Holder = { readonly person: Named } | { readonly group: Named };
