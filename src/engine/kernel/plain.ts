/** Data that can be copied, compared, hashed and sent: what every snapshot and every input is made of. */
export type Plain =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain };
